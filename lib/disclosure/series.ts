import {
  countBehind,
  type DisclosureRule,
  discloseObservation,
  isCountUnit,
  type Observed,
  sizeProblem,
} from '#lib/disclosure/rules.ts';

/**
 * The values of one area over time as they may be shown, oldest first. Where quarters count from 1 April, the second
 * less the first is what the second alone would be: a value from which a small difference to the last one shown of its
 * year would follow is hidden as well.
 * @param isYearToDate true where each quarter holds those before it in its year; periods end in Q1 to Q4
 */
export function discloseSeries<P extends Observed & { period: string }>(
  points: readonly P[],
  unit: string,
  rule: DisclosureRule,
  isYearToDate: boolean,
): P[] {
  const last = new Map<string, P>();
  return points.map((point) => {
    const shown = discloseObservation(point, unit, rule);
    if (!isYearToDate || shown.value === null) return shown;
    const year = point.period.replace(/Q\d$/, '');
    const before = last.get(year);
    if (before && isToldApart(before, point, unit, rule)) {
      return { ...shown, value: null, numerator: null, denominator: null, symbol: 'c' };
    }
    last.set(year, point);
    return shown;
  });
}

/** True where what came between two values of a year to date is too small to be worked out. */
function isToldApart(before: Observed, after: Observed, unit: string, rule: DisclosureRule): boolean {
  const [from, to] = [countsOf(before, unit), countsOf(after, unit)];
  const more = from.map((count, at) => {
    const later = to[at] ?? null;
    return count === null || later === null ? null : Math.abs(later - count);
  });
  const [count = null, group = null] = more;
  const rest = rule.protectsRest && count !== null && group !== null ? Math.abs(group - count) : null;
  return [count, group, rest].some((size) => size !== 0 && sizeProblem(size, rule) !== null);
}

/** Those counted, and those out of whom. */
function countsOf({ value, numerator, denominator }: Observed, unit: string): (number | null)[] {
  if (value === null || isCountUnit(unit)) return [value, null];
  return [countBehind({ value, unit, numerator, denominator }), denominator];
}
