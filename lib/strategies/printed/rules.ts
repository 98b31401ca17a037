import { areaWords, valueWords } from '#lib/indicators/words/rules.ts';

/** A number that a strategy prints beside the number that its source publishes: how far apart they are, in words. */

/** What stands on one side, as it may be shown; null for a number that is hidden, or that nobody has. */
export type Published = {
  title: string;
  unit: string;
  decimals: number;
  value: number | null;
  /** Where there is no number because the source or the rule for small numbers hides it. */
  isHidden: boolean;
  numerator: number | null;
  denominator: number | null;
};

export type Compared = 'same' | 'differs' | 'hidden' | 'nothing';

const shares: ReadonlySet<string> = new Set(['%', 'rate', 'score']);

/**
 * The published number that the printed one can be held against: of a printed count of children the count, though the
 * figure itself is a rate.
 */
export function comparableValue(printedUnit: string, published: Published): { value: number | null; unit: string } {
  if (shares.has(printedUnit) || !shares.has(published.unit)) return { value: published.value, unit: published.unit };
  return { value: published.numerator, unit: 'number' };
}

export function compare(printed: number | null, printedUnit: string, published: Published | null): Compared {
  if (!published || printed === null) return 'nothing';
  if (published.isHidden) return 'hidden';
  const { value } = comparableValue(printedUnit, published);
  if (value === null) return 'nothing';
  // What was printed without decimals was rounded: it is held against the published number rounded alike.
  const decimals = Number.isInteger(printed) ? 0 : 1;
  return Math.round(value * 10 ** decimals) === Math.round(printed * 10 ** decimals) ? 'same' : 'differs';
}

const said = (value: number, unit: string) =>
  valueWords(value, unit, Number.isInteger(value) ? 0 : 1) + (unit === 'rate' ? ' for every 10,000' : '');

/** One or two sentences on a printed number and the published one. */
export function differenceWords(printed: number | null, printedUnit: string, published: Published | null): string {
  const state = compare(printed, printedUnit, published);
  if (!published || printed === null || state === 'nothing')
    return 'No figure of that day is published here, so the two cannot be compared.';
  if (state === 'hidden') {
    return 'The published figure is hidden, so that no child can be identified. The printed one shows what its source does not.';
  }
  const other = comparableValue(printedUnit, published);
  const value = other.value ?? 0;
  const unit = other.unit === 'number' ? '' : other.unit;
  if (state === 'same') return `The two are the same: ${said(value, unit || 'number')}.`;
  const apart = Math.abs(Math.round((value - printed) * 10) / 10);
  const points = unit === '%' ? (apart === 1 ? ' percentage point' : ' percentage points') : '';
  return `Printed ${said(printed, unit || 'number')}, published ${said(value, unit || 'number')}: the published figure is ${apart}${points} ${value < printed ? 'lower' : 'higher'}.`;
}

type Beside = { name: string; printed: number | null; published: number | null };

/** "England: printed 71%, published 71%." for each area that is printed beside it. */
export const comparatorWords = (beside: readonly Beside[], unit: string): string =>
  beside
    .flatMap(({ name, printed, published }) => {
      if (printed === null) return [];
      const there = published === null ? 'nothing published here' : `published ${said(published, unit)}`;
      const place = areaWords(name);
      return [`${place.charAt(0).toUpperCase()}${place.slice(1)}: printed ${said(printed, unit)}, ${there}.`];
    })
    .join(' ');

/**
 * Where the printed words fit two published figures: which one it is, and what the other says.
 * "The printed number is that of “…, ages 17 to 18” alone. “…, ages 19 to 21” was 55%, and 55% in England."
 */
export function alsoWords(state: Compared, published: Published, also: Published & { country: number | null }): string {
  const is =
    state === 'same'
      ? `The printed number holds for “${published.title}” only.`
      : `It is laid beside “${published.title}”.`;
  if (also.value === null)
    return `${is} “${also.title}” is ${also.isHidden ? 'hidden' : 'not published'} for that day.`;
  const words = (value: number) => valueWords(value, also.unit, also.decimals);
  const country = also.country === null ? '' : `, and ${words(also.country)} in England`;
  return `${is} “${also.title}” was ${words(also.value)}${country}.`;
}
