import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageWords,
  monthsBetween,
  oldAfterMonths,
  type PeriodType,
  periodHeading,
  periodTick,
  periodWords,
  yearBefore,
} from '#lib/indicators/periods/rules.ts';

describe('a period in words', () => {
  it.each<[PeriodType, string, string, string]>([
    ['snapshot31March', '2025', '31 March 2025', '2025'],
    ['financialYear', '202425', 'financial year 2024/25', '2024/25'],
    ['academicYear', '202425', 'academic year 2024/25', '2024/25'],
    ['academicYear', '199900', 'academic year 1999/00', '1999/00'],
    ['calendarYear', '2025', '2025', '2025'],
    ['surveyWave', '2025', '2025', '2025'],
    ['financialQuarter', '202425Q1', 'April to June 2024', '2024/25 Q1'],
    ['financialQuarter', '202425Q3', 'October to December 2024', '2024/25 Q3'],
    ['financialQuarter', '202425Q4', 'January to March 2025', '2024/25 Q4'],
  ])('%s %s is %s', (type, period, words, tick) => {
    expect(periodWords(type, period)).toBe(words);
    expect(periodTick(type, period)).toBe(tick);
    expect(periodHeading[type]).not.toBe('');
  });
});

describe('months between two days', () => {
  it.each([
    ['2025-03-31', '2025-03-31', 0],
    ['2025-03-31', '2025-04-29', 0],
    ['2025-03-31', '2025-04-30', 1],
    ['2024-01-31', '2024-02-28', 0],
    ['2024-01-31', '2024-02-29', 1],
    ['2025-01-31', '2025-02-28', 1],
    ['2024-02-29', '2025-02-28', 12],
    ['2024-12-15', '2025-01-14', 0],
    ['2024-12-15', '2025-01-15', 1],
  ])('from %s to %s there are %i', (from, to, months) => expect(monthsBetween(from, to)).toBe(months));
});

describe('a year before', () => {
  const ending = (...days: string[]) => days.map((endsOn) => ({ endsOn }));
  const found = (type: PeriodType, latest: string, ...days: string[]) =>
    yearBefore(type, ending(...days, latest), { endsOn: latest })?.endsOn;

  it('is the same day of the year before, never the point before', () => {
    expect(found('snapshot31March', '2025-03-31', '2023-03-31', '2024-03-31')).toBe('2024-03-31');
    expect(found('snapshot31March', '2025-03-31', '2023-03-31')).toBeUndefined();
    expect(found('academicYear', '2025-08-31', '2024-03-31', '2024-08-31')).toBe('2024-08-31');
    expect(found('financialQuarter', '2025-06-30', '2024-06-30', '2025-03-31')).toBe('2024-06-30');
    expect(found('financialQuarter', '2025-06-30', '2024-09-30', '2025-03-31')).toBeUndefined();
    expect(found('calendarYear', '2025-12-31', '2024-11-30')).toBeUndefined();
  });

  it('is the nearest wave of a survey, within two months', () => {
    expect(found('surveyWave', '2025-06-30', '2024-04-30', '2024-07-31')).toBe('2024-07-31');
    expect(found('surveyWave', '2025-06-30', '2024-08-31')).toBe('2024-08-31');
    expect(found('surveyWave', '2025-06-30', '2024-04-30')).toBe('2024-04-30');
    expect(found('surveyWave', '2025-06-30', '2024-09-30')).toBeUndefined();
    expect(found('surveyWave', '2025-06-30', '2024-03-31')).toBeUndefined();
  });

  it('does not depend on the order of the points', () => {
    const days = ['2022-03-31', '2023-03-31', '2024-03-31', '2025-03-31', '2026-03-31'];
    fc.assert(
      fc.property(fc.shuffledSubarray(days, { minLength: 5 }), (mixed) => {
        expect(found('snapshot31March', '2025-03-31', ...mixed)).toBe('2024-03-31');
      }),
    );
  });
});

describe('the age of a figure', () => {
  it.each([
    ['2025-03-31', null],
    ['2026-06-30', null],
    ['2026-07-31', '16 months old'],
    ['2027-02-28', '23 months old'],
    ['2027-03-31', 'two years old'],
    ['2027-05-01', 'more than two years old'],
    ['2030-03-31', 'five years old'],
    ['2031-04-30', 'more than 6 years old'],
  ])('of 31 March 2025 is, on %s, %s', (today, words) => expect(ageWords('2025-03-31', today)).toBe(words));

  it('is said once it is past the limit, and not before', () => {
    const day = fc.date({ min: new Date('2025-03-31'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const today = date.toISOString().slice(0, 10);
        expect(ageWords('2025-03-31', today) === null).toBe(monthsBetween('2025-03-31', today) <= oldAfterMonths);
      }),
    );
  });
});
