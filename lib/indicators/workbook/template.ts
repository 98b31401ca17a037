import writeXlsxFile from 'write-excel-file/node';
import { valuesSheet } from '#lib/indicators/workbook/sheet.ts';
import { explanationSheet } from '#lib/workbook/sheets.ts';
import { literal } from '#lib/workbook/writing.ts';

const head = { fontWeight: 'bold', backgroundColor: '#e8e4f0', alignVertical: 'top', wrap: true } as const;
const body = { alignVertical: 'top', wrap: true } as const;

export type TemplateRow = { key: string; title: string; area: string; period: string };

/** A workbook with a row for each value that is expected, ready to be filled in, and a sheet that explains it. */
export function valuesTemplate(rows: readonly TemplateRow[]): Promise<Buffer> {
  // Every cell is a text, so that a spreadsheet makes no day of "2025/26" and no number of "2025".
  const text = (value: string) => ({ value: literal(value), type: String, format: '@', ...body });
  const empty = { value: undefined, type: String, format: '@', ...body };
  const values = {
    sheet: valuesSheet.name,
    columns: valuesSheet.columns.map(({ wide }) => ({ width: wide ? 50 : 18 })),
    stickyRowsCount: 1,
    data: [
      valuesSheet.columns.map(({ header }) => ({ value: header, ...head })),
      ...rows.map(({ key, title, area, period }) => [
        text(key),
        text(title),
        text(area),
        text(period),
        empty,
        empty,
        empty,
        empty,
      ]),
    ],
  };
  const explanation = {
    sheet: explanationSheet,
    columns: [{ width: 22 }, { width: 90 }],
    data: [
      [
        {
          value:
            'Fill in the counts or the value of each row. Rows without any are passed over. Type values, not formulas.',
          ...body,
          columnSpan: 2,
        },
      ],
      [
        {
          value: 'All rows are saved together, after you have seen what they would change, or none is.',
          ...body,
          columnSpan: 2,
        },
      ],
      ['Heading', 'What to fill in'].map((value) => ({ value, ...head })),
      ...valuesSheet.columns.map(({ header, help }) => [
        { value: header, fontWeight: 'bold' as const, ...body },
        { value: help, ...body },
      ]),
    ],
  };
  return writeXlsxFile([values, explanation], { fontSize: 11 }).toBuffer();
}
