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

/** A verdict needs this many children in the group: below it one child moves the figure by more than 3 in 100. */
export const minimumGroup = 30;

/** And this many on either side of the count: below it the change is a handful of children. */
export const minimumCounted = 10;

/** What a board member reads when no verdict is given for small numbers. */
export const tooFewMeans = `fewer than ${minimumGroup} children in the group, or fewer than ${minimumCounted} on one side of the count.`;

const groupIsSmall = (point: Point) => point.denominator !== null && point.denominator < minimumGroup;

const countIsSmall = ({ numerator, denominator }: Point) =>
  numerator !== null && (numerator < minimumCounted || (denominator ?? Infinity) - numerator < minimumCounted);

/**
 * Better, worse or held than a year ago by the polarity that a person confirmed; values are compared as published.
 * "none": up is neither good nor bad, or one of the two values is missing. Missing is never read as zero.
 */
export function verdict(polarity: Polarity, latest: Point | null, before: Point | null): Verdict {
  if (polarity === 'none' || !latest || !before || latest.value === null || before.value === null) return 'none';
  if (groupIsSmall(latest) || groupIsSmall(before)) return 'tooFewToJudge';
  if (latest.value === before.value) return 'held';
  if (countIsSmall(latest) || countIsSmall(before)) return 'tooFewToJudge';
  return latest.value > before.value === (polarity === 'high') ? 'better' : 'worse';
}

/**
 * Whether the change may be chance: the two-proportion z test on the counts, two-sided at 5 %.
 * Null where counts are not known, or no share can be made of them.
 */
export function mayBeChance(latest: Point, before: Point): boolean | null {
  const [n1, d1, n0, d0] = [latest.numerator, latest.denominator, before.numerator, before.denominator];
  if (n1 === null || n0 === null || !d1 || !d0 || n1 > d1 || n0 > d0) return null;
  const pooled = (n1 + n0) / (d1 + d0);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / d1 + 1 / d0));
  return error === 0 ? null : Math.abs(n1 / d1 - n0 / d0) / error < 1.96;
}

/** Where a value stands beside another area's: by good and bad where polarity says so, else only above or below. */
export function isWorseThan(polarity: Polarity, own: number, other: number): boolean {
  return polarity === 'high' ? own < other : polarity === 'low' && own > other;
}
