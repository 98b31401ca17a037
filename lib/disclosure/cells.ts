import type { Sum } from '#lib/disclosure/attack.ts';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import type { CountCell } from '#lib/disclosure/tables.ts';

/** Names of counts that are the same in every view, and the sums that hold between them. */

/** count: those who were counted. group: those out of whom. rest: those of the group who were not counted. */
export type CellPart = 'count' | 'group' | 'rest';

/**
 * Which children, in one spelling: "" for all of them, else characteristics and values, sorted:
 * "Age=10+to+15&Sex=Girls". A characteristic without a value is all of them, so that a total has one name whichever
 * table it stands in.
 */
export function amongOf(characteristics: readonly (readonly [title: string, value: string])[]): string {
  const named = characteristics.filter(([, value]) => value !== '').map(([title, value]) => [title, value]);
  const pairs = new URLSearchParams(named);
  pairs.sort();
  return pairs.toString();
}

type Lines = { rowTitle: string; rows: readonly string[]; columnTitle: string; columns: readonly string[] };

/** Which children a place in a table by one characteristic or two is about; "" is the total of a line. */
export const amongAt = (
  { rowTitle, columnTitle }: Pick<Lines, 'rowTitle' | 'columnTitle'>,
  row: string,
  column: string,
) =>
  amongOf([
    [rowTitle, row],
    [columnTitle, column],
  ]);

/**
 * The sums of a table whose every child is in one row and one column: lines, margins and the total of all.
 * @param id of the count in a place
 */
export function sumsOf(
  { rows, columns }: Pick<Lines, 'rows' | 'columns'>,
  id: (row: string, column: string) => string,
): Sum[] {
  const down = ['', ...columns].map((column) => ({ whole: id('', column), parts: rows.map((row) => id(row, column)) }));
  if (columns.length === 0) return down;
  const across = ['', ...rows].map((row) => ({ whole: id(row, ''), parts: columns.map((column) => id(row, column)) }));
  return [...down, ...across];
}

/**
 * The counts behind a share: those counted and those not counted are the group. Nobody prints the rest, and everybody
 * can work it out.
 * @param id of each of the three
 */
export function shareOf(
  id: (part: CellPart) => string,
  { count, group }: { count: number | null; group: number | null },
  rule: Pick<DisclosureRule, 'protectsRest'>,
): { cells: CountCell[]; sums: Sum[] } {
  const rest = count === null || group === null ? null : group - count;
  return {
    cells: [
      { id: id('count'), value: count },
      { id: id('group'), value: group },
      { id: id('rest'), value: rest, unprinted: rule.protectsRest ? 'protected' : 'free' },
    ],
    sums: [{ whole: id('group'), parts: [id('count'), id('rest')] }],
  };
}

/** What a count is of. The same words name the same children in every view, edition and release. */
export type CountName = { definitionId: string; areaId: string; period: string; among: string; part: CellPart };

/** One text for a count; no two counts share it. */
export const countKey = ({ definitionId, areaId, period, among, part }: CountName) =>
  [definitionId, areaId, period, part, among].join('|');
