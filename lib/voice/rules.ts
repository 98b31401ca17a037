import { discloseCells, type ShownCells } from '#lib/disclosure/rules.ts';
import { type Verdict, verdicts } from '#lib/promises/rules.ts';

/**
 * What young people say of a promise, beside what the board says. The pages print these rules: change both together.
 *
 * Two voices are kept apart. The groups answer by a link and stay unknown: only counts of theirs are shown, and only
 * when none is small. Their representatives are known and say it for all to read, so theirs has no counts.
 */
export type Tally = Record<Verdict, number>;

export const emptyTally = (): Tally => ({ kept: 0, partly: 0, notYet: 0, cannotTell: 0 });

/** What was said of one promise in one round. */
export type Said = { groups: Tally; representatives: Tally };

/** The most hopeful first: where two answers were given as often, the less hopeful one counts. */
const hopeful: readonly Verdict[] = ['kept', 'partly', 'cannotTell', 'notYet'];

/** The answer that was given most; null when nobody gave one. */
export function mostGiven(tally: Tally): Verdict | null {
  const most = Math.max(...Object.values(tally));
  return most === 0 ? null : (hopeful.findLast((answer) => tally[answer] === most) ?? null);
}

const totalOf = (tally: Tally) => verdicts.reduce((sum, answer) => sum + tally[answer], 0);

/**
 * How many must have answered before their answer is shown: one more than the largest count that is hidden. Never
 * under four: of three answers, the verdict alone can tell how many gave which.
 */
export const enough = (threshold: number) => Math.max(threshold + 1, 4);

export type YoungView = {
  /** What counts as young people's verdict: the groups' where enough have answered, else their representatives'. */
  verdict: Verdict | null;
  /** Whose it is. */
  by: 'groups' | 'representatives' | null;
  counts: ShownCells<Verdict>;
  /** What the representatives say, also where the groups' answer counts. */
  representatives: Verdict | null;
};

/** What may be shown of what was said in one round. @param threshold the council's rule disclosureThreshold */
export function youngView({ groups, representatives }: Said, threshold: number): YoungView {
  const counts = discloseCells(groups, threshold);
  const theirs = totalOf(groups) >= enough(threshold) ? mostGiven(groups) : null;
  const spoken = mostGiven(representatives);
  const by = theirs ? 'groups' : spoken ? 'representatives' : null;
  return { verdict: theirs ?? spoken, by, counts, representatives: spoken };
}

/** True when the two verdicts stand beside each other and are not the same. */
export const differs = (board: Verdict, young: Pick<YoungView, 'verdict'> | null): boolean =>
  young?.verdict != null && young.verdict !== board;

/** A link as far as it is open or not. Days are UTC midnights. */
export type LinkDays = {
  opensOn: Date;
  closesOn: Date;
  revokedAt: Date | null;
  round: { opensOn: Date; closesOn: Date };
};

/** Why a link takes no answers today; null while it does. */
export function whyClosed(link: LinkDays, today: Date): 'revoked' | 'early' | 'late' | null {
  if (link.revokedAt) return 'revoked';
  if (today < link.opensOn || today < link.round.opensOn) return 'early';
  return today > link.closesOn || today > link.round.closesOn ? 'late' : null;
}

/**
 * The round whose answers stand beside the board's verdict, of those that still count. The groups' answer of the newest
 * round with enough of them; where no round has enough, their representatives' newest.
 * @param rounds the newest first
 */
export function standingView<Round extends Said>(
  rounds: readonly Round[],
  threshold: number,
): (Round & { view: YoungView }) | null {
  const seen = rounds.map((round) => ({ ...round, view: youngView(round, threshold) }));
  const of = (by: YoungView['by']) => seen.find(({ view }) => view.by === by);
  return of('groups') ?? of('representatives') ?? null;
}
