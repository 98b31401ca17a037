import type { AxisPeriod } from '#lib/indicators/charts/axis.ts';
import type { MissingSymbol } from '#lib/indicators/verdicts/rules.ts';

/** Exploring one indicator: what there is to choose from, and what somebody chose. */

export type ExploredArea = {
  /** The ONS code; `mean` for the mean of the neighbours. */
  code: string;
  name: string;
  kind: 'council' | 'region' | 'country' | 'neighbour' | 'mean';
};

/** The code of the mean of the neighbours among the areas. */
export const meanCode = 'mean';

type ExploredBreakdown = {
  key: string;
  title: string;
  rowTitle: string;
  rows: readonly string[];
  columnTitle: string;
  columns: readonly string[];
};

/** A value as it may be shown. Exactly one of value and symbol stands. */
export type Shown = {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  symbol: MissingSymbol | null;
};

/** Of one area, one period and, in a breakdown, one row and column; "" stands for all of them. */
export type ExploredCell = Shown & {
  area: string;
  /** The key of the breakdown; "" for the headline. */
  by: string;
  row: string;
  column: string;
  endsOn: string;
};

/** One version of the definition, as a file tells of it. */
export type ExploredVersion = {
  version: number;
  startsOn: string;
  question: string;
  counted: string;
  source: string;
  licence: string;
  address: string;
};

/** Everything that may be chosen from, small numbers gone. */
export type Material = {
  key: string;
  title: string;
  unit: string;
  decimals: number;
  /** True where values are counts of people: they are not compared between areas. */
  isCount: boolean;
  areas: readonly ExploredArea[];
  periods: readonly AxisPeriod[];
  breakdowns: readonly ExploredBreakdown[];
  cells: readonly ExploredCell[];
  versions: readonly ExploredVersion[];
  neighbourSet: string | null;
};

export type Choice = {
  areas: readonly string[];
  /** The last days of the first and the last period. */
  from: string;
  to: string;
  /** The key of a breakdown; "" for none. */
  by: string;
  rows: readonly string[];
  columns: readonly string[];
  view: 'chart' | 'table';
  kind: 'lines' | 'bars';
};

/** More lines than this are neither read nor drawn. */
export const mostSeries = 60;

/** The areas that have figures of it, whole or with a breakdown. */
export function areasWith({ areas, cells }: Material, by: string): ExploredArea[] {
  const found = new Set(cells.filter((cell) => cell.by === by).map(({ area }) => area));
  return areas.filter(({ code }) => found.has(code));
}

/** The areas that are there unless somebody chooses: a count of children is not compared, so it stands alone. */
function usualAreas(material: Material, by: string): string[] {
  const [areas, isCount] = [areasWith(material, by), material.isCount];
  const kinds = isCount || by !== '' ? ['council'] : ['council', 'region', 'country'];
  const usual = areas.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code);
  return usual.length > 0 ? usual : areas.slice(0, 1).map(({ code }) => code);
}

/** What is shown unless somebody chooses otherwise, whole or with a breakdown, over all periods that have a value of it. */
export function usualChoice(material: Material, by = ''): Choice {
  const breakdown = material.breakdowns.find(({ key }) => key === by);
  const counted = new Set(
    material.cells.filter((cell) => cell.by === (breakdown?.key ?? '')).map(({ endsOn }) => endsOn),
  );
  const ends = material.periods.map(({ endsOn }) => endsOn).filter((end) => counted.has(end));
  return {
    areas: usualAreas(material, breakdown?.key ?? ''),
    from: ends[0] ?? '',
    to: ends.at(-1) ?? '',
    by: breakdown?.key ?? '',
    rows: breakdown?.rows ?? [''],
    columns: [''],
    view: 'chart',
    kind: 'lines',
  };
}
