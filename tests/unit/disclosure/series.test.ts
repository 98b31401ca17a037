import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainRule } from '#lib/disclosure/rules.ts';
import { discloseSeries } from '#lib/disclosure/series.ts';
import { discloseIndicator } from '#lib/indicators/rules.ts';
import { council, definition, england, indicator } from '#tests/unit/indicators/arbitrary-figure.ts';

const quarter = (period: string, value: number) => ({
  period,
  value,
  numerator: null,
  denominator: null,
  symbol: null,
});
const year = (counts: readonly number[]) => counts.map((count, at) => quarter(`202526Q${at + 1}`, count));
const shown = (counts: readonly number[], isYearToDate = true) =>
  discloseSeries(year(counts), 'number', plainRule(5), isYearToDate).map(({ value }) => value);

it('hides a quarter that a year to date would give away, and shows what is far enough from the last one shown', () => {
  expect(shown([12, 15, 20, 31])).toEqual([12, null, 20, 31]);
  expect(shown([12, 15, 16, 17])).toEqual([12, null, null, null]);
  expect(shown([12, 12, 19, 19])).toEqual([12, 12, 19, 19]);
  expect(shown([12, 15, 20, 31], false)).toEqual([12, 15, 20, 31]);
  const years = [quarter('202526Q4', 40), quarter('202627Q1', 43)];
  expect(discloseSeries(years, 'number', plainRule(5), true).map(({ value }) => value)).toEqual([40, 43]);
});

it('looks at counts, groups and the rest of a share', () => {
  const share = (period: string, numerator: number, denominator: number) => ({
    period,
    value: (100 * numerator) / denominator,
    numerator,
    denominator,
    symbol: null,
  });
  const of = (second: [number, number]) =>
    discloseSeries([share('202526Q1', 30, 50), share('202526Q2', ...second)], '%', plainRule(5), true)[1];
  expect(of([60, 100])?.value).toBe(60);
  // 3 more were counted; 4 more were in the group; 2 of the 22 more were not counted.
  for (const second of [
    [33, 80],
    [33, 54],
    [50, 72],
  ] as [number, number][]) {
    expect(of(second)).toMatchObject({ value: null, numerator: null, denominator: null, symbol: 'c' });
  }
});

it('leaves no two shown quarters of a year a small number apart', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(steps, (more) => {
      const counts = more.map((_, at) => more.slice(0, at + 1).reduce((sum, step) => sum + step, 0));
      const seen = shown(counts).filter((value) => value !== null);
      for (const one of seen) {
        for (const other of seen) {
          const apart = Math.abs(one - other);
          expect(apart === 0 || apart > 5).toBe(true);
        }
      }
    }),
  );
});

it('is how every figure is read whose quarters count from April', () => {
  const point = (quarter: number, value: number) => ({
    period: `202526Q${quarter}`,
    endsOn: `2025-0${3 * quarter}-28`,
    value,
    numerator: null,
    denominator: null,
    symbol: null,
  });
  const areas = [council(point(1, 12), point(2, 15)), england(point(1, 12_000), point(2, 12_003))];
  const read = (isYearToDate: boolean) =>
    discloseIndicator(
      indicator(definition({ unit: 'number', periodType: 'financialQuarter', isYearToDate, areas })),
    ).versions[0]?.areas.map(({ points }) => points.map(({ value }) => value));
  expect(read(true)?.[0]).toEqual([12, null]);
  expect(read(false)?.[0]).toEqual([12, 15]);
});
