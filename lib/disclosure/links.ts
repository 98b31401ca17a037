import type { Sum } from '#lib/disclosure/attack.ts';
import { amongAt, type CountName, countKey, shareOf, sumsOf } from '#lib/disclosure/cells.ts';
import { grouped, type Meaning, type Recorded, unknownOf, type Whole } from '#lib/disclosure/releases.ts';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import type { CountCell } from '#lib/disclosure/tables.ts';

/** The sums that hold between counts as they stood together, and the counts that nobody printed and sums give away. */

export type Links = { unprinted: Map<string, CountCell>; sums: Map<string, Sum> };

/** What stood when something was released: by count, as that release had it. */
export type View = ReadonlyMap<string, Recorded>;

const join = (links: Links, whole: string, parts: readonly string[]) =>
  links.sums.set(`${whole}=${parts.join('+')}`, { whole, parts });

/**
 * A count that is the whole less some parts. Less than nothing is no count: the numbers are then not what they are said
 * to be, and what they miss by is taken for known.
 */
function addDifference(links: Links, whole: Recorded, parts: readonly Recorded[]): void {
  const ids = [whole, ...parts].map(unknownOf);
  const id = `${ids[0]} less ${ids.slice(1).join(' and ')}`;
  const values = parts.map(({ value }) => value);
  const isOpen = whole.value === null || values.includes(null);
  const value = isOpen ? null : values.reduce<number>((left, part) => left - (part ?? 0), whole.value ?? 0);
  if (value !== null && value < 0) return void join(links, ids[0] ?? '', ids.slice(1));
  links.unprinted.set(id, { id, value, unprinted: value === null ? 'free' : 'protected' });
  join(links, ids[0] ?? '', [...ids.slice(1), id]);
}

/** Those counted and those not counted are the group. */
export function linkShares(links: Links, view: View, rule: DisclosureRule): void {
  for (const count of view.values()) {
    if (count.part !== 'count') continue;
    const group = view.get(countKey({ ...count, part: 'group' }));
    if (!group || (count.value ?? 0) > (group.value ?? Number.POSITIVE_INFINITY)) continue;
    const ids = { count: unknownOf(count), group: unknownOf(group), rest: '' };
    ids.rest = `${ids.group} less ${ids.count}`;
    const { cells, sums } = shareOf((part) => ids[part], { count: count.value, group: group.value }, rule);
    for (const cell of cells) if (cell.unprinted) links.unprinted.set(cell.id, cell);
    for (const { whole, parts } of sums) join(links, whole, parts);
  }
}

/** The lines and margins of the tables of one definition, area and period; what is missing from a line is a count, too. */
export function linkTables(links: Links, view: View, at: CountName, wholes: readonly Whole[]): void {
  for (const whole of wholes) {
    for (const part of ['count', 'group'] as const) {
      const key = (row: string, column: string) => countKey({ ...at, part, among: amongAt(whole, row, column) });
      for (const sum of sumsOf(whole, key)) {
        const total = view.get(sum.whole);
        const parts = sum.parts.flatMap((id) => view.get(id) ?? []);
        if (!total || parts.length === 0) continue;
        if (parts.length < sum.parts.length) addDifference(links, total, parts);
        else join(links, unknownOf(total), parts.map(unknownOf));
      }
    }
  }
}

/**
 * Counts of a year to date: each holds the one before, so that their difference is a count of the time between. Every
 * version that was printed is held against every other, for an attacker has them all.
 * @param released the versions of each count that some release named
 */
export function linkYearToDate(links: Links, released: readonly Recorded[]): void {
  const counts = grouped(released, (cell) => countKey({ ...cell, period: '' }));
  for (const versions of counts.values()) {
    const periods = [...new Set(versions.map(({ period }) => period))].sort();
    for (const [at, period] of periods.entries()) {
      const earlier = versions.filter((cell) => cell.period === periods[at - 1]);
      for (const later of versions.filter((cell) => cell.period === period)) {
        for (const before of earlier) addDifference(links, later, [before]);
      }
    }
  }
}

/** The quarters of a year and the year itself, where the same indicator has both. */
export function linkYears(links: Links, view: View, meanings: readonly Meaning[]): void {
  const years = meanings.filter(({ periodType }) => periodType === 'financialYear');
  const quarterly = meanings.filter(({ periodType }) => periodType === 'financialQuarter');
  for (const year of view.values()) {
    if (!years.some(({ id }) => id === year.definitionId)) continue;
    for (const { id: definitionId, isYearToDate } of quarterly) {
      const names = [1, 2, 3, 4].map((quarter) => ({ ...year, definitionId, period: `${year.period}Q${quarter}` }));
      const quarters = (isYearToDate ? names.slice(3) : names).flatMap((name) => view.get(countKey(name)) ?? []);
      const sum = quarters.reduce((total, { value }) => total + (value ?? 0), 0);
      if (isYearToDate || quarters.length === 4) {
        // Counts of a day do not add up to one of a year: only what does is taken for a sum.
        const isOpen = [year, ...quarters].some(({ value }) => value === null);
        if (quarters.length > 0 && (isOpen || sum === year.value))
          join(links, unknownOf(year), quarters.map(unknownOf));
      } else if (quarters.length === 3 && sum <= (year.value ?? sum)) addDifference(links, year, quarters);
    }
  }
}
