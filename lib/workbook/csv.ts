import { stringify } from 'csv-stringify/sync';
import type { StrategyContent } from '#lib/strategies/content.ts';
import { type Cell, textOf } from '#lib/workbook/cells.ts';
import type { Found } from '#lib/workbook/grids.ts';
import { ofSheet, type Problem } from '#lib/workbook/problems.ts';
import { type Sheet, sheets } from '#lib/workbook/sheets.ts';
import { toRows } from '#lib/workbook/to-rows.ts';

/**
 * A whole strategy as one table: the first column names the sheet, the others are the headings of all sheets, and a
 * row fills those that its own sheet has.
 */
const headings = ['Sheet', ...new Set(sheets.flatMap(({ columns }) => columns.map(({ header }) => header)))];

/** The strategy, or the headings alone, as a file that spreadsheet programs open. */
export function csvFile(content: StrategyContent | null): string {
  const lines = toRows(content).flatMap(({ sheet, rows }) =>
    rows.map((cells) => headings.map((heading) => (heading === 'Sheet' ? sheet.name : cellOf(sheet, cells, heading)))),
  );
  return stringify([headings, ...lines], { bom: true, record_delimiter: 'windows' });
}

function cellOf(sheet: Sheet, cells: Cell[], heading: string): string {
  const cell = cells[sheet.columns.findIndex(({ header }) => header === heading)] ?? null;
  return cell instanceof Date ? textOf(cell) : String(cell ?? '');
}

/** The lines of such a file as the sheets they belong to, each cell where the file has it. */
export function fromTable(lines: readonly string[][]): { found: Found[]; problems: Problem[] } {
  const [header = [], ...rest] = lines;
  const at = header.findIndex((cell) => cell.trim().toLowerCase() === 'sheet');
  if (at < 0) {
    const sentence = `The first row must hold the headings, and one of them “Sheet”: it says for each row where it belongs. Use one of: ${names()}.`;
    return { found: [], problems: [ofSheet(fileName, sentence, 1)] };
  }
  const problems: Problem[] = [];
  const rows = rest.map((cells, index) => ({ row: index + 2, cells, sheet: cells[at]?.trim() ?? '' }));
  for (const { row, cells, sheet } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const known = sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
    if (!known) problems.push(ofSheet(fileName, `“Sheet” says “${sheet.slice(0, 40)}”. Use one of: ${names()}.`, row));
    else problems.push(...strayCells(known, header, cells, row));
  }
  return { found: sheets.map((sheet) => pick(sheet, header, rows)), problems };
}

const fileName = 'The file';
const names = () => sheets.map(({ name }) => name).join(', ');
const isOf = (sheet: Sheet, heading: string) =>
  sheet.columns.some(({ header }) => header.toLowerCase() === heading.trim().toLowerCase());

/** A sheet with its own columns alone; the others stay as empty places, so that letters stay true. */
function pick(sheet: Sheet, header: readonly string[], rows: { row: number; cells: string[]; sheet: string }[]): Found {
  const isUnknown = (heading: string) =>
    !sheets.some((other) => isOf(other, heading)) && !/^\s*sheet\s*$/i.test(heading);
  const isKept = header.map((heading) => isOf(sheet, heading) || (sheet.list === 'strategy' && isUnknown(heading)));
  const own = rows.filter((row) => row.sheet.toLowerCase() === sheet.name.toLowerCase());
  return {
    name: sheet.name,
    header: header.map((heading, index) => (isKept[index] ? heading : null)),
    rows: own.map(({ row, cells }) => ({ row, cells: cells.map((cell, index) => (isKept[index] ? cell : null)) })),
  };
}

/** What stands under a heading that this sheet does not have would be lost: it is told instead. */
function strayCells(sheet: Sheet, header: readonly string[], cells: readonly string[], row: number): Problem[] {
  return cells.flatMap((cell, index) => {
    const heading = header[index] ?? '';
    if (cell.trim() === '' || /^\s*sheet\s*$/i.test(heading) || isOf(sheet, heading)) return [];
    const sentence = `A row of “${sheet.name}” has no “${heading || 'column without a heading'}”. Move or delete what stands here.`;
    return [ofSheet(sheet.name, sentence, row)];
  });
}
