import { describe, expect, it } from 'vitest';
import { placeTime, timesProblem } from '#lib/imports/time.ts';
import type { PeriodType } from '#lib/indicators/periods/rules.ts';

const of = (identifier: string, period: string) => ({ identifier, period });

describe('the periods of a file', () => {
  it.each([
    ['Reporting year', '2025'],
    ['Calendar year', '2025'],
    ['Academic year', '202425'],
    ['Academic year', '199900'],
    ['Financial year', '202425'],
    ['Financial year Q3', '202425'],
    ['Tax year', '202425'],
    ['Autumn and spring term', '202425'],
    ['Part 2 (October to March)', '202425'],
    ['October', '2025'],
    ['Week 53', '2025'],
  ])('%s %s is one of the standard', (identifier, period) => {
    expect(timesProblem([of(identifier, period)])).toBeNull();
  });

  it.each([
    ['Reporting year', '202425', 'The time_period "202425" does not fit "Reporting year": write it like 2025.'],
    ['Academic year', '2025', 'The time_period "2025" does not fit "Academic year": write it like 202425.'],
    ['Academic year', '202426', 'The time_period "202426" must be two years that follow each other, like 202425.'],
    ['Academic year', '202400', 'The time_period "202400" must be two years that follow each other, like 202425.'],
    ['Week 54', '2025', 'The time_identifier "Week 54" is not one of the data standard.'],
    ['', '2025', 'The time_identifier "" is not one of the data standard.'],
  ])('%s %s: %s', (identifier, period, sentence) => {
    expect(timesProblem([of(identifier, period)])).toBe(sentence);
  });

  it('are of one kind of year', () => {
    expect(timesProblem([of('Financial year', '202425'), of('Financial year Q1', '202425')])).toBeNull();
    expect(timesProblem([of('Academic year', '202425'), of('Financial year', '202425')])).toBe(
      'The file mixes kinds of years ("Academic year", "Financial year"). A file must hold one kind.',
    );
  });
});

describe('a period of a file', () => {
  const placed: [string, string, PeriodType, string, string][] = [
    ['Reporting year', '2025', 'snapshot31March', '2025', '2025-03-31'],
    ['Reporting year', '2025', 'financialYear', '202425', '2025-03-31'],
    ['Reporting year', '2000', 'financialYear', '199900', '2000-03-31'],
    ['Financial year', '202425', 'financialYear', '202425', '2025-03-31'],
    ['Financial year Q1', '202425', 'financialQuarter', '202425Q1', '2024-06-30'],
    ['Financial year Q2', '202425', 'financialQuarter', '202425Q2', '2024-09-30'],
    ['Financial year Q3', '202425', 'financialQuarter', '202425Q3', '2024-12-31'],
    ['Financial year Q4', '202425', 'financialQuarter', '202425Q4', '2025-03-31'],
    ['Academic year', '202425', 'academicYear', '202425', '2025-08-31'],
    ['Calendar year', '2024', 'calendarYear', '2024', '2024-12-31'],
  ];
  it.each(placed)('%s %s as %s is %s, to %s', (identifier, given, type, period, endsOn) => {
    expect(placeTime({ identifier, period: given }, type)).toEqual({ period, endsOn });
  });

  const refused: [string, string, PeriodType][] = [
    ['Academic year', '202425', 'snapshot31March'],
    ['Reporting year', '2025', 'academicYear'],
    ['Reporting year', '2025', 'calendarYear'],
    ['Autumn term', '202425', 'academicYear'],
    ['October', '2025', 'calendarYear'],
    ['Week 12', '2025', 'calendarYear'],
    ['Part 1 (April to September)', '202425', 'financialYear'],
    ['Financial year Q1-2', '202425', 'financialQuarter'],
    ['Tax year', '202425', 'financialYear'],
    ['Calendar year', '2025', 'surveyWave'],
  ];
  it.each(refused)('%s %s does not fit %s', (identifier, period, type) => {
    expect(placeTime({ identifier, period }, type)).toHaveProperty(
      'reason',
      expect.stringContaining(`"${identifier}"`),
    );
  });

  it('of one quarter does not fit a figure that counts from 1 April on', () => {
    expect(placeTime({ identifier: 'Financial year Q2', period: '202425' }, 'financialQuarter', true)).toHaveProperty(
      'reason',
    );
  });
});
