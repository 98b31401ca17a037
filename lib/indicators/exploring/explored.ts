import type { Chart, Point, SeriesKind } from '#lib/charts/series.ts';
import type { AxisPeriod } from '#lib/indicators/charts/axis.ts';
import {
  type Choice,
  type ExploredArea,
  type ExploredCell,
  type Material,
  mostSeries,
} from '#lib/indicators/exploring/rules.ts';
import { countWords } from '#lib/indicators/words/rules.ts';

/** One line of what is shown: an area, and in a breakdown one of its parts. */
type ExploredSeries = {
  name: string;
  kind: SeriesKind;
  area: ExploredArea;
  row: string;
  column: string;
  /** One for each period that is shown, in their order; null where there is none. */
  cells: readonly (ExploredCell | null)[];
};

export type Explored = {
  periods: readonly AxisPeriod[];
  series: readonly ExploredSeries[];
  /** How many lines more were chosen than are shown. */
  cut: number;
};

/** What a choice shows: the same lines and periods for the drawing, the table and every file. */
export function explored(material: Material, choice: Choice): Explored {
  const periods = material.periods.filter(({ endsOn }) => choice.from <= endsOn && endsOn <= choice.to);
  const cells = new Map(material.cells.filter(({ by }) => by === choice.by).map((cell) => [placeOf(cell), cell]));
  const areas = material.areas.filter(({ code }) => choice.areas.includes(code));
  const parts = choice.rows.flatMap((row) => choice.columns.map((column) => ({ row, column })));
  const asked = areas.flatMap((area) => parts.map((part) => ({ area, ...part })));
  const all = asked.map(({ area, row, column }) => ({
    area,
    row,
    column,
    name: nameOf({ area, row, column }, choice, areas.length),
    kind: kindOf(area, { row, column }, choice),
    cells: periods.map(({ endsOn }) => cells.get(placeOf({ area: area.code, row, column, endsOn })) ?? null),
  }));
  return { periods, series: all.slice(0, mostSeries), cut: Math.max(0, all.length - mostSeries) };
}

const placeOf = (at: Pick<ExploredCell, 'area' | 'row' | 'column' | 'endsOn'>) =>
  JSON.stringify([at.area, at.row, at.column, at.endsOn]);

type Part = { row: string; column: string };

/** "Girls, 10 to 15, England": what tells the lines apart, and no more. */
function nameOf({ area, row, column }: Part & { area: ExploredArea }, choice: Choice, areas: number): string {
  if (choice.by === '') return area.name;
  const isByColumn = choice.columns.length > 1 || column !== '';
  const part = [row === '' && (column === '' || choice.rows.length > 1) ? 'All' : row, isByColumn && (column || 'all')];
  return [...part, areas > 1 && area.name].filter(Boolean).join(', ');
}

function kindOf({ kind }: ExploredArea, { row, column }: Part, { by }: Choice): SeriesKind {
  if (kind === 'council') return by !== '' && (row !== '' || column !== '') ? 'part' : 'own';
  return kind === 'neighbour' || by !== '' ? 'other' : kind;
}

type Said = { title: string; description: string; target?: number };

/** A name longer than this does not fit beside the end of a line on a page. */
const longName = 16;

/** The same as a chart and its table take it. */
export function exploredChart(material: Material, shown: Explored, { title, description, target }: Said): Chart {
  const breaks = shown.periods.filter(({ isBreak }, at) => at > 0 && isBreak).map(({ tick }) => tick);
  const areLong = shown.series.some(({ name, kind }) => kind !== 'own' && name.length > longName);
  return {
    title,
    description,
    unit: material.unit,
    decimals: material.decimals,
    periods: shown.periods.map(({ tick }) => tick),
    ...(target !== undefined && { target }),
    ...(breaks.length > 0 && { breaksBefore: breaks }),
    series: shown.series.map(({ name, kind, cells, area }, n) => ({
      name,
      ...(areLong && { letter: letterOf(n) }),
      kind,
      points: cells.flatMap((cell, at): Point[] => {
        const period = shown.periods[at]?.tick;
        if (!cell || period === undefined) return [];
        const detail = area.kind === 'council' ? countWords(cell) : null;
        return [{ period, value: cell.value, ...(cell.symbol && { note: cell.symbol }), ...(detail && { detail }) }];
      }),
    })),
  };
}

/** A to Z, then AA, AB … */
const letterOf = (n: number): string =>
  (n >= 26 ? letterOf(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));
