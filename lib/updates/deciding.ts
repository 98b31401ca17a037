import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { UpdateState } from '#prisma/generated/enums.ts';

const selectDecision = {
  id: true,
  state: true,
  version: true,
  authorId: true,
  commitmentId: true,
  submittedAt: true,
  commitment: { select: { ref: true, slug: true } },
} as const;

/** The update that is decided on, in whatever state it has come to. */
export async function loadDecision(viewer: Viewer, db: Db, id: string) {
  return db.update.findFirst({ where: { councilId: viewer.councilId, id }, select: selectDecision });
}
export type Decision = NonNullable<Awaited<ReturnType<typeof loadDecision>>>;

/** What the viewer may publish at once, oldest statement first; what they wrote waits for somebody else. */
export async function listApproved(viewer: Viewer, db: Db): Promise<Decision[]> {
  return db.update.findMany({
    where: { councilId: viewer.councilId, state: 'approved', authorId: { not: viewer.personId } },
    orderBy: { submittedAt: 'asc' },
    select: selectDecision,
  });
}

type Step = {
  update: Decision;
  /** What the administrator was shown. */
  version: number;
  from: UpdateState;
  change: Prisma.UpdateUncheckedUpdateManyInput;
};

/** One step of an update's way. @throws Refusal when it has moved on since the page was shown */
export async function decide(viewer: Viewer, db: Db, { update, version, from, change }: Step): Promise<void> {
  const undecided = from === 'submitted' || from === 'approved';
  if (undecided) {
    const { count } = await db.update.updateMany({
      where: { councilId: viewer.councilId, id: update.id, version, state: from },
      data: { ...change, version: { increment: 1 } },
    });
    if (count === 1) return;
  }
  const now = await loadDecision(viewer, db, update.id);
  throw new Refusal(`Nothing was changed. ${meanwhile[now?.state ?? 'draft']}`);
}

const meanwhile: Record<UpdateState, string> = {
  draft: 'The lead has taken this update back in the meantime: it is a draft again.',
  submitted: 'The lead has sent a newer text in the meantime. Load the page again and read it first.',
  returned: 'Somebody has returned this update to the lead in the meantime.',
  approved: 'Somebody has approved this update in the meantime. Load the page again to publish it.',
  published: 'Somebody has published this update in the meantime.',
};

/** @throws Refusal where a later statement is public already: an older one must not take its place */
export async function publishOne(viewer: Viewer, db: Db, update: Decision, now: Date): Promise<void> {
  const { councilId, personId } = viewer;
  const later = await db.update.findFirst({
    where: {
      councilId,
      commitmentId: update.commitmentId,
      state: 'published',
      submittedAt: { gt: update.submittedAt ?? now },
    },
    select: { id: true },
  });
  if (later) {
    throw new Refusal(
      `A later update of ${update.commitment.ref} is published already. Return this one to the lead, saying so.`,
    );
  }
  const change = { state: 'published', publishedAt: now, publisherId: personId } as const;
  await decide(viewer, db, { update, version: update.version, from: 'approved', change });
}
