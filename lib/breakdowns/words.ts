import type { ShownBreakdown, ShownCell, ShownTable } from '#lib/breakdowns/rules.ts';
import { isCountUnit } from '#lib/disclosure/rules.ts';
import { periodWords } from '#lib/indicators/periods/rules.ts';
import { pointWords } from '#lib/indicators/words/rules.ts';

/** The cell of a row and a column, "" for all of them; undefined where there is no value of it. */
export const cellAt = (table: ShownTable, row: string, column = ''): ShownCell | undefined =>
  table.cells.find((cell) => cell.row === row && cell.column === column);

/** "Children in care by age: Portsmouth, 31 March 2025" */
export const tableTitle = (breakdown: ShownBreakdown, { area, period }: ShownTable) =>
  `${breakdown.title}: ${area.name}, ${periodWords(breakdown.periodType, period)}`;

/**
 * What a table says, in at most two sentences: where the figure is highest and lowest, and how much is hidden.
 * Of a table by two characteristics the rows are told, and then the columns by themselves.
 */
export function tableSentence(breakdown: ShownBreakdown, table: ShownTable): string {
  const { rows, columns } = breakdown;
  const told = [rows.map((row) => cellAt(table, row)), columns.map((column) => cellAt(table, '', column))]
    .map((cells, at) => span(cells.filter(isThere), (cell) => (at === 0 ? cell.row : cell.column), breakdown))
    .filter(Boolean)
    .join(' ');
  const hidden = table.cells.filter(({ symbol }) => symbol === 'c').length;
  const gaps = hidden === 0 ? '' : `${hidden} of ${table.cells.length} numbers ${hidden === 1 ? 'is' : 'are'} hidden.`;
  return [told, gaps].filter(Boolean).join(' ') || 'No value is recorded.';
}

const isThere = (cell: ShownCell | undefined): cell is ShownCell => cell !== undefined;

function span(cells: readonly ShownCell[], name: (cell: ShownCell) => string, breakdown: ShownBreakdown): string {
  const { unit, decimals } = breakdown;
  const shown = cells.flatMap((cell) => (cell.value === null ? [] : [{ cell, value: cell.value }]));
  const ordered = shown.toSorted((one, other) => other.value - one.value);
  const [most, least] = [ordered[0], ordered.at(-1)];
  if (!most || !least || most.value === least.value) return '';
  const words = ({ cell }: typeof most) => `${name(cell)} (${pointWords(cell, unit, decimals)})`;
  return isCountUnit(unit)
    ? `Most: ${words(most)}. Fewest of those shown: ${words(least)}.`
    : `Highest: ${words(most)}. Lowest of those shown: ${words(least)}.`;
}
