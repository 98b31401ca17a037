import writeXlsxFile, { type Row as ExcelRow } from 'write-excel-file/node';
import type { StrategyContent } from '#lib/strategies/content.ts';
import type { Cell } from '#lib/workbook/cells.ts';
import type { Column } from '#lib/workbook/columns.ts';
import { explanationSheet, type Sheet, sheets } from '#lib/workbook/sheets.ts';
import { toRows } from '#lib/workbook/to-rows.ts';

const head = { fontWeight: 'bold', backgroundColor: '#e8e4f0', alignVertical: 'top', wrap: true } as const;
const body = { alignVertical: 'top', wrap: true } as const;
const dayFormat = 'dd/mm/yyyy';

/** The strategy as an Excel workbook; without one, the empty template. */
export async function workbookFile(content: StrategyContent | null): Promise<Buffer> {
  const written = toRows(content).map(({ sheet, rows }) => ({
    sheet: sheet.name,
    columns: sheet.columns.map(({ wide }) => ({ width: wide ? 50 : 18 })),
    stickyRowsCount: 1,
    data: [sheet.columns.map(({ header }) => ({ value: header, ...head })), ...rowsOf(sheet, rows, content === null)],
  }));
  const file = writeXlsxFile([...written.slice(0, 1), ...written.slice(1), explanation()], { fontSize: 11 });
  return file.toBuffer();
}

/** The template has rows ready to type in, so that what looks like a number or a day stays what was typed. */
function rowsOf({ columns }: Sheet, rows: Cell[][], isTemplate: boolean): ExcelRow[] {
  const shown = isTemplate ? Array.from({ length: 40 }, () => columns.map((): Cell => null)) : rows;
  return shown.map((cells) => cells.map((cell, index) => cellOf(columns[index] as Column, cell)));
}

function cellOf({ kind }: Column, cell: Cell): ExcelRow[number] {
  if (cell instanceof Date) return { value: cell, type: Date, format: dayFormat, ...body };
  if (typeof cell === 'number') return { value: cell, type: Number, ...body };
  const format = kind === 'day' ? dayFormat : kind === 'whole' || kind === 'number' ? undefined : '@';
  if (cell === null) return format ? { value: undefined, format, type: kind === 'day' ? Date : String, ...body } : null;
  return { value: literal(String(cell)), type: String, format: '@', ...body };
}

/**
 * What a workbook would take for one of its own escapes is escaped; so is a word that every object has ("constructor"),
 * which write-excel-file 4 would look up in its list of texts and believe to have found.
 */
export function literal(text: string): string {
  const escaped = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replaceAll('\ufffd', '_xFFFD_');
  if (!(escaped in Object.prototype)) return escaped;
  return `_x${escaped.charCodeAt(0).toString(16).padStart(4, '0')}_${escaped.slice(1)}`;
}

function explanation() {
  const words = (sheet: Sheet) =>
    sheet.columns.map(({ header, help, blank, choices }) => [
      { value: sheet.name, ...body },
      { value: header, fontWeight: 'bold' as const, ...body },
      { value: choices ? `${help} One of: ${Object.values(choices).join(', ')}.` : help, ...body },
      { value: blank === 'refuse' ? 'Yes' : 'No', ...body },
    ]);
  return {
    sheet: explanationSheet,
    columns: [{ width: 16 }, { width: 26 }, { width: 80 }, { width: 16 }],
    data: [
      [
        {
          value: 'One workbook holds one strategy. Fill in the sheets from the left; headings stay as they are.',
          ...body,
          columnSpan: 4,
        },
      ],
      [
        {
          value: 'Type values, not formulas. Rows that are wholly empty are passed over. This sheet is not read.',
          ...body,
          columnSpan: 4,
        },
      ],
      ...sheets.map((sheet) => [
        { value: sheet.name, fontWeight: 'bold' as const },
        { value: sheet.help, columnSpan: 3 },
      ]),
      ['Sheet', 'Heading', 'What to fill in', 'Must be filled'].map((value) => ({ value, ...head })),
      ...sheets.flatMap(words),
    ],
  };
}
