import { CsvError, parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { Refusal } from '#lib/errors.ts';
import type { Cell } from '#lib/workbook/cells.ts';
import type { Found } from '#lib/workbook/grids.ts';
import { checkSize, guardWorkbook } from '#lib/workbook/guard.ts';
import { ofSheet, type Problem } from '#lib/workbook/problems.ts';

const [rowLimit, columnLimit, cellLimit] = [5_000, 200, 200_000];

type Read = { found: Found[]; problems: Problem[] };

/**
 * The sheets of an uploaded file, whatever its name says it is.
 * @param fromLines the sheets that the lines of a comma-separated file stand for
 * @throws Refusal in one sentence for a file that cannot be read at all
 */
export async function readFile(file: Uint8Array, fromLines: (lines: string[][]) => Read): Promise<Read> {
  checkSize(file.byteLength);
  if (file.byteLength === 0) throw new Refusal('This file is empty. Choose the workbook that you filled in.');
  const begins = (...bytes: number[]) => bytes.every((byte, index) => file[index] === byte);
  if (begins(0x50, 0x4b)) return readWorkbook(file);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new Refusal(oldOrLocked);
  return readText(file, fromLines);
}

const oldOrLocked =
  'This workbook is locked with a password, or in the old .xls form. Take the password off, save it as “Excel Workbook (.xlsx)”, and send that.';

async function readWorkbook(file: Uint8Array): Promise<Read> {
  const { bytes, sheets } = guardWorkbook(file);
  const problems: Problem[] = [];
  let cells = 0;
  for (const { name, scan } of sheets) {
    cells += scan.cells;
    if (scan.rows > rowLimit || scan.columns > columnLimit || cells > cellLimit) {
      throw new Refusal(
        `The sheet “${name}” reaches to row ${scan.rows.toLocaleString('en-GB')}. Delete the empty rows and columns beyond your own, and save it.`,
      );
    }
    problems.push(...scan.formulas.map((at) => ofCell(name, at, formula)));
    problems.push(
      ...scan.errors.map((at) => ofCell(name, at, 'This cell shows an error. Type what should stand there.')),
    );
  }
  if (problems.length > 0) return { found: [], problems };
  try {
    const read = await readXlsxFile(Buffer.from(bytes));
    return { found: read.map(({ sheet, data }) => foundOf(sheet, data as unknown as Cell[][])), problems };
  } catch {
    throw new Refusal(
      'This workbook is damaged. Open it in your spreadsheet program, save it as a new “Excel Workbook (.xlsx)”, and send that.',
    );
  }
}

const formula =
  'This cell holds a formula. Copy the cell, paste it in the same place as a value (Paste special, Values), and save.';

function ofCell(sheet: string, address: string, sentence: string): Problem {
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return { ...ofSheet(sheet, sentence, Number(row)), column };
}

const foundOf = (name: string, [header = [], ...rows]: Cell[][]): Found => ({
  name,
  header,
  rows: rows.map((cells, index) => ({ row: index + 2, cells })),
});

/** A file of comma-separated values: every line as it stands, with the number of the line. */
function readText(file: Uint8Array, fromLines: (lines: string[][]) => Read): Read {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw new Refusal(
      'This is neither an Excel workbook nor a text that can be read. Save it as “Excel Workbook (.xlsx)” or as “CSV UTF-8 (.csv)”, and send that.',
    );
  }
  if (/^\s*[<{[]/.test(text)) throw new Refusal(notATable);
  try {
    const options = { bom: true, relax_column_count: true, skip_empty_lines: false, max_record_size: 200_000 };
    const lines: string[][] = parse(text, options);
    if (lines.length > rowLimit)
      throw new Refusal(
        'This file has more than 5,000 rows. Delete those that do not belong to it, or send it in parts.',
      );
    return fromLines(lines);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
    throw new Refusal(
      `The file cannot be read${line}: a quotation mark is not closed, or a row is far too long. Mend it in your spreadsheet program, and save it as “CSV UTF-8 (.csv)”.`,
    );
  }
}

const notATable =
  'This file is not a table. Save the workbook as “Excel Workbook (.xlsx)” or as “CSV UTF-8 (.csv)”, and send that.';
