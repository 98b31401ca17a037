/** What may be shown of a count of children. Conventions B3: councils publish 0 and 6 or more, never 1 to 5. */

/** A thing that may be shown, or the fact that it may not: the number itself is gone in the second case. */
export type Disclosed<T> = { shown: T } | { suppressed: true };

const suppressed = { suppressed: true } as const;

/** How one source's small numbers are hidden. Conventions B3: sources differ, so each may have a rule of its own. */
export type DisclosureRule = {
  /** Counts from 1 to this number are hidden; 0 hides none. */
  threshold: number;
  /** What is shown is rounded to the nearest multiple of this; 1 rounds nothing. */
  roundTo: number;
  /** Whether a zero is shown as one, or counts as small. */
  zeros: 'shown' | 'hidden';
  /** A share of a group smaller than this is not shown; 0 sets no such minimum. */
  minimumDenominator: number;
  /** Whether those who were not counted, the denominator less the numerator, are protected as well. */
  protectsRest: boolean;
};

/** What a council's threshold alone says. */
export const plainRule = (threshold: number): DisclosureRule => ({
  threshold,
  roundTo: 1,
  zeros: 'shown',
  minimumDenominator: 0,
  protectsRest: true,
});

/** Units that are not a count of people: shares, rates for every 10,000, and scores. */
const measures: ReadonlySet<string> = new Set(['%', 'pp', 'rate', 'score']);

/** True when the unit counts people: "number", "children", "people". */
export const isCountUnit = (unit: string) => !measures.has(unit);

/** True from 1 to the threshold. Zero is a real zero and is shown. */
export const isSmallCount = (count: number | null, threshold: number) =>
  count !== null && count > 0 && count <= threshold;

type Counted = { value: number; unit: string; numerator: number | null; denominator: number | null };

/** The count behind a share that stands with its group alone: whoever reads the two works it out. */
export const countBehind = ({ value, unit, numerator, denominator }: Counted) =>
  numerator === null && denominator !== null && unit === '%' ? Math.round((value * denominator) / 100) : numerator;

/**
 * A published value with its counts. A share goes with its count: from the share and the
 * denominator anyone works the count out.
 * @param threshold the council's rule disclosureThreshold; 0 hides nothing
 */
export function disclose<T extends Counted>(counted: T, threshold: number): Disclosed<T> {
  const rule = { ...plainRule(threshold), protectsRest: false };
  return reasonToHide(counted, rule) ? suppressed : { shown: counted };
}

/** Why a number is not shown: what it is itself, or that another could be worked out from it. */
export type HiddenBecause = 'small' | 'zero' | 'group' | 'rest' | 'protects' | 'source';

/** Why a count may not be shown for its size: it is small, or a zero where zeros are hidden. */
export const sizeProblem = (count: number | null, rule: DisclosureRule): 'small' | 'zero' | null => {
  if (count === 0 && rule.zeros === 'hidden') return 'zero';
  return isSmallCount(count, rule.threshold) ? 'small' : null;
};

/**
 * The first reason for which a value may not be shown by itself; null where there is none.
 * "rest": those who were not counted are so few that the count gives them away.
 */
export function reasonToHide(counted: Counted, rule: DisclosureRule): 'small' | 'zero' | 'group' | 'rest' | null {
  const { value, unit, denominator: group } = counted;
  const count = countBehind(counted);
  const own = sizeProblem(isCountUnit(unit) ? value : null, rule) ?? sizeProblem(count, rule);
  if (own) return own;
  if (sizeProblem(group, rule)) return 'group';
  if (!isCountUnit(unit) && group !== null && group < rule.minimumDenominator) return 'group';
  const rest = count === null || group === null ? null : group - count;
  return rule.protectsRest && sizeProblem(rest, rule) ? 'rest' : null;
}

/** Rounded to the rule's base, and never to a number that would read as a zero or as a small count. */
export function roundedCount<N extends number | null>(
  count: N,
  { roundTo, threshold }: Pick<DisclosureRule, 'roundTo' | 'threshold'>,
): N | number {
  if (count === null || count === 0 || roundTo <= 1) return count;
  const least = Math.ceil((threshold + 1) / roundTo) * roundTo;
  return Math.max(Math.round(count / roundTo) * roundTo, least);
}

/** How many a share of everybody is: of a hundred, or of ten thousand. */
const bases: Record<string, number> = { '%': 100, rate: 10_000 };

/** With rounded counts the share is theirs: it says nothing that they do not say. */
function rounded<T extends Observed>(observed: T, counted: Counted, rule: DisclosureRule): T {
  if (rule.roundTo <= 1) return observed;
  const { unit, value } = counted;
  const numerator = roundedCount(countBehind(counted), rule);
  const denominator = roundedCount(counted.denominator, rule);
  if (isCountUnit(unit)) return { ...observed, value: roundedCount(Math.round(value), rule), numerator, denominator };
  const base = bases[unit];
  const share =
    base && numerator !== null && denominator ? Number(((base * numerator) / denominator).toFixed(4)) : value;
  return { ...observed, value: share, numerator, denominator };
}

export type Observed = {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  symbol: 'c' | 'z' | 'x' | 'k' | 'u' | null;
};

/**
 * An observation as it may be shown: where the source printed a small count after all, the symbol c
 * stands in its place and the share goes with it; other counts are rounded as the rule says.
 */
export function discloseObservation<T extends Observed>(observed: T, unit: string, rule: DisclosureRule): T {
  const { value, numerator, denominator } = observed;
  const group = sizeProblem(denominator, rule) ? null : roundedCount(denominator, rule);
  if (value === null) return { ...observed, numerator: null, denominator: group };
  const counted = { value, unit, numerator, denominator };
  if (!reasonToHide(counted, rule)) return rounded(observed, counted, rule);
  return { ...observed, value: null, numerator: null, denominator: group, symbol: 'c' };
}

/** The rule for figures of regions and countries: they are printed rounded, and stay as they were printed. */
export const printedRule = ({ threshold }: DisclosureRule): DisclosureRule => ({
  ...plainRule(threshold),
  protectsRest: false,
});

/** Counts of the answers to one question, as they may be shown: null stands for what may not. */
export type ShownCells<Name extends string> = { total: number | null; cells: Record<Name, number> | null };

/**
 * All counts, or the total alone, or nothing. One count that is missing is the total less the others, and two that are
 * missing can often be worked out from how they came to be hidden: so one small count hides them all.
 */
export function discloseCells<Name extends string>(
  cells: Readonly<Record<Name, number>>,
  threshold: number,
): ShownCells<Name> {
  const counts = Object.values<number>(cells);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (isSmallCount(total, threshold)) return { total: null, cells: null };
  return { total, cells: counts.some((count) => isSmallCount(count, threshold)) ? null : { ...cells } };
}
