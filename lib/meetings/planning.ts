import { tz } from '@date-fns/tz';
import { day } from '#lib/calendar/rules.ts';
import type { RoundDays } from '#lib/rounds/rules.ts';

/** The moment of a day and a time of the clock in London, summer and winter. */
export function londonTime(date: string, time: string): Date {
  const london = tz('Europe/London')(day(date));
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  london.setHours(hours, minutes, 0, 0);
  return new Date(london.getTime());
}

/** 16:30, as a clock in London shows it. */
export const timeInLondon = (at: Date): string =>
  at.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

/**
 * The days of a round whose meeting moves. One that has opened stays open since that day: leads have begun, and
 * whatever they sent still counts.
 */
export function movedRound(round: RoundDays, planned: RoundDays, today: Date): RoundDays {
  if (round.opensOn > today) return planned;
  const { opensOn } = round;
  const later = (one: Date, other: Date) => (one < other ? other : one);
  return { opensOn, dueOn: later(planned.dueOn, opensOn), closesOn: later(planned.closesOn, opensOn) };
}
