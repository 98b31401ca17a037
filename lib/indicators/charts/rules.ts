import type { Chart, Point as ChartPoint } from '#lib/charts/series.ts';
import { isCountUnit } from '#lib/disclosure/rules.ts';
import { axisOf, holder } from '#lib/indicators/charts/axis.ts';
import type { AreaKind, Figure } from '#lib/indicators/rules.ts';
import type { Point } from '#lib/indicators/verdicts/rules.ts';
import { countWords } from '#lib/indicators/words/rules.ts';

const kinds: Record<AreaKind, Chart['series'][number]['kind']> = {
  council: 'own',
  region: 'region',
  country: 'country',
};
const order: readonly AreaKind[] = ['council', 'region', 'country'];

/**
 * The series of an indicator for its chart and table, oldest period first. Where the definition changed, the first
 * period that is counted the new way is a break: no line crosses into it. A count of children is drawn alone: beside
 * the count of a whole country it says nothing but which is larger. What was once measured in another unit is left out.
 * @param target a line across: the target that the latest value is held against where it is left out
 */
export function chartOf(figure: Figure, target = figure.targetVerdict.target?.value): Chart {
  const { unit } = figure.definition;
  const measured = figure.versions
    .filter((version) => version.unit === unit)
    .flatMap(({ version, periodType, areas }) =>
      areas
        .filter(({ kind }) => !isCountUnit(unit) || kind === 'council')
        .flatMap((area) => area.points.map((point) => ({ area, point, version, periodType, ...endOf(point) }))),
    );
  const axis = axisOf(measured);
  const holds = holder(measured);
  const ticks = new Map(axis.map(({ endsOn, tick }) => [endsOn, tick]));
  const breaks = axis.filter(({ isBreak }) => isBreak).map(({ tick }) => tick);
  const shown = measured.filter(holds).toSorted((a, b) => a.endsOn.localeCompare(b.endsOn));
  const areas = [...new Map(shown.toReversed().map(({ area }) => [area.code, area])).values()].toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
  );
  return {
    title: figure.title,
    description: `${figure.period ? `${figure.text}, ${figure.period}. ` : ''}${figure.sentence}`,
    unit,
    decimals: figure.definition.decimals,
    periods: axis.map(({ tick }) => tick),
    ...(target !== undefined && { target }),
    ...(breaks.length > 0 && { breaksBefore: breaks }),
    series: areas.map(({ code, name, kind }) => ({
      name,
      kind: kinds[kind],
      points: shown
        .filter(({ area }) => area.code === code)
        .map(({ point }) => chartPoint(point, ticks.get(point.endsOn) ?? point.period, kind)),
    })),
  };
}

const endOf = ({ period, endsOn }: Point) => ({ period, endsOn });

/** The counts stand in the table of the council alone: they are what a member asks for. */
function chartPoint(point: Point, period: string, kind: AreaKind): ChartPoint {
  const detail = kind === 'council' ? countWords(point) : null;
  return {
    period,
    value: point.value,
    ...(point.symbol && { note: point.symbol }),
    ...(detail && { detail }),
  };
}
