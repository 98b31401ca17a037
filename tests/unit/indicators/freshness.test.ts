import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expected, freshness } from '#lib/indicators/freshness/rules.ts';
import type { PeriodType } from '#lib/indicators/periods/rules.ts';
import { monthsAfter, nextPeriod, periodEnd, periodOf } from '#lib/indicators/periods/sequence.ts';

const yearly = (newest: string | null, more: Partial<Expected> = {}): Expected => ({
  periodType: 'snapshot31March',
  expectedAfterMonths: 8,
  newest: newest === null ? null : { period: newest, endsOn: `${newest}-03-31` },
  owner: null,
  ...more,
});

describe('how fresh a figure is', () => {
  it('is late once the day has passed, and says that nobody owns it', () => {
    expect(freshness(yearly('2025'), '2026-12-01')).toEqual({
      state: 'late',
      sentence: 'The figure for 31 March 2026 was expected by 30 November 2026 and has not come: nobody owns it.',
      expectedOn: '2026-11-30',
    });
  });

  it('is due in the month before the day, and on the day itself', () => {
    for (const today of ['2026-10-31', '2026-11-22', '2026-11-30']) {
      expect(freshness(yearly('2025', { owner: 'Health lead' }), today)).toEqual({
        state: 'due',
        sentence: 'The figure for 31 March 2026 is expected by 30 November 2026. Its owner is Health lead.',
        expectedOn: '2026-11-30',
      });
    }
    expect(freshness(yearly('2025'), '2026-10-30').state).toBe('current');
    // Its period has to be over first.
    const atOnce = yearly('2025', { expectedAfterMonths: 0 });
    expect(['2026-03-30', '2026-03-31', '2026-04-01'].map((today) => freshness(atOnce, today).state)).toEqual([
      'current',
      'current',
      'late',
    ]);
  });

  it('counts the others that have not come either', () => {
    expect(freshness(yearly('2023'), '2025-12-01').sentence).toContain('has not come, nor has the one after it:');
    expect(freshness(yearly('2022'), '2026-12-01').sentence).toContain('has not come, nor have the 3 after it:');
  });

  it('names the newest that was expected where none ever came, and says so before one is expected', () => {
    expect(freshness(yearly(null), '2026-11-22')).toMatchObject({
      state: 'missing',
      expectedOn: '2025-11-30',
      sentence:
        'No figure has ever come. The figure for 31 March 2025 was expected by 30 November 2025 and has not come: nobody owns it.',
    });
    const quarterly = { periodType: 'financialQuarter', expectedAfterMonths: 1 } as const;
    expect(freshness(yearly(null, quarterly), '2026-11-22')).toMatchObject({
      state: 'missing',
      expectedOn: '2026-10-31',
    });
  });

  it('goes by age where nobody has said by when', () => {
    const unsaid = { expectedAfterMonths: null };
    expect(freshness(yearly('2025', unsaid), '2026-06-30')).toMatchObject({ state: 'current', expectedOn: null });
    expect(freshness(yearly('2025', unsaid), '2026-07-31').state).toBe('late');
    expect(freshness(yearly(null, unsaid), '2026-07-31').state).toBe('missing');
  });

  it('expects a survey a year after the last', () => {
    const survey = (today: string) =>
      freshness(
        {
          periodType: 'surveyWave',
          expectedAfterMonths: 2,
          newest: { period: '2025-06', endsOn: '2025-06-30' },
          owner: null,
        },
        today,
      );
    expect(survey('2026-06-30').state).toBe('current');
    expect(survey('2026-07-30').state).toBe('current');
    expect(survey('2026-07-31').state).toBe('due');
    expect(survey('2026-09-01').state).toBe('late');
    expect(survey('2026-09-01').expectedOn).toBe('2026-08-31');
  });
});

describe('as days go by', () => {
  const order = ['current', 'due', 'late'];
  const anyType = fc.constantFrom<PeriodType>(
    'snapshot31March',
    'financialYear',
    'financialQuarter',
    'academicYear',
    'calendarYear',
  );

  it('a figure only ever becomes staler, and is late exactly after the expected day', () => {
    fc.assert(
      fc.property(
        anyType,
        fc.integer({ min: 0, max: 24 }),
        fc.integer({ min: 0, max: 2000 }),
        (periodType, months, later) => {
          const period = periodOf(periodType, '2022-05-05');
          const endsOn = periodEnd(periodType, period) ?? '';
          const today = (days: number) =>
            new Date(Date.parse(`${endsOn}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
          const at = (days: number) =>
            freshness(
              { periodType, expectedAfterMonths: months, newest: { period, endsOn }, owner: null },
              today(days),
            );
          const expectedOn = monthsAfter(periodEnd(periodType, nextPeriod(periodType, period) ?? '') ?? '', months);
          const now = at(later);
          expect(now.expectedOn).toBe(expectedOn);
          expect(now.state === 'late').toBe(today(later) > expectedOn);
          expect(order.indexOf(at(later + 1).state)).toBeGreaterThanOrEqual(order.indexOf(now.state));
        },
      ),
    );
  });
});
