import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PeriodType } from '#lib/indicators/periods/rules.ts';
import { endedPeriods, monthsAfter, nextPeriod, periodEnd, periodOf } from '#lib/indicators/periods/sequence.ts';

const types = [
  'snapshot31March',
  'financialYear',
  'financialQuarter',
  'academicYear',
  'calendarYear',
  'surveyWave',
] as const satisfies PeriodType[];
const anyType = fc.constantFrom(...types);
const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the last day of a period', () => {
  it.each<[PeriodType, string, string | null]>([
    ['snapshot31March', '2025', '2025-03-31'],
    ['snapshot31March', '202425', null],
    ['financialYear', '202425', '2025-03-31'],
    ['financialYear', '202426', null],
    ['academicYear', '199900', '2000-08-31'],
    ['academicYear', '2025', null],
    ['calendarYear', '2025', '2025-12-31'],
    ['financialQuarter', '202425Q1', '2024-06-30'],
    ['financialQuarter', '202425Q4', '2025-03-31'],
    ['financialQuarter', '202425Q5', null],
    ['surveyWave', '2025', '2025-12-31'],
    ['surveyWave', '2024-02', '2024-02-29'],
    ['surveyWave', '2024-13', null],
  ])('%s %s: %s', (type, period, end) => expect(periodEnd(type, period)).toBe(end));
});

describe('the period of a day, and the next', () => {
  it('holds the day, and ends on or after it', () => {
    fc.assert(
      fc.property(anyType, anyDay, (type, day) => {
        const end = periodEnd(type, periodOf(type, day));
        expect(end).not.toBeNull();
        expect((end ?? '') >= day).toBe(true);
        // A day after its end lies in the next one.
        const after = new Date(Date.parse(`${end}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
        if (type !== 'surveyWave') expect(periodOf(type, after)).toBe(nextPeriod(type, periodOf(type, day)));
      }),
    );
  });

  it('ends later than the one before', () => {
    fc.assert(
      fc.property(anyType, anyDay, (type, day) => {
        const period = periodOf(type, day);
        const next = nextPeriod(type, period) ?? '';
        expect((periodEnd(type, next) ?? '') > (periodEnd(type, period) ?? '')).toBe(true);
      }),
    );
  });

  it('lists those that have ended, newest first, one after another', () => {
    expect(endedPeriods('snapshot31March', '2026-11-22', 2)).toEqual(['2026', '2025']);
    expect(endedPeriods('financialQuarter', '2026-11-22', 3)).toEqual(['202627Q2', '202627Q1', '202526Q4']);
    fc.assert(
      fc.property(anyType, anyDay, fc.integer({ min: 1, max: 12 }), (type, day, howMany) => {
        const found = endedPeriods(type, day, howMany);
        if (type === 'surveyWave') {
          expect(found).toEqual([]);
          return;
        }
        expect(found).toHaveLength(howMany);
        expect(nextPeriod(type, found[0] ?? '')).toBe(
          (periodEnd(type, periodOf(type, day)) ?? '') <= day
            ? nextPeriod(type, periodOf(type, day))
            : periodOf(type, day),
        );
        expect(found.slice(1).map((period) => nextPeriod(type, period))).toEqual(found.slice(0, -1));
      }),
    );
  });
});

it('counts months so that the end of a month stays one', () => {
  expect(monthsAfter('2026-03-31', 8)).toBe('2026-11-30');
  expect(monthsAfter('2025-08-31', 6)).toBe('2026-02-28');
  expect(monthsAfter('2025-06-30', 1)).toBe('2025-07-31');
  expect(monthsAfter('2025-06-15', 1)).toBe('2025-07-15');
  expect(monthsAfter('2025-01-30', 1)).toBe('2025-02-28');
  expect(monthsAfter('2025-03-31', 0)).toBe('2025-03-31');
});
