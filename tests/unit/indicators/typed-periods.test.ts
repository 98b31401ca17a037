import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PeriodType, periodTick, periodWords } from '#lib/indicators/periods/rules.ts';
import { endedPeriods, periodEnd } from '#lib/indicators/periods/sequence.ts';
import { periodExample, readPeriod } from '#lib/indicators/periods/typed.ts';

const today = '2026-11-22';
const read = (type: PeriodType, typed: string, day = today) => readPeriod(type, typed, day);
const types = ['snapshot31March', 'financialYear', 'financialQuarter', 'academicYear', 'calendarYear'] as const;

describe('a period as somebody types it', () => {
  it.each<[PeriodType, string, string]>([
    ['snapshot31March', '2026', '2026'],
    ['snapshot31March', '31 March 2026', '2026'],
    ['snapshot31March', ' 31st  mar 2026 ', '2026'],
    ['snapshot31March', '31/03/2026', '2026'],
    ['snapshot31March', '31.3.2026', '2026'],
    ['snapshot31March', '2026-03-31', '2026'],
    ['financialYear', '2024/25', '202425'],
    ['financialYear', '2024-2025', '202425'],
    ['academicYear', '2024 to 2025', '202425'],
    ['academicYear', '202425', '202425'],
    ['academicYear', '1999/2000', '199900'],
    ['financialQuarter', 'Q1 2025/26', '202526Q1'],
    ['financialQuarter', '2025/26 Q4', '202526Q4'],
    ['financialQuarter', '202526q2', '202526Q2'],
    ['financialQuarter', 'quarter 3 of 2025-26', '202526Q3'],
    ['financialQuarter', 'April to June 2025', '202526Q1'],
    ['financialQuarter', 'Jan-Mar 2026', '202526Q4'],
    ['calendarYear', '2025', '2025'],
    ['surveyWave', 'June 2025', '2025-06'],
    ['surveyWave', '2025-06', '2025-06'],
    ['surveyWave', '2025', '2025'],
  ])('%s: “%s” is %s', (type, typed, period) => {
    expect(read(type, typed)).toEqual({ period, endsOn: periodEnd(type, period) });
  });

  it.each<[PeriodType, string]>([
    ['snapshot31March', '30 March 2026'],
    ['snapshot31March', '2025/26'],
    ['financialYear', '2024/26'],
    ['financialYear', '2025'],
    ['financialQuarter', 'Q5 2025/26'],
    ['financialQuarter', 'May to July 2025'],
    ['financialQuarter', 'April to July 2025'],
    ['academicYear', 'last year'],
    ['calendarYear', '25'],
    ['surveyWave', 'Juneember 20255'],
    ['surveyWave', ''],
  ])('%s: “%s” is none, and the sentence says how to type it', (type, typed) => {
    expect(read(type, typed)).toEqual({ sentence: expect.stringContaining(periodExample[type]) });
  });

  it('that has not ended, or is long past, is refused', () => {
    expect(read('snapshot31March', '2027')).toEqual({ sentence: expect.stringMatching(/not ended yet/) });
    expect(read('financialQuarter', 'Q3 2026/27')).toEqual({ sentence: expect.stringMatching(/not ended yet/) });
    expect(read('snapshot31March', '2026', '2026-03-30')).toEqual({ sentence: expect.stringMatching(/not ended/) });
    expect(read('snapshot31March', '2026', '2026-03-31')).toHaveProperty('period');
    expect(read('calendarYear', '1066')).toHaveProperty('sentence');
    expect(read('calendarYear', '1986')).toEqual({ sentence: expect.stringMatching(/before 1990/) });
  });

  it('reads back everything that the pages print of a period', () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.integer({ min: 0, max: 20 }), (type, back) => {
        const period = endedPeriods(type, today, 21)[back] ?? '';
        expect(read(type, periodTick(type, period))).toMatchObject({ period });
        const words = periodWords(type, period).replace(/^(financial|academic) year /, '');
        expect(read(type, words)).toMatchObject({ period });
        expect(read(type, period)).toMatchObject({ period });
      }),
    );
  });

  it('answers any text with a period that has ended or with a sentence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...types, 'surveyWave' as const), fc.string({ maxLength: 24 }), (type, typed) => {
        const answer = read(type, typed);
        if ('period' in answer) expect(answer.endsOn <= today).toBe(true);
        else expect(answer.sentence).toMatch(/\.$/);
      }),
    );
  });
});
