import type { ShownBreakdown } from '#lib/breakdowns/rules.ts';
import { isCountUnit } from '#lib/disclosure/rules.ts';
import { axisOf, holder } from '#lib/indicators/charts/axis.ts';
import { meansOf } from '#lib/indicators/exploring/mean.ts';
import {
  type ExploredArea,
  type ExploredCell,
  type ExploredVersion,
  type Material,
  meanCode,
} from '#lib/indicators/exploring/rules.ts';
import type { DefinitionData, IndicatorData } from '#lib/indicators/rules.ts';

type NeighbourSet = { name: string; codes: readonly string[] };
export type SourceOf = { version: number; name: string; licence: string; address: string };

type Given = {
  /** With the areas of the neighbours among its own; small numbers gone. */
  indicator: IndicatorData;
  breakdowns: readonly ShownBreakdown[];
  own: string;
  set: NeighbourSet | null;
  sources: readonly SourceOf[];
};

/**
 * Everything that one indicator has to choose from. Versions that measured in another unit than the newest are left out:
 * no axis and no column holds two units.
 * @returns null while it has no definition
 */
export function materialOf({ indicator, breakdowns, own, set, sources }: Given): Material | null {
  const [newest] = indicator.versions;
  if (!newest) return null;
  const { unit, decimals } = newest;
  const versions = indicator.versions.filter((version) => version.unit === unit);
  const headline = versions.flatMap(({ version, periodType, areas }) =>
    areas.flatMap(({ code, points }) =>
      points.map((point) => ({ ...point, version, periodType, area: code, ...whole })),
    ),
  );
  const parts = breakdowns
    .filter((breakdown) => breakdown.unit === unit)
    .flatMap(({ key, version, periodType, tables }) =>
      tables.flatMap(({ area, period, endsOn, cells }) =>
        cells.map((cell) => ({ ...cell, version, periodType, period, endsOn, area: area.code, by: key })),
      ),
    );
  const measured = [...headline, ...parts];
  const periods = axisOf(measured);
  const neighbours = set?.codes ?? [];
  const cells = measured.filter(holder(measured)).map(cellOf);
  const means = isCountUnit(unit) ? [] : meansOf(cells, neighbours, decimals);
  return {
    key: indicator.key,
    title: indicator.title,
    unit,
    decimals,
    periods,
    isCount: isCountUnit(unit),
    areas: areasOf(versions, breakdowns, { own, neighbours, hasMean: means.length > 0 }),
    breakdowns: newestOf(breakdowns.filter(({ key }) => parts.some(({ by }) => by === key))),
    cells: [...cells, ...means],
    versions: versions.map((version) => versionOf(version, sources)),
    neighbourSet: set?.name ?? null,
  };
}

const whole = { by: '', row: '', column: '' };

const cellOf = ({ area, by, row, column, endsOn, value, numerator, denominator, symbol }: ExploredCell) => ({
  area,
  by,
  row,
  column,
  endsOn,
  value,
  numerator,
  denominator,
  symbol: value === null ? (symbol ?? 'x') : null,
});

type Others = { own: string; neighbours: readonly string[]; hasMean: boolean };
const order: readonly ExploredArea['kind'][] = ['council', 'region', 'country', 'mean', 'neighbour'];

/** The own first, then what it is held against; neighbours in the order of their set. */
function areasOf(versions: readonly DefinitionData[], breakdowns: readonly ShownBreakdown[], others: Others) {
  const { own, neighbours, hasMean } = others;
  const met = [
    ...versions.flatMap(({ areas }) => areas),
    ...breakdowns.flatMap(({ tables }) => tables.map(({ area }) => area)),
  ];
  const found = [...new Map(met.map((area) => [area.code, area])).values()].flatMap(
    ({ code, name, kind }): ExploredArea[] => {
      if (kind !== 'council' || code === own) return [{ code, name, kind }];
      return neighbours.includes(code) ? [{ code, name, kind: 'neighbour' }] : [];
    },
  );
  const mean: ExploredArea[] = hasMean ? [{ code: meanCode, name: 'Mean of neighbours', kind: 'mean' }] : [];
  return [...found, ...mean].toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || neighbours.indexOf(a.code) - neighbours.indexOf(b.code),
  );
}

/** A breakdown stands once for each version; the newest says what its rows are called. */
function newestOf(breakdowns: readonly ShownBreakdown[]): Material['breakdowns'] {
  const oldestFirst = breakdowns.toSorted((a, b) => a.version - b.version);
  return [...new Map(oldestFirst.map((one) => [one.key, one])).values()].map(
    ({ key, title, rowTitle, rows, columnTitle, columns }) => ({ key, title, rowTitle, rows, columnTitle, columns }),
  );
}

function versionOf(definition: DefinitionData, sources: readonly SourceOf[]): ExploredVersion {
  const { version, startsOn, question, numeratorMeaning, denominatorMeaning, cohort } = definition;
  const source = sources.find((one) => one.version === version);
  return {
    version,
    startsOn,
    question,
    counted: numeratorMeaning && denominatorMeaning ? `${numeratorMeaning}, out of: ${denominatorMeaning}` : cohort,
    source: source?.name ?? definition.source,
    licence: source?.licence ?? '',
    address: source?.address ?? '',
  };
}
