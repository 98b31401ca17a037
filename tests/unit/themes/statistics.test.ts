import { describe, expect, it } from 'vitest';
import { readStatistic, type StatisticData } from '#lib/themes/statistics/rules.ts';

const row: StatisticData = {
  measure: 'Felt heard',
  value: 84,
  symbol: null,
  unit: '%',
  kind: 'survey',
  period: '2023',
  cohort: null,
  numerator: 240,
  denominator: 287,
  polarity: 'high',
  note: null,
  comparators: [
    { kind: 'ownPreviousYear', value: 80, unit: '%', period: '2022' },
    { kind: 'england', value: 78.5, unit: '%', period: '2021/22' },
    { kind: 'southEast', value: 79, unit: '%', period: '2021/22' },
  ],
};
const figure = (changed: Partial<StatisticData>) => readStatistic({ ...row, ...changed }, 5).figure;

describe('a printed number', () => {
  it('reads with its count and what stands beside it', () => {
    expect(figure({})).toEqual({
      shown: {
        text: '84%',
        counted: '240 of 287',
        compared: 'Up from 80% (2022). England: 78.5% (2021/22). South East: 79% (2021/22).',
      },
    });
  });

  it.each<[string, Partial<StatisticData>]>([
    ['a small count', { numerator: 3 }],
    ['a small group', { numerator: null, denominator: 4 }],
    ['a small number', { value: 5, unit: 'children', numerator: null, denominator: null }],
    ['what its source hides', { value: null, symbol: 'c' }],
    ['nothing at all', { value: null }],
  ])('is hidden for %s, and all of it', (_, changed) => expect(figure(changed)).toEqual({ suppressed: true }));

  it('leaves out a small comparator, and says why a number is missing', () => {
    const comparators = [{ kind: 'ownPreviousYear' as const, value: 3, unit: 'children', period: '2022' }];
    expect(figure({ value: 386, unit: 'children', comparators })).toMatchObject({
      shown: { text: '386 children', compared: '' },
    });
    expect(figure({ value: null, symbol: 'x' })).toMatchObject({ shown: { text: 'not available', counted: null } });
  });
});
