'use server';
import { clock } from '#lib/clock.ts';
import { Refusal } from '#lib/errors.ts';
import { readGuard } from '#lib/guard/answers.ts';
import { answerInput } from '#lib/guard/schema.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { loadDecision } from '#lib/updates/deciding.ts';

/** A second person says why something that was found cannot point at a child. What can must go back to its lead. */
export const answerGuard = mutation({
  operation: 'answerGuard',
  input: answerInput,
  load: (viewer, db, input) => loadDecision(viewer, db, input.update),
  allow: can.answerGuard,
  async run(viewer, db, { version, finding, reason }, update) {
    if (update.version !== version || (update.state !== 'submitted' && update.state !== 'approved')) {
      throw new Refusal('This update has changed in the meantime. Load the page again and read it first.');
    }
    const open = (await readGuard(viewer, db, update)).find((found) => found.hash === finding);
    if (!open) throw new Refusal('The text no longer says this. Load the page again.');
    const { councilId, personId } = viewer;
    await db.guardAnswer.create({
      data: { councilId, updateId: update.id, finding, verdict: 'safe', reason, personId, at: clock() },
    });
    return {
      subject: `${update.commitment.ref}, ${open.kind}`,
      to: `/${viewer.council.slug}/updates/${update.id}#guard`,
    };
  },
});
