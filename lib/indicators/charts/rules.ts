import type { Chart, Point as ChartPoint } from '#lib/charts/series.ts';
import { periodTick } from '#lib/indicators/periods/rules.ts';
import type { AreaKind, DefinitionData, Figure } from '#lib/indicators/rules.ts';
import type { Point } from '#lib/indicators/verdicts/rules.ts';
import { countWords } from '#lib/indicators/words/rules.ts';

const kinds: Record<AreaKind, Chart['series'][number]['kind']> = {
  council: 'own',
  region: 'region',
  country: 'country',
};
const order: readonly AreaKind[] = ['council', 'region', 'country'];

/**
 * The series of an indicator for its chart and table, oldest period first. Where the definition changed,
 * the first period that is counted the new way is a break: no line crosses into it.
 * @param target a line across: the target that the latest value is held against where it is left out
 */
export function chartOf(figure: Figure, target = figure.targetVerdict.target?.value): Chart {
  const oldestFirst = figure.versions.toReversed();
  const tick = (point: Point) => periodTick(figure.definition.periodType, point.period);
  const starts = oldestFirst.map((version) => startOf(version));
  const counted = oldestFirst.flatMap((version, at) => {
    const until = starts[at + 1];
    return version.areas.map((area) => ({
      ...area,
      points: until ? area.points.filter(({ endsOn }) => endsOn < until) : area.points,
    }));
  });
  const all = counted.flatMap(({ points }) => points).toSorted((a, b) => a.endsOn.localeCompare(b.endsOn));
  const periods = [...new Set(all.map(tick))];
  const firsts = starts.slice(1).flatMap((start) => all.find(({ endsOn }) => endsOn === start) ?? []);
  const areas = [...new Map(counted.map((area) => [area.code, area])).values()].toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
  );
  return {
    title: figure.title,
    description: `${figure.period ? `${figure.text}, ${figure.period}. ` : ''}${figure.sentence}`,
    unit: figure.definition.unit,
    decimals: figure.definition.decimals,
    periods,
    ...(target !== undefined && { target }),
    ...(firsts.length > 0 && { breaksBefore: firsts.map(tick) }),
    series: areas.map(({ code, name, kind }) => ({
      name,
      kind: kinds[kind],
      points: counted
        .filter((area) => area.code === code)
        .flatMap(({ points }) => points.map((point) => chartPoint(point, tick(point), kind))),
    })),
  };
}

/** The end of the first period that a version counts; null while it has no value. */
function startOf(version: DefinitionData): string | null {
  const ends = version.areas.flatMap(({ points }) => points.map(({ endsOn }) => endsOn)).toSorted();
  return ends[0] ?? null;
}

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
