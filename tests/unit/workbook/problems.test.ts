import { describe, expect, it } from 'vitest';
import { letterOf } from '#lib/workbook/cells.ts';
import { parseWorkbook } from '#lib/workbook/parse.ts';
import { problemErrors } from '#lib/workbook/problems.ts';
import { wholeContent } from '#tests/unit/strategies/content-fixture.ts';
import { tamperedTable, tamperedWorkbook } from '#tests/unit/workbook/made-files.ts';

const read = (file: Uint8Array) => parseWorkbook(file, 5);
const sentences = async (file: Uint8Array) => Object.values(problemErrors((await read(file)).problems));
const strings = 'xl/sharedStrings.xml';
const renamed = (from: string, to: string) => (xml: string) => xml.replace(`>${from}<`, `>${to}<`);

describe('headings and sheets', () => {
  it('a heading that is not there is named, with those that may be', async () => {
    const found = await sentences(await tamperedWorkbook(strings, renamed('Short title', 'Nickname')));
    expect(found[0]).toMatch(/^Priorities, row 1, column C \(Nickname\): “Nickname” is not a heading.*Short title/);
    expect(found[1]).toMatch(/^Priorities, row 1: The column “Short title” is missing/);
  });

  it('a heading that is there twice is named', async () => {
    const found = await sentences(await tamperedWorkbook(strings, renamed('Vision', 'Outcome')));
    expect(found[0]).toMatch(/^Priorities, row 1, column F \(Outcome\): The heading “Outcome” is there twice/);
  });

  it('headings in another order, in capitals, with blanks, are the same headings', async () => {
    const file = await tamperedWorkbook(strings, renamed('Short title', ' SHORT  Title '));
    expect((await read(file)).content).toEqual(wholeContent());
  });

  it('a sheet under another name is unknown, and missing', async () => {
    const file = await tamperedWorkbook('xl/workbook.xml', (xml) => xml.replace('"Promises"', '"Pledges"'));
    const found = await sentences(file);
    expect(found[0]).toMatch(/^Pledges: This sheet is not part of the workbook/);
    expect(found[1]).toMatch(/^Promises: This sheet is missing/);
  });
});

describe('rows', () => {
  it('every place of a half-empty row is told at once, where the spreadsheet has it', async () => {
    const file = tamperedTable((text) => `${text}Commitments,,Only a title\r\nPriorities,UPPER,Two\r\n`);
    const found = await sentences(file);
    const rows = new TextDecoder()
      .decode(tamperedTable((text) => text))
      .trimEnd()
      .split('\r\n').length;
    expect(found).toContainEqual(
      expect.stringMatching(new RegExp(`^Commitments, row ${rows + 1}, column \\w+ \\(Reference\\): Fill in`)),
    );
    expect(found).toContainEqual(
      expect.stringMatching(new RegExp(`^Commitments, row ${rows + 1}, column \\w+ \\(Wording\\): Fill in`)),
    );
    expect(found).toContainEqual(expect.stringMatching(/^Priorities, row \d+, column B \(Key\): Use small letters/));
  });

  it('names that lead nowhere are told where they stand', async () => {
    const lost = tamperedTable((text) => text.replaceAll(/\r\nPriorities,[^\r]*/g, ''));
    expect(await sentences(lost)).toContainEqual(
      expect.stringMatching(/^Commitments, row \d+, column \w+ \(Priority\): No priority has the key/),
    );
  });

  it('rows that are wholly empty are passed over', async () => {
    const file = tamperedTable((text) => text.replaceAll('\r\n', '\r\n,,,\r\n'));
    expect((await read(file)).content).toEqual(wholeContent());
  });

  it('a cell under a heading of another sheet is told, not lost', async () => {
    const file = tamperedTable((text) => text.replace(/\r\nIndicators,([^,]*),/, '\r\nIndicators,$1,title,01/04/2020'));
    expect(await sentences(file)).toContainEqual(expect.stringMatching(/A row of “Indicators” has no “First day”/));
  });

  it('there must be one strategy', async () => {
    const none = tamperedTable((text) => text.replace(/\r\nStrategy,[\s\S]*?\r\nPriorities/, '\r\nPriorities'));
    expect(await sentences(none)).toEqual([expect.stringMatching(/^Strategy, row 1: This sheet is empty/)]);
    const [row = ''] =
      /Strategy,[\s\S]*?(?=\r\nPriorities)/.exec(new TextDecoder().decode(tamperedTable((text) => text))) ?? [];
    const two = tamperedTable((text) => `${text}${row}\r\n`);
    expect(await sentences(two)).toContainEqual(expect.stringMatching(/more than one row/));
  });

  it('two hundred are listed and the rest are counted', async () => {
    const file = tamperedTable((text) => `${text}${'Indicators,,Only a title\r\n'.repeat(250)}`);
    const found = await sentences(file);
    expect(found).toHaveLength(201);
    expect(found.at(-1)).toMatch(/^And \d+ more/);
  });
});

describe('a file without the column that says where a row belongs', () => {
  it('is told to have one', async () => {
    expect(await sentences(new TextEncoder().encode('Key,Title\nhealth,Health'))).toEqual([
      expect.stringMatching(/^The file, row 1: The first row must hold the headings.*“Sheet”/),
    ]);
  });
});

it('columns have the letters of a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
