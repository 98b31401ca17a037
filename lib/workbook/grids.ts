import { type Cell, letterOf, textOf } from '#lib/workbook/cells.ts';
import type { Column } from '#lib/workbook/columns.ts';
import { ofSheet, type Problem } from '#lib/workbook/problems.ts';
import { explanationSheet, type Sheet } from '#lib/workbook/sheets.ts';

/** A sheet as it was found: its heading row, and rows with the numbers that the spreadsheet gives them. */
export type Found = { name: string; header: readonly Cell[]; rows: readonly { row: number; cells: readonly Cell[] }[] };

/** What a workbook must have: a sheet of this name with these columns. */
type Wanted = Pick<Sheet, 'name' | 'columns'>;

/** A sheet that fits: for each column where it stands, and the rows that hold anything. */
export type Grid<S extends Wanted = Sheet> = {
  sheet: S;
  at: ReadonlyMap<Column, number>;
  rows: readonly { row: number; cells: readonly Cell[] }[];
};

const same = (one: string, other: string) => plain(one) === plain(other);
const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
const isEmpty = (cells: readonly Cell[]) => cells.every((cell) => textOf(cell) === '');

/** Holds the sheets that were found against those that a workbook of this kind has. */
export function toGrids<S extends Wanted>(
  found: readonly Found[],
  sheets: readonly S[],
): { grids: Grid<S>[]; problems: Problem[] } {
  const problems: Problem[] = [];
  for (const { name, header, rows } of found) {
    const isKnown = [explanationSheet, ...sheets.map((sheet) => sheet.name)].some((known) => same(known, name));
    if (isKnown || (isEmpty(header) && rows.every(({ cells }) => isEmpty(cells)))) continue;
    const names = sheets.map((sheet) => sheet.name).join(', ');
    problems.push(
      ofSheet(name, `This sheet is not part of the workbook. Delete it, or give it one of the names ${names}.`),
    );
  }
  const grids = sheets.flatMap((sheet) => {
    const own = found.filter(({ name }) => same(name, sheet.name));
    if (own.length === 0) {
      problems.push(
        ofSheet(sheet.name, 'This sheet is missing. Put it back with its headings; its rows may be empty.'),
      );
    }
    if (own.length > 1) problems.push(ofSheet(sheet.name, 'This sheet is there twice. Put all rows into one.'));
    const [only] = own;
    if (!only || own.length > 1) return [];
    const fitted = matchHeadings(sheet, only);
    problems.push(...fitted.problems);
    return [fitted.grid];
  });
  return { grids, problems };
}

/** Finds the columns by their headings, in whatever order they stand. */
function matchHeadings<S extends Wanted>(sheet: S, { header, rows }: Found): { grid: Grid<S>; problems: Problem[] } {
  const problems: Problem[] = [];
  const tell = (index: number, sentence: string) =>
    problems.push({
      sheet: sheet.name,
      row: 1,
      column: letterOf(index),
      header: textOf(header[index] ?? null) || null,
      sentence,
    });
  const at = new Map<Column, number>();
  header.forEach((cell, index) => {
    const text = textOf(cell);
    const column = sheet.columns.find((one) => same(one.header, text));
    const isUsed = rows.some(({ cells }) => textOf(cells[index] ?? null) !== '');
    if (column && at.has(column))
      tell(index, `The heading “${column.header}” is there twice. Delete one of the columns.`);
    else if (column) at.set(column, index);
    else if (text === '' && isUsed) tell(index, 'This column has cells but no heading. Give it one, or empty it.');
    else if (text !== '') tell(index, unknownHeading(sheet, text));
  });
  for (const column of sheet.columns.filter((one) => !at.has(one))) {
    const sentence = `The column “${column.header}” is missing. Put it back, with this heading in row 1.`;
    problems.push(ofSheet(sheet.name, sentence, 1));
  }
  return { grid: { sheet, at, rows: rows.filter(({ cells }) => !isEmpty(cells)) }, problems };
}

const unknownHeading = ({ columns }: Wanted, text: string) =>
  `“${text.slice(0, 60)}” is not a heading of this sheet. Use one of: ${columns.map(({ header }) => header).join(', ')}.`;
