import type { Explored } from '#lib/indicators/exploring/explored.ts';
import type { ExploredVersion, Material } from '#lib/indicators/exploring/rules.ts';
import { licenceWords } from '#lib/indicators/words/licence.ts';

/** The columns of a file of figures, in their order. */
export const columns = [
  'area_code',
  'area',
  'period',
  'period_ends_on',
  'row',
  'column',
  'value',
  'numerator',
  'denominator',
  'symbol',
  'definition_version',
  'source',
  'licence',
] as const;

export type Line = Record<(typeof columns)[number], string | number>;

/**
 * What is shown, a line for each cell of the table: period by period, and within it area by area. Where there is no
 * number, the symbol stands in square brackets in its place and bare in a column of its own, and no count stands beside it.
 */
export function linesOf(material: Material, { periods, series }: Explored): Line[] {
  const versions = new Map(material.versions.map((one) => [one.version, one]));
  return periods.flatMap(({ period, endsOn, version }, at) =>
    series.map(({ area, row, column, cells }): Line => {
      const cell = cells[at] ?? null;
      const symbol = cell?.value === null || !cell ? (cell?.symbol ?? 'x') : null;
      return {
        area_code: area.kind === 'mean' ? '' : area.code,
        area: area.name,
        period,
        period_ends_on: endsOn,
        row,
        column,
        value: symbol ? `[${symbol}]` : (cell?.value ?? ''),
        numerator: symbol ? '' : (cell?.numerator ?? ''),
        denominator: symbol ? '' : (cell?.denominator ?? ''),
        symbol: symbol ?? '',
        definition_version: version,
        source: versions.get(version)?.source ?? '',
        licence: licenceOf(versions.get(version)),
      };
    }),
  );
}

/** Where the shown figures come from and how they may be used, each source once. */
export function creditOf(material: Material, { periods }: Explored): string[] {
  const used = new Set(periods.map(({ version }) => version));
  const said = material.versions
    .filter(({ version }) => used.has(version))
    .map((version) => [version.source, licenceOf(version)].filter(Boolean).join('. '));
  return [...new Set(said.filter(Boolean))];
}

const licenceOf = (version: ExploredVersion | undefined) =>
  licenceWords({ name: version?.source ?? '', licence: version?.licence ?? '' });
