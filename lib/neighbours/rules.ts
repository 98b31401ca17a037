import type { Polarity } from '#lib/indicators/verdicts/rules.ts';

/** Where the council stands among others: its neighbours, and all councils whose figures are held. */

/** How many have a figure in the period, and how many of these stand above, at and below the council's own. */
export type Standing = { n: number; above: number; equal: number; below: number };

/** What the database says of one indicator, in the period of the council's latest value. Made by one statement. */
export type Peers = {
  key: string;
  /** As the source writes it. */
  period: string;
  /** False where the council's own value is missing or hidden: then it has no place among others. */
  hasOwn: boolean;
  /** The set that held at the time asked about; null while the council has none. */
  set: { name: string; model: string; startsOn: string; size: number } | null;
  /** Among the members of the set, the council itself not counted. The mean is unweighted and ignores what is missing. */
  neighbours: Standing & { mean: number | null };
  /** Among all councils, the council itself not counted; the bounds between the quarters are of all, itself too. */
  councils: Standing & { bounds: { lower: number; middle: number; upper: number } | null };
};

export type Quartile = 'A' | 'B' | 'C' | 'D';

/** The quarters of England mean something only where most of its 153 authorities have a figure. */
export const enoughForQuartiles = 100;

/**
 * First is best. Where up is neither good nor bad, the first is the highest. Equal values share a place.
 * @returns null where the council has no value, or nobody has one to stand beside
 */
export function place(polarity: Polarity, own: boolean, { n, above, equal, below }: Standing) {
  if (!own || n === 0) return null;
  return { rank: 1 + (polarity === 'low' ? below : above), outOf: n + 1, isShared: equal > 0 };
}

/**
 * A is the best quarter, D the worst; a value on a bound belongs to the better one. No letter without a direction.
 * As in the Department's tool the bounds are the quartiles of all authorities (conventions, B4).
 */
export function quartile(polarity: Polarity, own: number | null, councils: Peers['councils']): Quartile | null {
  const { bounds, n } = councils;
  if (polarity === 'none' || own === null || bounds === null || n + 1 < enoughForQuartiles) return null;
  const { lower, middle, upper } = bounds;
  const isBeyond = (bound: number) => (polarity === 'high' ? own < bound : own > bound);
  const [best, worst] = polarity === 'high' ? [upper, lower] : [lower, upper];
  return !isBeyond(best) ? 'A' : !isBeyond(middle) ? 'B' : !isBeyond(worst) ? 'C' : 'D';
}

/** 1st, 2nd, 3rd, 11th. */
export function ordinal(n: number): string {
  const [tens, ones] = [n % 100, n % 10];
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][ones] ?? 'th');
  return `${n}${ending}`;
}

export const noneHeld =
  'No figures of the neighbours are held for this: bring in the Department’s file with all authorities.';

/** How a council stands beside its neighbours, as a page says it; null where it has no set, or no value yet. */
export type Neighbours = {
  setName: string;
  /** The day from which the set holds, 2025-05-01. */
  setStartsOn: string;
  mean: number | null;
  meanText: string;
  /** So many of the set have a figure … */
  n: number;
  /** … of so many. */
  of: number;
  rank: number | null;
  outOf: number;
  quartile: Quartile | null;
  /** The place among all councils with a figure; null where there are no others. */
  councils: { rank: number; outOf: number } | null;
  sentence: string;
};

type Own = { polarity: Polarity; value: number | null; text: (value: number) => string };

export function besideNeighbours(peers: Peers | null, { polarity, value, text }: Own): Neighbours | null {
  if (!peers?.set) return null;
  const { set, neighbours, councils } = peers;
  const { mean, n } = neighbours;
  const hasOwn = peers.hasOwn && value !== null;
  const found = place(polarity, hasOwn, neighbours);
  const among = place(polarity, hasOwn, councils);
  const letter = quartile(polarity, hasOwn ? value : null, councils);
  const meanText = mean === null ? 'not known' : text(mean);
  const said = [
    `${set.name}: ${meanText} on average (${n} of ${set.size} have a figure).`,
    found && `${sharedPlace(found)} of ${found.outOf} with them, ${from(polarity)}.`,
    letter && among && `Quarter ${letter} of ${among.outOf} councils, where A is best.`,
  ];
  return {
    setName: set.name,
    setStartsOn: set.startsOn,
    mean,
    meanText,
    n,
    of: set.size,
    rank: found?.rank ?? null,
    outOf: found?.outOf ?? n,
    quartile: letter,
    councils: among && { rank: among.rank, outOf: among.outOf },
    sentence: n === 0 ? noneHeld : said.filter(Boolean).join(' '),
  };
}

const sharedPlace = ({ rank, isShared }: { rank: number; isShared: boolean }) =>
  isShared ? `Joint ${ordinal(rank)}` : ordinal(rank);

const from = (polarity: Polarity) => (polarity === 'none' ? 'counted from the highest' : 'counted from the best');
