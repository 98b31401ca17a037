import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#lib/errors.ts';
import { checkSize } from '#lib/workbook/guard.ts';
import { parseWorkbook } from '#lib/workbook/parse.ts';
import { workbookFile } from '#lib/workbook/writing.ts';
import { wholeContent } from '#tests/unit/strategies/content-fixture.ts';
import { tamperedWorkbook } from '#tests/unit/workbook/made-files.ts';

const read = (file: Uint8Array) => parseWorkbook(file, 5);
const refusal = async (file: Uint8Array): Promise<string> => {
  try {
    await read(file);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return 'it was read';
};
const sheet3 = 'xl/worksheets/sheet3.xml';

describe('a file that is refused before it is read', () => {
  it('is read when it is as it should be, or the rest says nothing', async () => {
    expect(await read(await workbookFile(wholeContent()))).toEqual({ content: wholeContent(), problems: [] });
  });

  it('has more than 5 MB', () => {
    expect(() => checkSize(5 * 1024 * 1024)).not.toThrow();
    expect(() => checkSize(5 * 1024 * 1024 + 1)).toThrow(/6 MB; 5 MB is the most/);
  });

  it('unpacks to more than 50 MB', async () => {
    const parts = unzipSync(await workbookFile(null));
    const zeros = new Uint8Array(51 * 1024 * 1024);
    const bomb = zipSync({ ...parts, 'xl/sharedStrings.xml': zeros });
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect(await refusal(bomb)).toMatch(/unpacks to far more/);
  });

  it('unpacks to more than its own list says', async () => {
    const parts = unzipSync(await workbookFile(null));
    const bomb = zipSync({ ...parts, 'xl/sharedStrings.xml': new Uint8Array(4 * 1024 * 1024) });
    // The size in the list of the file, made small by hand: 4 MB become 100 bytes.
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    let lied = 0;
    for (let at = 0; at < bomb.byteLength - 30; at += 1) {
      const isListed = view.getUint32(at, true) === 0x02014b50;
      if (isListed && view.getUint32(at + 24, true) === 4 * 1024 * 1024) {
        view.setUint32(at + 24, 100, true);
        lied += 1;
      }
    }
    expect(lied).toBe(1);
    expect(await refusal(bomb)).toMatch(/not a whole Excel workbook|damaged/);
  });

  it('has more than a thousand parts', async () => {
    const parts = unzipSync(await workbookFile(null));
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`x/${index}`, strToU8('x')]));
    expect(await refusal(zipSync({ ...parts, ...many }))).toMatch(/unpacks to far more/);
  });

  it('holds macros', async () => {
    const parts = unzipSync(await workbookFile(null));
    expect(await refusal(zipSync({ ...parts, 'xl/vbaProject.bin': strToU8('x') }))).toMatch(/macros/);
  });

  it('declares entities of its own', async () => {
    const file = await tamperedWorkbook('xl/sharedStrings.xml', (xml) =>
      xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'),
    );
    expect(await refusal(file)).toMatch(/not a whole Excel workbook/);
  });

  it.each([
    [
      'a cell far down',
      (xml: string) => xml.replace('</sheetData>', '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
    ],
    [
      'a cell far to the right',
      (xml: string) => xml.replace('</row></sheetData>', '<c r="XFD4"><v>1</v></c></row></sheetData>'),
    ],
  ])('reaches too far: %s', async (_what, change) => {
    expect(await refusal(await tamperedWorkbook(sheet3, change))).toMatch(/“Commitments” reaches to row/);
  });

  it.each([
    ['nothing', new Uint8Array(), /empty/],
    ['half a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), /not a whole Excel workbook/],
    ['another zip', zipSync({ 'photo.txt': strToU8('x') }), /not a whole Excel workbook/],
    ['an old or locked workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /password, or in the old \.xls/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]), /neither an Excel workbook nor a text/],
    ['a web page', strToU8('<html><script>alert(1)</script></html>'), /not a table/],
    ['an endless row', strToU8(`Sheet,Key\nStrategy,"${'x'.repeat(300_000)}`), /quotation mark is not closed/],
  ])('is %s', async (_what, file, said) => {
    expect(await refusal(file)).toMatch(said);
  });
});

describe('a formula', () => {
  it.each(['<f>1+1</f><v>2</v>', '<f t="shared" si="0"/><v>2</v>', '<x:f>HYPERLINK("http://example.org")</x:f>'])(
    'is refused with its cell: %s',
    async (inside) => {
      const file = await tamperedWorkbook(sheet3, (xml) =>
        xml.replace(/<c r="D2"[^>]*>.*?<\/c>/, `<c r="D2">${inside}</c>`),
      );
      const { content, problems } = await read(file);
      expect(content).toBeNull();
      expect(problems).toEqual([
        expect.objectContaining({
          sheet: 'Commitments',
          row: 2,
          column: 'D',
          sentence: expect.stringMatching(/formula.*paste/i),
        }),
      ]);
    },
  );

  it('that looks like one but was typed as a text is a text', async () => {
    const content = wholeContent();
    content.note = '=HYPERLINK("http://example.org")';
    expect((await read(await workbookFile(content))).content?.note).toBe(content.note);
  });
});
