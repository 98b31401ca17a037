import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { chartTable } from '#lib/charts/chart-table.ts';
import { picture } from '#lib/charts/picture.ts';
import { pngOf } from '#lib/charts/png.ts';
import { formatFigure } from '#lib/charts/series.ts';
import { html } from '#lib/html.ts';
import { csvOf } from '#lib/indicators/exploring/csv.ts';
import { explored, exploredChart } from '#lib/indicators/exploring/explored.ts';
import { columns, creditOf, linesOf } from '#lib/indicators/exploring/lines.ts';
import { type Choice, usualChoice } from '#lib/indicators/exploring/rules.ts';
import { workbookOf } from '#lib/indicators/exploring/workbook.ts';
import { readXml } from '../../charts/xml.ts';
import { anyChoice, materialWith } from './material.ts';

const material = materialWith();
const told = {
  title: 'Saw a dentist',
  words: 'What is shown.',
  cautions: [],
  address: 'http://localhost/x',
  takenOn: 'today',
};

/** The numbers and symbols of the page's table, in its order. */
function tableOf(choice: Choice): string[] {
  const chart = exploredChart(material, explored(material, choice), { title: 'Saw a dentist', description: '' });
  const all = readXml(String(html`<div>${chartTable(chart)}</div>`));
  return all.filter((element) => element.name === 'td').map((element) => element.text);
}

/** The same, as a cell of a file reads on the page. */
const asOnPage = (value: unknown) =>
  /^\[.\]$/.test(String(value)) ? String(value) : formatFigure(Number(value), material);

describe('the files of a choice', () => {
  it('hold what the table of the page holds, cell by cell: CSV', () => {
    fc.assert(
      fc.property(anyChoice(material), (choice) => {
        const rows: Record<string, string>[] = parse(csvOf(linesOf(material, explored(material, choice))), {
          columns: true,
          bom: true,
        });
        expect(rows.map(({ value }) => asOnPage(value))).toEqual(tableOf(choice));
        for (const row of rows) expect(Object.keys(row)).toEqual([...columns]);
      }),
    );
  });

  it('hold what the table of the page holds, cell by cell: workbook', async () => {
    await fc.assert(
      fc.asyncProperty(anyChoice(material), async (choice) => {
        const file = await workbookOf(material, explored(material, choice), told);
        const [figures] = await readXlsxFile(file);
        const at = columns.indexOf('value');
        expect(figures?.data.slice(1).map((row) => asOnPage(row[at]))).toEqual(tableOf(choice));
      }),
      { numRuns: 12 },
    );
  });

  it('say each line’s area, period, part, counts, symbol, version, source and licence', () => {
    const choice = { ...usualChoice(material), areas: ['E06000044'], from: '2023-03-31', to: '2024-03-31' };
    const [header, hidden, shown] = csvOf(linesOf(material, explored(material, choice)))
      .trim()
      .split('\r\n');
    expect(header).toBe(`\ufeff${columns.join(',')}`.trim());
    const credit = 'Department for Education,"Crown copyright, Open Government Licence v3.0"';
    expect(hidden).toBe(`E06000044,Portsmouth,2023,2023-03-31,,,[c],,,c,1,${credit}`);
    expect(shown).toBe(`E06000044,Portsmouth,2024,2024-03-31,,,88,220,250,,1,${credit}`);
  });

  it('make a text of what a spreadsheet would calculate', () => {
    const choice = { ...usualChoice(material, 'by-age'), rows: ['=10, "and" over'], from: '2025-03-31' };
    expect(csvOf(linesOf(material, explored(material, choice)))).toContain(`"'=10, ""and"" over"`);
  });

  it('name the source and its licence in the workbook’s notes and in the picture', async () => {
    const shown = explored(material, usualChoice(material));
    const credit = 'Department for Education. Crown copyright, Open Government Licence v3.0';
    expect(creditOf(material, shown)).toEqual([credit]);
    const [, notes] = await readXlsxFile(await workbookOf(material, shown, told));
    expect(notes?.data).toContainEqual(['Source and licence', credit]);
    expect(notes?.data.map(([name]) => name)).toContain('[c]');
    const chart = exploredChart(material, shown, { title: 'Saw a dentist', description: '' });
    const around = { words: 'What is shown.', notes: [], credit: [credit], colour: '#5b2a86' };
    for (const barsAt of [undefined, '2025']) {
      const svg = picture(chart, { ...around, barsAt });
      const texts = readXml(String(svg)).filter(({ name }) => name === 'text');
      expect(texts.map(({ text }) => text).join(' ')).toContain('Open Government Licence v3.0');
      const png = await pngOf(svg);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      // The letters are drawn: without its font the picture would be less than a third of this.
      expect(png.byteLength).toBeGreaterThan(25_000);
    }
  });
});
