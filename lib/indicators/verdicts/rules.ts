import { differenceInterval } from '#lib/indicators/verdicts/intervals.ts';

/** Whether a figure is better or worse than a year ago, and when nobody should say so. */

export type Polarity = 'high' | 'low' | 'none';
export type MissingSymbol = 'c' | 'z' | 'x' | 'k' | 'u';

/** One value of one area. Days are written 2025-03-31. Exactly one of value and symbol stands. */
export type Point = {
  period: string;
  endsOn: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  symbol: MissingSymbol | null;
};

export type Verdict = 'better' | 'worse' | 'held' | 'tooFewToJudge' | 'none';

/** This many have to be on either side of a count: below it the change is a handful of children. */
export const minimumCounted = 10;

/** What a board member reads when no verdict is given for small numbers. */
export const tooFewMeans = (minimumGroup: number) =>
  `fewer than ${minimumGroup} children in the group, or fewer than ${minimumCounted} on one side of the count.`;

type Direction = { polarity: Polarity; polarityConfirmedBy: string | null };

/** What verdicts follow: a direction that nobody has confirmed gives none (design, decision 6). */
export const judgedPolarity = ({ polarity, polarityConfirmedBy }: Direction): Polarity =>
  polarityConfirmedBy === null ? 'none' : polarity;

/** Whether the group is too small for any verdict: one child would move the figure too far. */
export const groupIsSmall = ({ denominator }: Point, minimumGroup: number) =>
  denominator !== null && denominator < minimumGroup;

const countIsSmall = ({ numerator, denominator }: Point) =>
  numerator !== null && (numerator < minimumCounted || (denominator ?? Infinity) - numerator < minimumCounted);

/**
 * Better, worse or held than a year ago by the polarity that a person confirmed; values are compared as published.
 * "none": up is neither good nor bad, or one of the two values is missing. Missing is never read as zero.
 * @param minimumGroup the definition's: a smaller group gets no verdict
 */
export function verdict(polarity: Polarity, latest: Point | null, before: Point | null, minimumGroup: number): Verdict {
  if (polarity === 'none' || !latest || !before || latest.value === null || before.value === null) return 'none';
  if (groupIsSmall(latest, minimumGroup) || groupIsSmall(before, minimumGroup)) return 'tooFewToJudge';
  if (latest.value === before.value) return 'held';
  if (countIsSmall(latest) || countIsSmall(before)) return 'tooFewToJudge';
  return latest.value > before.value === (polarity === 'high') ? 'better' : 'worse';
}

/**
 * Whether the change may be chance: nought lies in the 95 % interval of the difference (Newcombe's method 10).
 * Null where counts are not known, or no share can be made of them, or both years count all or none.
 */
export function mayBeChance(latest: Point, before: Point): boolean | null {
  const between = differenceInterval(latest, before);
  return between && between.low <= 0 && between.high >= 0;
}

/** Where a value stands beside another area's: by good and bad where polarity says so, else only above or below. */
export function isWorseThan(polarity: Polarity, own: number, other: number): boolean {
  return polarity === 'high' ? own < other : polarity === 'low' && own > other;
}
