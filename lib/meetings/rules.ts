import { day, workingDaysBefore } from '#lib/calendar/rules.ts';
import { isoDay } from '#lib/format.ts';

/** A meeting is over so many hours after it began. Terms of Reference 5.1: an hour and a half, so this is generous. */
export const overAfterHours = 3;

/** The moment that parts meetings held from meetings to come. */
export const meetingsHeldBefore = (now: Date) => new Date(now.getTime() - overAfterHours * 3_600_000);

/** The day by which papers and updates are due. Terms of Reference 5.16: five working days before. */
export const papersDueOn = (startsAt: Date, workingDays: number) =>
  workingDaysBefore(day(isoDay(startsAt)), workingDays);

const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** @param month 1 to 12 */
export const monthName = (month: number) => names[month - 1] ?? '';
