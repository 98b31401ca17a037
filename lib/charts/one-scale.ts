import { axisFor } from '#lib/charts/axis.ts';
import { type Chart, isFigure } from '#lib/charts/series.ts';

const valuesOf = (chart: Chart): number[] =>
  [...chart.series.flatMap(({ points }) => points.map(({ value }) => value)), chart.target].filter(isFigure);

/**
 * The same charts, those of one unit on one scale that holds all their values: heights can be compared from one
 * drawing to the next.
 */
export function oneScale(charts: readonly Chart[]): Chart[] {
  const domains = new Map(
    [...new Set(charts.map(({ unit }) => unit))].map((unit) => {
      const alike = charts.filter((chart) => chart.unit === unit);
      const { from, to } = axisFor(alike.flatMap(valuesOf), unit, Math.max(...alike.map(({ decimals }) => decimals)));
      return [unit, [from, to] as const];
    }),
  );
  return charts.map((chart) => ({ ...chart, domain: domains.get(chart.unit) }));
}

/** The scales of charts that share them, in words, each unit once: "percentages from 0% to 100%". */
export function scaleWords(charts: readonly Chart[]): string[] {
  const units = new Map(charts.flatMap(({ unit, domain }) => (domain ? [[unit, domain] as const] : [])));
  const words: Record<string, string> = { '%': 'percentages', rate: 'rates', score: 'scores', number: 'counts' };
  return [...units].map(([unit, [from, to]]) => {
    const text = (value: number) => `${Number(value.toFixed(2)).toLocaleString('en-GB')}${unit === '%' ? '%' : ''}`;
    return `${words[unit] ?? unit} from ${text(from)} to ${text(to)}`;
  });
}
