import { chartOf } from '#lib/indicators/charts/rules.ts';
import { periodHeading, periodWords } from '#lib/indicators/periods/rules.ts';
import type { AreaKind, Figure } from '#lib/indicators/rules.ts';
import type { Point } from '#lib/indicators/verdicts/rules.ts';
import { judgedWords } from '#lib/indicators/words/judging.ts';
import { countWords, meaningWords, missingWords, valueWords, verdictWords } from '#lib/indicators/words/rules.ts';
import type { ReportFigure, ReportValue } from '#lib/reports/content.ts';

/** One figure as the report says it: every number with its period and its count, every gap in words. */
export function reportFigure(figure: Figure): ReportFigure {
  const { definition, latest, before } = figure;
  const value = (point: Point | null | undefined): ReportValue | null =>
    point
      ? {
          words: pointInWords(point, definition.unit, definition.decimals),
          of: countWords(point) ?? '',
          period: periodWords(definition.periodType, point.period),
        }
      : null;
  const beside = (['region', 'country'] as const).flatMap((kind: AreaKind) =>
    definition.areas
      .filter((area) => area.kind === kind)
      .map(({ name, points }) => ({
        name,
        value: value(points.find(({ period }) => period === latest?.period)),
      })),
  );
  return {
    title: figure.title,
    cohort: meaningWords(definition),
    polarity: definition.polarity,
    direction: figure.good,
    verdict: figure.verdict === 'none' ? '' : verdictWords[figure.verdict],
    sentence: [figure.sentence, ...judgedWords(figure)].join(' '),
    source: definition.source,
    latest: value(latest) ?? { words: 'No figure yet', of: '', period: '' },
    before: value(before),
    beside,
    periodHeading: periodHeading[definition.periodType],
    chart: chartOf(figure),
  };
}

function pointInWords(point: Point, unit: string, decimals: number): string {
  if (point.value !== null) return valueWords(point.value, unit, decimals);
  const words = missingWords[point.symbol ?? 'x'];
  return words.charAt(0).toUpperCase() + words.slice(1);
}
