import 'server-only';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { clock } from '#lib/clock.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { prepareRelease } from '#lib/releases/releasing.ts';

const isId = (id: string) => z.uuid().safeParse(id).success;

const selectEdition = {
  id: true,
  slug: true,
  edition: true,
  title: true,
  hash: true,
  releasedAt: true,
  withdrawnAt: true,
  withdrawnReason: true,
  releasedBy: { select: { name: true } },
  withdrawnBy: { select: { name: true } },
} as const;

/** Everything that was released, newest first, and what is in preparation. For who releases alone. */
export const listReleases = query(async (viewer, db) => {
  if (!can.releaseFigures(viewer)) return null;
  const releases = await db.release.findMany({
    where: { kind: 'figures' },
    select: selectEdition,
    orderBy: [{ releasedAt: 'desc' }, { edition: 'desc' }],
  });
  const drafts = await db.releaseDraft.findMany({
    select: {
      id: true,
      slug: true,
      title: true,
      indicators: true,
      changedAt: true,
      changedBy: { select: { name: true } },
    },
    orderBy: { changedAt: 'desc' },
  });
  return { releases, drafts };
});

/** One edition, and how many counts it showed and hid. */
export const getRelease = query(async (viewer, db, id: string) => {
  if (!can.releaseFigures(viewer) || !isId(id)) return notFound();
  const found = await db.release.findFirst({ where: { id, kind: 'figures' }, select: selectEdition });
  if (!found) return notFound();
  const hidden = await db.releasedCell.count({ where: { releaseId: id, shown: null } });
  const all = await db.releasedCell.count({ where: { releaseId: id } });
  return { ...found, counts: { shown: all - hidden, hidden } };
});

/** What can be chosen: every indicator with its theme, and its breakdowns. */
export const listChoices = query(async (viewer, db) => {
  if (!can.releaseFigures(viewer)) return notFound();
  const indicators = await db.indicator.findMany({
    where: { definitions: { some: { observations: { some: {} } } } },
    select: {
      key: true,
      title: true,
      themes: { select: { theme: { select: { name: true, month: true } } } },
      breakdowns: { select: { key: true, title: true }, orderBy: { title: 'asc' } },
    },
    orderBy: { title: 'asc' },
  });
  return indicators.map(({ themes, ...one }) => ({ ...one, theme: themes[0]?.theme ?? null }));
});

/** A draft as its form shows it. */
export const getDraft = query(async (viewer, db, id: string) => {
  if (!can.releaseFigures(viewer) || !isId(id)) return notFound();
  return (await db.releaseDraft.findFirst({ where: { id } })) ?? notFound();
});

/** What would be released, and what stands in its way. */
export const getPreview = query(async (viewer, db, id: string) => {
  if (!can.releaseFigures(viewer) || !isId(id)) return notFound();
  const draft = (await db.releaseDraft.findFirst({ where: { id } })) ?? notFound();
  const prepared = await prepareRelease(db, draft, clock(), viewer.council.rules.disclosureThreshold);
  const { content, html, hash, hidden, obstacles } = prepared;
  return { draft, content, html, hash, hidden, obstacles };
});
