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
function addDifference(links: Links, whole: Recorded, parts: readonly Recorded[]): CountCell | null {
  const ids = [whole, ...parts].map(unknownOf);
  const id = `${ids[0]} less ${ids.slice(1).join(' and ')}`;
  const values = parts.map(({ value }) => value);
  const isOpen = whole.value === null || values.includes(null);
  const value = isOpen ? null : values.reduce<number>((left, part) => left - (part ?? 0), whole.value ?? 0);
  if (value !== null && value < 0) {
    join(links, ids[0] ?? '', ids.slice(1));
    return null;
  }
  const cell: CountCell = { id, value, unprinted: value === null ? 'free' : 'protected' };
  links.unprinted.set(id, cell);
  join(links, ids[0] ?? '', [...ids.slice(1), id]);
  return cell;
}

/** Those counted and those not counted are the group. */
export function linkShares(links: Links, view: View, rule: DisclosureRule): void {
  for (const count of view.values()) {
    const group = count.part === 'count' ? view.get(countKey({ ...count, part: 'group' })) : undefined;
    if (group) addRest(links, { ...count, id: unknownOf(count) }, { ...group, id: unknownOf(group) }, rule);
  }
}

function addRest(links: Links, count: CountCell, group: CountCell, rule: DisclosureRule): void {
  if ((count.value ?? 0) > (group.value ?? Number.POSITIVE_INFINITY)) return;
  const ids = { count: count.id, group: group.id, rest: `${group.id} less ${count.id}` };
  const { cells, sums } = shareOf((part) => ids[part], { count: count.value, group: group.value }, rule);
  for (const cell of cells) if (cell.unprinted) links.unprinted.set(cell.id, cell);
  for (const { whole, parts } of sums) join(links, whole, parts);
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
 * Counts of a year to date: each holds the one before, so that their difference is a count of the time between, and of
 * a share there is a rest of that time as well. Only counts that stood together are held against each other: a
 * correction between them is no child.
 */
export function linkYearToDate(links: Links, view: View, definitions: ReadonlySet<string>, rule: DisclosureRule): void {
  const toDate = [...view.values()].filter(({ definitionId }) => definitions.has(definitionId));
  const between = new Map<string, CountCell>();
  for (const counts of grouped(toDate, (cell) => countKey({ ...cell, period: '' })).values()) {
    counts.sort((a, b) => (a.period < b.period ? -1 : 1));
    for (const [at, later] of counts.entries()) {
      const before = counts[at - 1];
      const cell = before && addDifference(links, later, [before]);
      if (cell) between.set(countKey(later), cell);
    }
  }
  for (const name of toDate) {
    const count = name.part === 'count' ? between.get(countKey(name)) : undefined;
    const group = between.get(countKey({ ...name, part: 'group' }));
    if (count && group) addRest(links, count, group, rule);
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
