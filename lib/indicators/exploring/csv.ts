import { stringify } from 'csv-stringify/sync';
import { columns, type Line } from '#lib/indicators/exploring/lines.ts';

/** For spreadsheets and for machines: a header, then a line a cell. A text that a spreadsheet would calculate is made a text. */
export const csvOf = (lines: readonly Line[]): string =>
  stringify([...lines], {
    header: true,
    columns: [...columns],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
