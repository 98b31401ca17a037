import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { can } from '#lib/permissions.ts';
import { type Decision, decide, loadDecision, publishOne, whyNotYet } from '#lib/updates/deciding.ts';

type Chosen = { update: Decision; version: number };

/** The updates that were ticked, with the version that was shown of each; what is no longer there is left out. */
export async function loadChosen(viewer: Viewer, db: Db, chosen: readonly string[]): Promise<Chosen[]> {
  const found: Chosen[] = [];
  for (const one of chosen) {
    const [id = '', version] = one.split(' ');
    const update = await loadDecision(viewer, db, id);
    if (update) found.push({ update, version: Number(version) });
  }
  return found;
}

/** Why one of several was left as it is. */
export type Left = 'moved' | 'own' | 'later' | 'answer';
type Done = { did: 'approved' | 'published'; done: Decision[]; left: { update: Decision; why: Left }[] };

/** Each on its own: one that moved on or waits for an answer is left as it was and does not hold up the others. */
export async function decideMany(
  viewer: Viewer,
  db: Db,
  chosen: readonly Chosen[],
  intent: 'approve' | 'publish',
): Promise<Done> {
  const done: Decision[] = [];
  const left: Done['left'] = [];
  const now = clock().getTime();
  for (const [index, { update, version }] of chosen.entries()) {
    // A millisecond apart: two of one commitment keep their order.
    const why = await decideOne(viewer, db, { ...update, version }, { intent, at: new Date(now + index) });
    if (why) left.push({ update, why });
    else done.push(update);
  }
  return { did: intent === 'approve' ? 'approved' : 'published', done, left };
}

async function decideOne(
  viewer: Viewer,
  db: Db,
  update: Decision,
  { intent, at }: { intent: 'approve' | 'publish'; at: Date },
): Promise<Left | null> {
  if (!can.decideUpdate(viewer, update)) return 'own';
  const blocker = intent === 'publish' ? await whyNotYet(viewer, db, update) : null;
  if (blocker) return blocker.kind;
  try {
    let { version } = update;
    if (intent === 'approve' || update.state === 'submitted') {
      const change = { state: 'approved', approvedAt: at, approverId: viewer.personId } as const;
      await decide(viewer, db, { update, version, from: 'submitted', change });
      version += 1;
    }
    if (intent === 'publish') await publishOne(viewer, db, { ...update, version }, at);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return 'moved';
    throw error;
  }
}

/** Back to the list, saying how many were done, and which were left and why. @throws Refusal when none could be */
export function afterMany(viewer: Viewer, { did, done, left }: Done): { subject: string; to: string } {
  if (done.length === 0) {
    const named = left.map(({ update, why }) => `${update.commitment.ref} ${leftWords[why]}`).join('; ');
    throw new Refusal(`Nothing was changed: ${named}.`);
  }
  const asked = new URLSearchParams({ [did]: String(done.length) });
  if (left.length > 0) asked.set('left', left.map(({ update, why }) => `${update.commitment.slug}.${why}`).join(' '));
  const subject = done.map((update) => update.commitment.ref).join(', ');
  return { subject, to: `/${viewer.council.slug}/updates?${asked}` };
}

/** Why one was left, after its reference. */
export const leftWords: Record<Left, string> = {
  moved: 'has changed since the list was shown',
  own: 'was written by you, so somebody else decides',
  later: 'is older than what is published already',
  answer: 'holds words that could point at a child: answer them first',
};
