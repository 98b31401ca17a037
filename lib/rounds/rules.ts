/** A reporting round: leads say how their commitments go between opening and close, and are due in between. */
export type RoundDays = { opensOn: Date; dueOn: Date; closesOn: Date };

/** With the last day of its latest reopening; null or absent where it was never opened again. */
export type Reopenable = RoundDays & { reopenedUntil?: Date | null };

/** The last day on which updates are taken. A reopening never shortens a round. */
export const lastDay = ({ closesOn, reopenedUntil }: Reopenable) =>
  reopenedUntil && reopenedUntil > closesOn ? reopenedUntil : closesOn;

/**
 * The round that is open on this day, or null between rounds. The latest opened, should two overlap.
 * One that was opened again is open like any other; freshness keeps going by the day on which it first closed.
 */
export function openRound<R extends Reopenable>(rounds: readonly R[], today: Date): R | null {
  return latest(rounds.filter((round) => round.opensOn <= today && today <= lastDay(round)));
}

/**
 * The day since which an update counts as confirmed: the opening of the last round that has closed.
 * An update older than that has been passed over at least once. Null before any round has closed.
 */
export function confirmedSince(rounds: readonly RoundDays[], today: Date): Date | null {
  return latest(rounds.filter((round) => round.closesOn < today))?.opensOn ?? null;
}

function latest<R extends RoundDays>(rounds: readonly R[]): R | null {
  return rounds.reduce<R | null>((best, round) => (best && best.opensOn >= round.opensOn ? best : round), null);
}
