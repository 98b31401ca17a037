import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineChart } from '#lib/charts/line-chart.ts';
import { oneScale, scaleWords } from '#lib/charts/one-scale.ts';
import { plotFor } from '#lib/charts/plot.ts';
import { type Chart, isFigure } from '#lib/charts/series.ts';
import { chartOf, plainWords } from '#tests/unit/charts/arbitrary-chart.ts';

const valuesOf = ({ series, periods, target }: Chart) =>
  [
    ...series.flatMap(({ points }) =>
      points.filter(({ period }) => periods.includes(period)).map(({ value }) => value),
    ),
    target,
  ].filter(isFigure);

it('charts of one unit share a scale that holds all their values; units do not mix', () => {
  fc.assert(
    fc.property(fc.array(chartOf(plainWords), { maxLength: 5 }), (charts) => {
      const scaled = oneScale(charts);
      for (const one of scaled) {
        const [from, to] = one.domain ?? expect.unreachable();
        for (const value of valuesOf(one)) {
          // A hair of a pixel is no difference.
          const hair = Math.max((to - from) / 1e6, 1e-6);
          expect(value).toBeGreaterThanOrEqual(from - hair);
          expect(value).toBeLessThanOrEqual(to + hair);
        }
        for (const other of scaled) if (other.unit === one.unit) expect(other.domain).toEqual(one.domain);
      }
      expect(scaleWords(scaled)).toHaveLength(new Set(charts.map(({ unit }) => unit)).size);
    }),
  );
});

const chart = (title: string, values: number[]): Chart => ({
  title,
  description: title,
  unit: '%',
  decimals: 0,
  periods: values.map((_, at) => String(2020 + at)),
  series: [{ name: 'Own', kind: 'own', points: values.map((value, at) => ({ period: String(2020 + at), value })) }],
});

it('the same value stands at the same height in each drawing, and the scale is said once, in words', () => {
  const charts = oneScale([chart('Low', [5, 10, 60]), chart('High', [60, 80, 95])]);
  expect(scaleWords(charts)).toEqual(['percentages from 0% to 100%']);
  const [low, high] = charts.map((one) => plotFor(one, 320, 195, false));
  expect(low?.yOf(60)).toBe(high?.yOf(60));
  expect(low?.ticks).toEqual(high?.ticks);
  expect(String(lineChart(charts[1] ?? expect.unreachable()))).not.toContain('scale starts');
  expect(String(lineChart(chart('High', [60, 80, 95])))).toContain('The scale starts at');
});
