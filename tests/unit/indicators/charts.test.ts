import { describe, expect, it } from 'vitest';
import { chartOf } from '#lib/indicators/charts/rules.ts';
import { type DefinitionData, readFigure } from '#lib/indicators/rules.ts';
import type { Point } from '#lib/indicators/verdicts/rules.ts';
import { definition as anyDefinition, indicator } from './arbitrary-figure.ts';

const point = (year: number, value: number | null, more: Partial<Point> = {}): Point => ({
  period: String(year),
  endsOn: `${year}-03-31`,
  value,
  numerator: null,
  denominator: null,
  symbol: value === null ? 'c' : null,
  ...more,
});

const definition = (version: number, points: Point[]): DefinitionData => ({
  ...anyDefinition({ version }),
  areas: [
    { code: 'E06000044', name: 'Portsmouth', kind: 'council', points },
    {
      code: 'E92000001',
      name: 'England',
      kind: 'country',
      points: points.map(({ period, endsOn }) => point(Number(period), 90, { endsOn })),
    },
  ],
});

function chart(...versions: DefinitionData[]) {
  const figure = readFigure(indicator(...versions), '2026-11-21');
  if (!figure) throw new Error('no definition');
  return chartOf(figure);
}

describe('the chart of a figure', () => {
  it('breaks where the definition changed, and takes what both count from the newer one', () => {
    const old = definition(1, [point(2021, 60), point(2022, 61), point(2023, 62)]);
    const made = chart(definition(2, [point(2023, 80), point(2024, 82)]), old);
    expect(made.periods).toEqual(['2021', '2022', '2023', '2024']);
    expect(made.breaksBefore).toEqual(['2023']);
    expect(made.series[0]?.points.map(({ value }) => value)).toEqual([60, 61, 80, 82]);
  });

  it('has no break where one definition holds', () => {
    expect(chart(definition(1, [point(2024, 80), point(2025, 82)])).breaksBefore).toBeUndefined();
  });

  it('keeps a hidden value as a gap with its symbol, and says the counts of the council alone', () => {
    const made = chart(definition(1, [point(2024, null), point(2025, 84, { numerator: 240, denominator: 287 })]));
    expect(made.series[0]?.points).toEqual([
      { period: '2024', value: null, note: 'c' },
      { period: '2025', value: 84, detail: '240 of 287' },
    ]);
    expect(made.series[1]?.points.every((one) => one.detail === undefined)).toBe(true);
    expect(made.series.map(({ kind }) => kind)).toEqual(['own', 'country']);
  });

  it('words each period by the version that counted it', () => {
    const old = definition(1, [point(2022, 61), point(2023, 62)]);
    const years = [point(2024, 80, { period: '202324' }), point(2025, 82, { period: '202425' })];
    const made = chart(
      {
        ...definition(2, []),
        periodType: 'financialYear',
        areas: [{ code: 'E06000044', name: 'Portsmouth', kind: 'council', points: years }],
      },
      old,
    );
    expect(made.periods).toEqual(['2022', '2023', '2023/24', '2024/25']);
    expect(made.breaksBefore).toEqual(['2023/24']);
  });

  it('tells two periods apart that would be written alike', () => {
    const old = definition(1, [point(2024, 62)]);
    const calendar = [point(2024, 80, { endsOn: '2024-12-31' })];
    const made = chart(
      {
        ...definition(2, []),
        periodType: 'calendarYear',
        areas: [{ code: 'E06000044', name: 'Portsmouth', kind: 'council', points: calendar }],
      },
      old,
    );
    expect(new Set(made.periods).size).toBe(2);
    expect(made.periods[0]).toBe('31 March 2024');
  });

  it('draws a count of children without the counts of larger areas', () => {
    const made = chart({ ...definition(1, [point(2025, 386)]), unit: 'number' });
    expect(made.series.map(({ name }) => name)).toEqual(['Portsmouth']);
  });

  it('leaves out what was once measured in another unit', () => {
    const old = { ...definition(1, [point(2023, 9000)]), unit: 'number' };
    expect(chart(definition(2, [point(2024, 80)]), old).periods).toEqual(['2024']);
  });
});
