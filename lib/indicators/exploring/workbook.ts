import writeXlsxFile from 'write-excel-file/node';
import type { Explored } from '#lib/indicators/exploring/explored.ts';
import { columns, creditOf, linesOf } from '#lib/indicators/exploring/lines.ts';
import type { Material } from '#lib/indicators/exploring/rules.ts';
import { missingWords } from '#lib/indicators/words/rules.ts';
import { literal } from '#lib/workbook/literal.ts';

const head = { fontWeight: 'bold', backgroundColor: '#e8e4f0', alignVertical: 'top', wrap: true } as const;
const widths = [13, 22, 10, 14, 18, 18, 10, 11, 12, 8, 10, 40, 30];

type Told = { title: string; words: string; cautions: readonly string[]; address: string; takenOn: string };

/** Two sheets: the figures, a row a cell with numbers as numbers; and what one must know to use them. */
export function workbookOf(material: Material, shown: Explored, told: Told): Promise<Buffer> {
  const rows = linesOf(material, shown).map((line) =>
    columns.map((name) => {
      const value = line[name];
      if (value === '') return null;
      return typeof value === 'number' ? { value, type: Number } : { value: literal(value), type: String, format: '@' };
    }),
  );
  const figures = {
    sheet: 'Figures',
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    data: [columns.map((value) => ({ value, ...head })), ...rows],
  };
  const notes = {
    sheet: 'Notes',
    columns: [{ width: 26 }, { width: 100 }],
    data: notesOf(material, shown, told).map(([name, words]) => [
      { value: name, type: String, fontWeight: 'bold' as const, alignVertical: 'top' as const },
      { value: literal(words), type: String, wrap: true, alignVertical: 'top' as const },
    ]),
  };
  return writeXlsxFile([figures, notes], { fontSize: 11 }).toBuffer();
}

function notesOf(material: Material, shown: Explored, told: Told): [string, string][] {
  const used = new Set(shown.periods.map(({ version }) => version));
  return [
    ['Figure', told.title],
    ['What is shown', told.words],
    ...told.cautions.map((words): [string, string] => ['Mind', words]),
    ['Unit', material.unit],
    ...material.versions
      .filter(({ version }) => used.has(version))
      .flatMap(({ version, startsOn, question, counted, address }): [string, string][] => [
        [`Definition ${version}`, `In force from ${startsOn}. ${question} ${counted}.`],
        ...(address ? [[`Source of definition ${version}`, address] satisfies [string, string]] : []),
      ]),
    ...creditOf(material, shown).map((words): [string, string] => ['Source and licence', words]),
    ...Object.entries(missingWords).map(([symbol, words]): [string, string] => [`[${symbol}]`, words]),
    ['Where it is from', told.address],
    ['Taken on', told.takenOn],
  ];
}
