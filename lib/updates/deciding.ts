import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { readGuard, recordMended } from '#lib/guard/answers.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { UpdateState } from '#prisma/generated/enums.ts';

const selectDecision = {
  id: true,
  state: true,
  version: true,
  authorId: true,
  commitmentId: true,
  submittedAt: true,
  status: true,
  reason: true,
  done: true,
  difference: true,
  howWeKnow: true,
  next: true,
  evidence: { select: { title: true, url: true, fileName: true }, orderBy: { id: 'asc' } },
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

/** What keeps an update from being published: its words for a person, and a word for an address. */
export type Blocker = { kind: 'later' | 'answer'; sentence: string };

/** Why an update cannot be published yet; null when it can. An older statement never takes the place of a newer one. */
export async function whyNotYet(viewer: Viewer, db: Db, update: Decision): Promise<Blocker | null> {
  const { councilId } = viewer;
  const { ref } = update.commitment;
  const later = await db.update.findFirst({
    where: {
      councilId,
      commitmentId: update.commitmentId,
      state: 'published',
      submittedAt: { gt: update.submittedAt ?? clock() },
    },
    select: { id: true },
  });
  if (later) {
    const sentence = `A later update of ${ref} is published already. Return this one to the lead, saying so.`;
    return { kind: 'later', sentence };
  }
  const open = (await readGuard(viewer, db, update)).filter((found) => found.answer === null);
  if (open.length === 0) return null;
  const named = open.map(({ words }) => `“${words}”`).join(', ');
  const sentence = `${ref} is not published: first somebody other than its author must say whether this could point at a child: ${named}.`;
  return { kind: 'answer', sentence };
}

/** @throws Refusal where it cannot be published yet, or has moved on */
export async function publishOne(viewer: Viewer, db: Db, update: Decision, now: Date): Promise<void> {
  const blocker = await whyNotYet(viewer, db, update);
  if (blocker) throw new Refusal(`Nothing was changed. ${blocker.sentence}`);
  const change = { state: 'published', publishedAt: now, publisherId: viewer.personId } as const;
  await decide(viewer, db, { update, version: update.version, from: 'approved', change });
  await recordMended(viewer, db, update);
}
