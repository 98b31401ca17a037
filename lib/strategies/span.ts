import { addDays } from '#lib/calendar/rules.ts';

type Dated = { startsOn: Date; endsOn: Date };

const yearDays = 366;

/**
 * The days on which work under a strategy may begin or fall due: from its first day to the day before the next
 * strategy begins. Where none follows, it stays in force after its last day, and a year from today is far enough.
 */
export function strategySpan(strategy: Dated, all: readonly Dated[], today: Date): { from: Date; to: Date } {
  const next = all.map((other) => other.startsOn).filter((startsOn) => startsOn > strategy.startsOn);
  const follows = next.toSorted((one, other) => +one - +other)[0];
  const [open] = [strategy.endsOn, addDays(today, yearDays)].toSorted((one, other) => +other - +one);
  return { from: strategy.startsOn, to: follows ? addDays(follows, -1) : (open ?? strategy.endsOn) };
}

export const isWithin = (day: Date, { from, to }: { from: Date; to: Date }) => from <= day && day <= to;
