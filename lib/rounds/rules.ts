/** A reporting round: leads say how their commitments go between opening and close, and are due in between. */
export type RoundDays = { opensOn: Date; dueOn: Date; closesOn: Date };

/** The round that is open on this day, or null between rounds. The latest opened, should two overlap. */
export function openRound<R extends RoundDays>(rounds: readonly R[], today: Date): R | null {
  const open = rounds.filter((round) => round.opensOn <= today && today <= round.closesOn);
  return latest(open);
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
