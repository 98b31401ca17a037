import type { PeriodType } from '#lib/indicators/periods/rules.ts';
import { placePeriod } from '#lib/indicators/periods/versions.ts';
import { readValue, type StoredValue } from '#lib/indicators/values/rules.ts';
import type { MissingSymbol } from '#lib/indicators/verdicts/rules.ts';
import { valuesSheet } from '#lib/indicators/workbook/sheet.ts';
import { fromCell, letterOf } from '#lib/workbook/cells.ts';
import { type Found, type Grid, toGrids } from '#lib/workbook/grids.ts';
import { ofSheet, type Problem } from '#lib/workbook/problems.ts';
import { readFile } from '#lib/workbook/reading.ts';

/** What a row can be of: the figures that this person may record, by key, and the areas. */
export type Known = {
  figures: ReadonlyMap<string, { mayRecord: boolean; versions: readonly Version[] }>;
  areas: readonly { id: string; code: string; name: string }[];
  ownCode: string;
  today: string;
};
/** The versions of a figure, newest first. */
type Version = { id: string; startsOn: Date; unit: string; decimals: number; periodType: PeriodType };

/** A row of the workbook that can be saved. */
export type ValueRow = {
  row: number;
  key: string;
  definitionId: string;
  areaId: string;
  period: string;
  endsOn: string;
  stored: StoredValue;
};

const fileSheet = (lines: string[][]): { found: Found[]; problems: Problem[] } => {
  const [header = [], ...rows] = lines;
  return {
    found: [{ name: valuesSheet.name, header, rows: rows.map((cells, index) => ({ row: index + 2, cells })) }],
    problems: [],
  };
};

/**
 * The values that a file holds, or everything that is wrong with it, each with its row and column.
 * @throws Refusal in one sentence for a file that cannot be read at all
 */
export async function parseValues(file: Uint8Array, known: Known): Promise<{ rows: ValueRow[]; problems: Problem[] }> {
  const { found, problems } = await readFile(file, fileSheet);
  if (problems.length > 0) return { rows: [], problems };
  const fitted = toGrids(found, [valuesSheet]);
  const [grid] = fitted.grids;
  if (!grid || fitted.problems.length > 0) return { rows: [], problems: fitted.problems };
  const read = grid.rows.map(({ row, cells }) => rowOf(grid, row, textsIn(grid, row, cells), known));
  const rows = read.flatMap((one) => ('stored' in one ? [one] : []));
  const wrong = read.flatMap((one) => ('problems' in one ? one.problems : []));
  const twice = rows.flatMap((one, at) => {
    const first = rows.findIndex(
      (other) => other.definitionId === one.definitionId && other.areaId === one.areaId && other.period === one.period,
    );
    return first < at
      ? [ofSheet(valuesSheet.name, `This value is there twice: see row ${rows[first]?.row}.`, one.row)]
      : [];
  });
  const all = [...wrong, ...twice];
  if (all.length === 0 && rows.length === 0) {
    return {
      rows,
      problems: [ofSheet(valuesSheet.name, 'No row holds a value. Fill in the counts or the value of at least one.')],
    };
  }
  return { rows, problems: all };
}

type Texts = Record<string, string>;
type ValuesGrid = Grid<typeof valuesSheet>;

function textsIn(grid: ValuesGrid, row: number, cells: Found['rows'][number]['cells']): Texts {
  return Object.fromEntries(
    [...grid.at].map(([column, index]) => {
      const read = fromCell({ ...column, blank: 'text' }, cells[index] ?? null, row);
      return [column.field, 'value' in read ? String(read.value) : ''];
    }),
  );
}

function rowOf(grid: ValuesGrid, row: number, texts: Texts, known: Known): ValueRow | { problems: Problem[] } {
  const at = (field: string, sentence: string): { problems: Problem[] } => {
    const column = valuesSheet.columns.find((one) => one.field === field);
    const index = column && grid.at.get(column);
    return {
      problems: [
        {
          sheet: valuesSheet.name,
          row,
          column: index === undefined ? null : letterOf(index),
          header: column?.header ?? null,
          sentence,
        },
      ],
    };
  };
  const {
    indicator = '',
    area: place = '',
    period = '',
    numerator = '',
    denominator = '',
    value = '',
    symbol = '',
  } = texts;
  if ([numerator, denominator, value, symbol].every((text) => text === '')) return { problems: [] };
  const figure = known.figures.get(indicator);
  if (!figure || figure.versions.length === 0)
    return at('indicator', `“${indicator.slice(0, 60)}” is not the key of a figure.`);
  if (!figure.mayRecord)
    return at('indicator', 'This figure has another owner: only they and an administrator record its values.');
  const same = (name: string) => name.toLowerCase() === place.toLowerCase();
  const area = known.areas.find(({ code, name }) => (place === '' ? code === known.ownCode : same(code) || same(name)));
  if (!area) return at('area', `“${place.slice(0, 60)}” is not an area that is known here.`);
  const read = placePeriod(figure.versions, period, known.today);
  if ('sentence' in read) return at('period', read.sentence);
  const { version, endsOn } = read;
  const letter = symbol === '' ? '' : (/^\[?([czxku])\b/i.exec(symbol)?.[1]?.toLowerCase() ?? null);
  if (letter === null) return at('symbol', 'Use one of the letters c, z, x, k, u.');
  const checked = readValue(
    { numerator, denominator, value, symbol: letter as '' | MissingSymbol },
    { unit: version.unit, decimals: version.decimals, isOwn: area.code === known.ownCode },
  );
  if ('errors' in checked) {
    const wrong = Object.entries(checked.errors).map(([field, sentence]) => at(field, sentence).problems);
    return { problems: wrong.flat() };
  }
  return {
    row,
    key: indicator,
    definitionId: version.id,
    areaId: area.id,
    period: read.period,
    endsOn,
    stored: checked.stored,
  };
}
