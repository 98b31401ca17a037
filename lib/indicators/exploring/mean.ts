import { type ExploredCell, meanCode } from '#lib/indicators/exploring/rules.ts';

/**
 * The mean of the neighbours in each period of the headline, as the Department's tool makes it: every council counts
 * once, however large it is, and one without a value does not count. It is made of what may be shown, so that it
 * tells nothing of what is hidden.
 * @param neighbours the codes of the set
 * @param decimals of the indicator; the mean has as many
 */
export function meansOf(cells: readonly ExploredCell[], neighbours: readonly string[], decimals: number) {
  const values = new Map<string, number[]>();
  for (const { area, by, endsOn, value } of cells) {
    if (by !== '' || value === null || !neighbours.includes(area)) continue;
    values.set(endsOn, [...(values.get(endsOn) ?? []), value]);
  }
  return [...values].map(([endsOn, known]): ExploredCell => {
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const value = Math.round(mean * 10 ** decimals + 1e-9) / 10 ** decimals;
    const place = { area: meanCode, by: '', row: '', column: '', endsOn };
    return { ...place, value, numerator: null, denominator: null, symbol: null };
  });
}
