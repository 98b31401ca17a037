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

/**
 * A published value with its counts. A share goes with its count: from the share and the
 * denominator anyone works the count out.
 * @param threshold the council's rule disclosureThreshold; 0 hides nothing
 */
export function disclose<T extends Counted>(counted: T, threshold: number): Disclosed<T> {
  const isSmall =
    (isCountUnit(counted.unit) && isSmallCount(counted.value, threshold)) ||
    isSmallCount(counted.numerator, threshold) ||
    isSmallCount(counted.denominator, threshold);
  return isSmall ? suppressed : { shown: counted };
}

type Observed = {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  symbol: 'c' | 'z' | 'x' | 'k' | 'u' | null;
};

/**
 * An observation as it may be shown: where the source printed a small count after all, the symbol c
 * stands in its place and the share goes with it.
 */
export function discloseObservation<T extends Observed>(observed: T, unit: string, threshold: number): T {
  const { value, numerator, denominator } = observed;
  const base = isSmallCount(denominator, threshold) ? null : denominator;
  if (value === null) return { ...observed, numerator: null, denominator: base };
  if ('shown' in disclose({ value, unit, numerator, denominator }, threshold)) return observed;
  return { ...observed, value: null, numerator: null, denominator: base, symbol: 'c' };
}

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
