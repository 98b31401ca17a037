import { day, workingDaysBefore } from '#lib/calendar/rules.ts';
import type { CouncilSettings } from '#lib/councils/settings.ts';
import { formatDate, isoDay } from '#lib/format.ts';
import type { RoundDays } from '#lib/rounds/rules.ts';

export type PlanningRules = Pick<
  CouncilSettings['rules'],
  'roundOpensWorkingDaysBefore' | 'updatesDueWorkingDaysBefore' | 'roundClosesWorkingDaysBefore'
>;

/**
 * The days of the round before a meeting, by the council's rules, in working days before the day of the meeting in
 * London (Terms of Reference 5.16: papers five working days before). Rules out of order are read so that a round is
 * always in order: it never opens after it is due, and never closes before.
 */
export function planRound(meetingAt: Date, rules: PlanningRules): RoundDays {
  const meeting = day(isoDay(meetingAt));
  const due = rules.updatesDueWorkingDaysBefore;
  return {
    opensOn: workingDaysBefore(meeting, Math.max(rules.roundOpensWorkingDaysBefore, due)),
    dueOn: workingDaysBefore(meeting, due),
    closesOn: workingDaysBefore(meeting, Math.min(rules.roundClosesWorkingDaysBefore, due)),
  };
}

/**
 * Why these days will not do, by field; empty means that they will. In order, not after the meeting, and due on a
 * day that is still to come.
 */
export function problemsOfDays({ opensOn, dueOn, closesOn }: RoundDays, meetingAt: Date, today: Date) {
  const found: Record<string, string> = {};
  const meeting = day(isoDay(meetingAt));
  if (dueOn < opensOn) found.dueOn = 'Updates cannot be due before the round opens.';
  else if (dueOn < today) found.dueOn = 'This day is past. Choose a day that leads can still keep.';
  if (closesOn < dueOn) found.closesOn = 'The round cannot close before updates are due.';
  else if (closesOn > meeting) {
    found.closesOn = `The meeting is on ${formatDate(meeting)}: close the round on that day or before.`;
  }
  return found;
}
