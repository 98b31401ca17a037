import type { ObservationRow } from '#lib/releases/api/schema.ts';
import type { ReleaseContent, ReleasedIndicator } from '#lib/releases/content.ts';

/** Every value of a release as one flat row: headline values first, then the parts of breakdowns, oldest first. */
export const rowsOf = ({ release, indicators }: ReleaseContent): ObservationRow[] =>
  indicators.flatMap((indicator) => {
    const from = { release: release.slug, edition: release.edition, indicator: indicator.key, title: indicator.title };
    return [...headline(indicator), ...parts(indicator)].map((row) => ({ ...from, ...row }));
  });

type Row = Omit<ObservationRow, 'release' | 'edition' | 'indicator' | 'title'>;

const headline = (indicator: ReleasedIndicator): Row[] =>
  indicator.observations.map(({ definition, area, ...value }) => ({
    ...told(indicator, definition),
    breakdown: '',
    row: '',
    column: '',
    ...placed(area),
    ...value,
  }));

/** The whole of a breakdown is the headline value, which has its own row. */
const parts = (indicator: ReleasedIndicator): Row[] =>
  indicator.breakdowns.flatMap(({ key, definition, tables }) =>
    tables.toReversed().flatMap(({ area, period, periodName, endsOn, cells }) =>
      cells
        .filter(({ row, column }) => row !== '' || column !== '')
        .map((cell) => ({
          ...told(indicator, definition),
          breakdown: key,
          ...placed(area),
          period,
          periodName,
          endsOn,
          ...cell,
        })),
    ),
  );

const placed = ({ code, name, kind }: { code: string; name: string; kind: ObservationRow['areaKind'] }) => ({
  areaCode: code,
  areaName: name,
  areaKind: kind,
});

function told({ definitions }: ReleasedIndicator, version: number) {
  const found = definitions.find((one) => one.version === version) ?? definitions[0];
  return {
    definition: version,
    unit: found?.unit ?? '',
    source: found?.source.name ?? '',
    licence: found?.source.licence ?? '',
  };
}

type Wanted = { indicator?: string; area?: string; breakdown?: string; from?: string; to?: string };

/** The rows that were asked for; what is left out of the question narrows nothing. */
export const narrowed = (rows: readonly ObservationRow[], { indicator, area, breakdown, from, to }: Wanted) =>
  rows.filter(
    (row) =>
      (indicator === undefined || row.indicator === indicator) &&
      (area === undefined || row.areaCode === area) &&
      (breakdown === undefined || row.breakdown === (breakdown === 'none' ? '' : breakdown)) &&
      (from === undefined || row.endsOn >= from) &&
      (to === undefined || row.endsOn <= to),
  );
