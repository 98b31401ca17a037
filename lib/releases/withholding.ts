import type { ShownBreakdown } from '#lib/breakdowns/rules.ts';
import { amongAt } from '#lib/disclosure/cells.ts';
import type { IndicatorData } from '#lib/indicators/rules.ts';
import { placeKey } from '#lib/releases/hidden.ts';

/** What must go of one value beyond what its own rule hides, because of what was released before. */
export type Withheld = { value: boolean; group: boolean };
type Shown = { value: number | null; numerator: number | null; denominator: number | null; symbol: string | null };

function without<One extends Shown>(shown: One, gone: Withheld | undefined): One {
  if (!gone) return shown;
  const denominator = gone.group ? null : shown.denominator;
  // Who knows the group and the share knows the count: a share without its group stays, one with it does not.
  if (!gone.value || shown.value === null) return { ...shown, denominator };
  return { ...shown, value: null, numerator: null, denominator, symbol: 'c' };
}

/** The indicators without what is withheld, by the names that `placeKey` gives. */
export const indicatorsWithout = <One extends IndicatorData>(
  indicators: readonly One[],
  gone: ReadonlyMap<string, Withheld>,
): One[] =>
  indicators.map((indicator) => ({
    ...indicator,
    versions: indicator.versions.map((version) => ({
      ...version,
      areas: version.areas.map((area) => ({
        ...area,
        points: area.points.map((point) =>
          without(
            point,
            gone.get(
              placeKey({ indicator: indicator.key, version: version.version, code: area.code, period: point.period }),
            ),
          ),
        ),
      })),
    })),
  }));

/** The same of breakdowns: the whole of a table is the headline. */
export const breakdownsWithout = (
  breakdowns: readonly ShownBreakdown[],
  gone: ReadonlyMap<string, Withheld>,
): ShownBreakdown[] =>
  breakdowns.map((breakdown) => ({
    ...breakdown,
    tables: breakdown.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => {
        const at = {
          indicator: breakdown.indicator,
          version: breakdown.version,
          code: table.area.code,
          period: table.period,
        };
        return without(cell, gone.get(placeKey({ ...at, among: amongAt(breakdown, cell.row, cell.column) })));
      }),
    })),
  }));
