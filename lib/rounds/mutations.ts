'use server';
import { addDays } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import { Refusal } from '#lib/errors.ts';
import { formatDate } from '#lib/format.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';
import { loadRound, nudgePeople, tooSoonSentence } from '#lib/rounds/nudging.ts';
import { problemsOfDays } from '#lib/rounds/planning.ts';
import { today } from '#lib/rounds/queries.ts';
import { lastDay, openRound, type RoundDays } from '#lib/rounds/rules.ts';
import { changeInput, makeInput, nudgeInput, reopenInput, roundInput } from '#lib/rounds/schema.ts';

/** The round before a meeting, on the days that were shown or on others. */
export const makeRound = mutation({
  operation: 'makeRound',
  input: makeInput,
  load: (viewer, db, { meeting }) =>
    db.meeting.findFirst({
      where: { councilId: viewer.councilId, id: meeting },
      select: { id: true, startsAt: true, round: { select: { id: true } } },
    }),
  allow: can.runRounds,
  async run(viewer, db, { opensOn, dueOn, closesOn }, meeting) {
    const days = { opensOn, dueOn, closesOn };
    if (meeting.startsAt <= clock())
      throw new Refusal('This meeting has begun already: it can have no round any more.');
    refuseWrong(days, meeting.startsAt);
    const [made] = meeting.round
      ? []
      : await db.round.createManyAndReturn({
          data: { councilId: viewer.councilId, meetingId: meeting.id, ...days },
          skipDuplicates: true,
          select: { id: true },
        });
    if (!made) throw new Refusal('This meeting has its round already: somebody else has just made it.');
    return { subject: made.id, to: `/${viewer.council.slug}/rounds/${made.id}?did=made` };
  },
});

/** Other days, as long as the round has not closed: after that it is opened again, with a reason. */
export const changeRound = mutation({
  operation: 'changeRound',
  input: changeInput,
  load: (viewer, db, { round }) => loadRound(viewer, db, round),
  allow: can.runRounds,
  async run(viewer, db, { opensOn, dueOn, closesOn }, round) {
    if (round.closesOn < round.today) throw new Refusal('This round has closed. Open it again, with a reason.');
    const isBegun = round.opensOn <= round.today;
    const days = { opensOn: isBegun ? round.opensOn : (opensOn ?? round.opensOn), dueOn, closesOn };
    refuseWrong(days, round.meetingAt, round);
    await db.round.update({ where: { councilId_id: { councilId: viewer.councilId, id: round.id } }, data: days });
    return { subject: round.id, to: `/${viewer.council.slug}/rounds/${round.id}?did=changed` };
  },
});

/** @param before the days so far: a due day that is past may stay as it is */
function refuseWrong(days: RoundDays, meetingAt: Date, before?: RoundDays): void {
  const errors = problemsOfDays(
    days,
    meetingAt,
    before?.dueOn.getTime() === days.dueOn.getTime() ? days.dueOn : today(),
  );
  if (days.closesOn < today()) errors.closesOn ??= 'This day is past, so the round would be closed at once.';
  if (Object.keys(errors).length > 0) throw new Refusal('These days will not do.', { errors });
}

/** Asks one person for what they owe. */
export const nudge = mutation({
  operation: 'nudge',
  input: nudgeInput,
  load: (viewer, db, { round }) => loadRound(viewer, db, round),
  allow: can.runRounds,
  async run(viewer, db, { person }, round) {
    if (!round.isOpen) throw new Refusal('This round is not open, so nobody can send an update to it now.');
    const { asked, reached, early } = await nudgePeople(viewer, db, round, person);
    if (asked === 0) throw new Refusal('They owe nothing any more. Nobody was written to.');
    if (reached === 0) throw new Refusal(tooSoonSentence(early, viewer.council.rules.messageGapDays));
    return { subject: round.id, to: `/${viewer.council.slug}/rounds/${round.id}?did=nudged&nudged=1` };
  },
});

/** Asks everybody who owes something, but those who were written to just now. */
export const nudgeAll = mutation({
  operation: 'nudgeAll',
  input: roundInput,
  load: (viewer, db, { round }) => loadRound(viewer, db, round),
  allow: can.runRounds,
  async run(viewer, db, _input, round) {
    if (!round.isOpen) throw new Refusal('This round is not open, so nobody can send an update to it now.');
    const { asked, reached, early } = await nudgePeople(viewer, db, round);
    if (asked === 0) throw new Refusal('Nobody owes anything. Nobody was written to.');
    if (reached === 0) throw new Refusal(tooSoonSentence(early, viewer.council.rules.messageGapDays));
    const to = `/${viewer.council.slug}/rounds/${round.id}?did=nudged&nudged=${reached}&early=${early.length}`;
    return { subject: round.id, to };
  },
});

/** Takes late updates into a closed round until a day; why is kept with the round. */
export const reopenRound = mutation({
  operation: 'reopenRound',
  input: reopenInput,
  load: (viewer, db, { round }) => loadRound(viewer, db, round),
  allow: can.runRounds,
  async run(viewer, db, { untilOn, reason }, round) {
    const { today: now, rounds } = round;
    if (now <= lastDay(round)) throw new Refusal('This round has not closed, so there is nothing to open again.');
    const open = openRound(rounds, now);
    if (open) {
      throw new Refusal(
        'Another round is open, and what is sent now belongs to it. Two rounds are never open at once.',
      );
    }
    const next = rounds.find((one) => one.opensOn > now);
    if (untilOn < now) throw new Refusal('', { errors: { untilOn: 'This day is past. Choose today or a later day.' } });
    if (next && untilOn >= next.opensOn) {
      const last = formatDate(addDays(next.opensOn, -1));
      const sentence = `The next round opens on ${formatDate(next.opensOn)}: choose ${last} or a day before.`;
      throw new Refusal('', { errors: { untilOn: sentence } });
    }
    const { councilId, personId } = viewer;
    await db.roundReopening.create({
      data: { councilId, roundId: round.id, reason, untilOn, personId, at: clock() },
    });
    return { subject: round.id, to: `/${viewer.council.slug}/rounds/${round.id}?did=reopened` };
  },
});
