'use server';
import { clock } from '#lib/clock.ts';
import { slugOf } from '#lib/councils/founding-schema.ts';
import { Refusal } from '#lib/errors.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { chosenAgain, saveChoice } from '#lib/releases/choosing.ts';
import { holdLedger, prepareRelease, writeRelease } from '#lib/releases/releasing.ts';
import { draftIdInput, draftInput, editionInput, releaseInput, withdrawInput } from '#lib/releases/schema.ts';

/** Chooses figures for a release, or changes what was chosen. Nobody outside sees any of it. */
export const saveReleaseDraft = mutation({
  operation: 'saveReleaseDraft',
  input: draftInput,
  async load(_viewer, db, { draft }) {
    if (draft === '') return { id: '', version: 0 };
    return db.releaseDraft.findFirst({ where: { id: draft }, select: { id: true, version: true } });
  },
  allow: can.releaseFigures,
  async run(viewer, db, { version, slug, ...typed }, found) {
    const existing = found.id === '' ? null : found;
    const id = await saveChoice(db, viewer, { ...typed, slug: slug || slugOf(typed.title) }, { version, existing });
    return { subject: id, to: `/${viewer.council.slug}/releases/drafts/${id}` };
  },
});

/** Takes back what was chosen and not released. */
export const removeReleaseDraft = mutation({
  operation: 'removeReleaseDraft',
  input: draftIdInput,
  load: (_viewer, db, { draft }) => db.releaseDraft.findFirst({ where: { id: draft } }),
  allow: can.releaseFigures,
  async run({ councilId, council }, db, _input, { id, slug }) {
    await db.releaseDraft.delete({ where: { councilId_id: { councilId, id } } });
    return { subject: slug, to: `/${council.slug}/releases?done=removed` };
  },
});

/** Releases exactly the page that the preview showed. From then on everybody can read it. */
export const releaseFigures = mutation({
  operation: 'releaseFigures',
  input: releaseInput,
  async load(viewer, db, { draft }) {
    await holdLedger(db, viewer.councilId);
    return db.releaseDraft.findFirst({ where: { id: draft } });
  },
  allow: can.releaseFigures,
  async run(viewer, db, { shown }, draft) {
    const now = clock();
    const prepared = await prepareRelease(db, draft, now, viewer.council.rules.disclosureThreshold);
    if (prepared.obstacles.length > 0) {
      throw new Refusal(`It cannot be released yet. ${prepared.obstacles.map(({ sentence }) => sentence).join(' ')}`);
    }
    if (prepared.hash !== shown) {
      throw new Refusal(
        'Something changed since this preview was made: a figure, a text or the day. Load it again, read, then release.',
      );
    }
    const id = await writeRelease(db, viewer, prepared, now);
    await db.releaseDraft.delete({ where: { councilId_id: { councilId: viewer.councilId, id: draft.id } } });
    const { slug, edition } = prepared.content.release;
    return { subject: `${slug}, edition ${edition}`, to: `/${viewer.council.slug}/releases/${id}?done=released` };
  },
});

/** Begins the next edition of what was released: the same figures, as they stand when it is released. */
export const beginNextEdition = mutation({
  operation: 'beginNextEdition',
  input: editionInput,
  load: (_viewer, db, { release }) => db.release.findFirst({ where: { id: release, kind: 'figures' } }),
  allow: can.releaseFigures,
  async run(viewer, db, _input, release) {
    const there = await db.releaseDraft.findFirst({ where: { slug: release.slug }, select: { id: true } });
    const id =
      there?.id ?? (await saveChoice(db, viewer, chosenAgain(release.content), { version: 0, existing: null }));
    return { subject: release.slug, to: `/${viewer.council.slug}/releases/drafts/${id}/edit` };
  },
});

/** Takes an edition out of sight. Its address says when and why; what was known of it stays in the ledger. */
export const withdrawRelease = mutation({
  operation: 'withdrawRelease',
  input: withdrawInput,
  async load(_viewer, db, { release }) {
    await db.$queryRaw`SELECT 1 FROM "Release" WHERE id = ${release}::uuid FOR UPDATE`;
    return db.release.findFirst({ where: { id: release, kind: 'figures' } });
  },
  allow: can.releaseFigures,
  async run({ councilId, personId, council }, db, { reason }, { id, slug, edition, withdrawnAt }) {
    if (withdrawnAt) throw new Refusal('This edition was withdrawn already.');
    await db.release.update({
      where: { councilId_id: { councilId, id } },
      data: { withdrawnAt: clock(), withdrawnById: personId, withdrawnReason: reason },
      select: { id: true },
    });
    return { subject: `${slug}, edition ${edition}`, to: `/${council.slug}/releases/${id}?done=withdrawn` };
  },
});
