import fc from 'fast-check';
import type { Chart, Point, Series } from '#lib/charts/series.ts';

const number = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
  fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.MIN_VALUE, 1e300, -1e300),
);

const point = (period: string, words: fc.Arbitrary<string>): fc.Arbitrary<Point> =>
  fc.record(
    {
      period: fc.constant(period),
      value: fc.option(number),
      note: fc.constantFrom('c', 'z', 'x'),
      detail: words,
    },
    { requiredKeys: ['period', 'value'] },
  );

/** Any chart whatever: names and numbers of every kind, gaps, breaks, no periods at all. */
export const chartOf = (words: fc.Arbitrary<string>): fc.Arbitrary<Chart> =>
  fc.uniqueArray(words, { maxLength: 14 }).chain((periods) => {
    const points = fc.tuple(...periods.map((period) => point(period, words)));
    const series: fc.Arbitrary<Series> = fc.record({
      name: words,
      kind: fc.constantFrom('own', 'region', 'country', 'other', 'mean', 'part'),
      points: points.chain((all) => fc.subarray(all)),
    });
    return fc.record(
      {
        title: words,
        description: words,
        unit: fc.constantFrom('%', 'score', 'rate', 'number'),
        decimals: fc.integer({ min: 0, max: 3 }),
        periods: fc.constant(periods),
        series: fc.array(series, { maxLength: 6 }),
        target: number,
        breaksBefore: fc.subarray(periods),
      },
      { requiredKeys: ['title', 'description', 'unit', 'decimals', 'periods', 'series'] },
    );
  });

/** Words as a council writes them. */
export const plainWords = fc.oneof(
  fc.constantFrom(
    'Portsmouth',
    'South East',
    'England',
    '2021',
    '2021 to 2022',
    '31 March 2025',
    'Q1 2025/26',
    'Isle of Wight',
  ),
  fc.string({ unit: fc.constantFrom(...'abcdefgh ijKLM &<0123'), minLength: 1, maxLength: 24 }),
);

export const anyWords = fc.oneof(plainWords, fc.string({ unit: 'binary', maxLength: 60 }));
