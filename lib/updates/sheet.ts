import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { selectEvidence } from '#lib/evidence/rules.ts';
import { readActs } from '#lib/needs/acts.ts';
import { byReference, isUpdate } from '#lib/needs/rules.ts';
import { query } from '#lib/query.ts';
import { readRounds, today } from '#lib/rounds/queries.ts';
import { openRound } from '#lib/rounds/rules.ts';

/**
 * A whole round on one page: every commitment that the viewer is asked about in the open round, in the order of the
 * strategy, so that nothing moves while it is worked through. Those that are said keep their place.
 */
export const getSheet = query(async (viewer, db) => {
  const now = today();
  const rounds = await readRounds(db);
  const round = openRound(rounds, now);
  if (!round) return { today: now, rounds, round, rows: [] };
  const due = (await readActs(viewer, db)).filter(isUpdate);
  const said = await readSaid(viewer, db, round.id);
  const slugs = [...new Set([...due.map((act) => act.key), ...said.map((one) => one.commitment.slug)])];
  const commitments = await db.commitment.findMany({
    where: { councilId: viewer.councilId, slug: { in: slugs } },
    select: {
      slug: true,
      ref: true,
      title: true,
      wording: true,
      updates: {
        where: { OR: [{ state: 'published' }, { state: { in: ['draft', 'returned'] } }] },
        orderBy: [{ publishedAt: 'desc' }],
        select: selectRow,
      },
    },
  });
  const rows = commitments
    .map(({ updates, ...commitment }) => ({
      ...commitment,
      act: due.find((act) => act.key === commitment.slug) ?? null,
      said: said.find((one) => one.commitment.slug === commitment.slug) ?? null,
      last: updates.find(({ state }) => state === 'published') ?? null,
      draft: updates.find(({ state }) => state !== 'published') ?? null,
    }))
    .toSorted((one, other) => byReference(one.ref, other.ref));
  return { today: now, rounds, round, rows };
});
export type SheetRow = Awaited<ReturnType<typeof getSheet>>['rows'][number];

const selectRow = {
  id: true,
  state: true,
  status: true,
  reason: true,
  done: true,
  difference: true,
  howWeKnow: true,
  next: true,
  version: true,
  submittedAt: true,
  evidence: { select: selectEvidence, orderBy: { id: 'asc' } },
} as const;

/** What the viewer has sent in this round; where they were asked, whoever of two leads sent it. */
async function readSaid(viewer: Viewer, db: Db, roundId: string) {
  const { councilId, personId } = viewer;
  const now = today();
  const running = { startsOn: { lte: now }, OR: [{ endsOn: null }, { endsOn: { gte: now } }] };
  const mine = { some: { personId, ...running } };
  return db.update.findMany({
    where: {
      councilId,
      roundId,
      state: { in: ['submitted', 'approved', 'published'] },
      OR: [
        { authorId: personId },
        { commitment: { assignments: mine } },
        { commitment: { priority: { assignments: mine }, assignments: { none: { kind: 'lead', ...running } } } },
      ],
    },
    orderBy: { submittedAt: 'desc' },
    select: { state: true, submittedAt: true, status: true, commitment: { select: { slug: true } } },
  });
}

/** Back to the list of the round, with the next one that is due under the finger; at the end to its first line. */
export async function backToSheet(viewer: Viewer, db: Db, slug: string): Promise<string> {
  const due = (await readActs(viewer, db))
    .filter(isUpdate)
    .map((act) => act.key)
    .filter((key) => key !== slug)
    .toSorted(byReference);
  const next = due.find((key) => byReference(key, slug) > 0) ?? due[0];
  return `/${viewer.council.slug}/round?sent=${slug}#${next ? `say-${next}` : 'said'}`;
}
