import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { z } from 'zod';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { selectEvidence } from '#lib/evidence/rules.ts';
import { readGuard } from '#lib/guard/answers.ts';
import { readActs } from '#lib/needs/acts.ts';
import { isUpdate } from '#lib/needs/rules.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { today } from '#lib/rounds/queries.ts';
import { readEarlier } from '#lib/updates/revisions.ts';
import { loadWriting } from '#lib/updates/working.ts';

/** Everything the form of an update shows: what stands, what was said last time, how many are still due. */
export const getWriting = query(async (viewer, db, slug: string) => {
  const writing = await loadWriting(viewer, db, slug);
  if (!writing) return notFound();
  if (!can.writeUpdate(viewer, writing)) return forbidden();
  const due = (await readActs(viewer, db)).filter(isUpdate);
  return {
    ...writing,
    today: today(),
    due: due.length,
    hasNext: due.some((act) => act.key !== slug),
    isAuthor: writing.working?.authorId === viewer.personId,
  };
});

const selectText = {
  status: true,
  reason: true,
  done: true,
  difference: true,
  howWeKnow: true,
  next: true,
  submittedAt: true,
  author: { select: { name: true } },
  evidence: { select: selectEvidence, orderBy: { id: 'asc' } },
} as const;

const selectWaiting = {
  ...selectText,
  id: true,
  state: true,
  version: true,
  comment: true,
  authorId: true,
  approvedAt: true,
  approver: { select: { name: true } },
  commitment: { select: { id: true, ref: true, slug: true, title: true, wording: true } },
} as const;

/** What waits for a decision, the longest wait first, and what is approved and waits to be published. */
export const listWaiting = query(async (viewer, db) => {
  if (!can.reviewUpdates(viewer)) return forbidden();
  const waiting = await db.update.findMany({
    where: { councilId: viewer.councilId, state: { in: ['submitted', 'approved'] } },
    orderBy: { submittedAt: 'asc' },
    select: selectWaiting,
  });
  const before = await readBefore(
    viewer,
    db,
    waiting.map(({ commitment }) => commitment.id),
  );
  const unanswered = new Map<string, number>();
  for (const update of waiting) {
    const guard = await readGuard(viewer, db, update);
    unanswered.set(update.id, guard.filter(({ answer }) => answer === null).length);
  }
  return {
    today: today(),
    waiting: waiting.map((update) => ({
      ...update,
      unanswered: unanswered.get(update.id) ?? 0,
      before: before.find((one) => one.commitmentId === update.commitment.id) ?? null,
      mayDecide: can.decideUpdate(viewer, update),
    })),
  };
});

/** One update that was sent, beside what is published of the same commitment. */
export const getWaiting = query(async (viewer, db, id: string) => {
  if (!can.reviewUpdates(viewer)) return forbidden();
  if (!z.uuid().safeParse(id).success) return notFound();
  const update = await db.update.findFirst({
    where: { councilId: viewer.councilId, id, state: { not: 'draft' } },
    select: { ...selectWaiting, publishedAt: true, publisher: { select: { name: true } } },
  });
  if (!update) return notFound();
  const [before] = await readBefore(viewer, db, [update.commitment.id], update.id);
  return {
    ...update,
    before: before ?? null,
    mayDecide: can.decideUpdate(viewer, update),
    guard: await readGuard(viewer, db, update),
    earlier: await readEarlier(viewer, db, update.id),
  };
});
export type Waiting = Awaited<ReturnType<typeof getWaiting>>;

/** The latest published update of each commitment, apart from `except`. */
async function readBefore(viewer: Viewer, db: Db, commitmentIds: string[], except?: string) {
  return db.update.findMany({
    where: {
      councilId: viewer.councilId,
      commitmentId: { in: commitmentIds },
      state: 'published',
      ...(except && { id: { not: except } }),
    },
    orderBy: { publishedAt: 'desc' },
    distinct: ['commitmentId'],
    select: { ...selectText, commitmentId: true, publishedAt: true },
  });
}
