import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween, isWorkingDay, workingDaysBefore } from '#lib/calendar/rules.ts';

/** England and Wales, as gov.uk publishes them. */
const bankHolidays: Record<number, readonly string[]> = {
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2028: ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
};

const iso = (date: Date) => date.toISOString().slice(0, 10);
const someDay = fc.integer({ min: 0, max: 1_000 }).map((days) => addDays(day('2026-01-05'), days));

describe('working days', () => {
  for (const [year, days] of Object.entries(bankHolidays)) {
    it(`of ${year} leave out exactly weekends and the bank holidays`, () => {
      const free = new Set(days.map((monthDay) => `${year}-${monthDay}`));
      for (let date = day(`${year}-01-01`); iso(date).startsWith(year); date = addDays(date, 1)) {
        const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
        expect(isWorkingDay(date), iso(date)).toBe(!isWeekend && !free.has(iso(date)));
      }
    });
  }

  it('are counted back over weekends and holidays', () => {
    expect(iso(workingDaysBefore(day('2026-11-24'), 5))).toBe('2026-11-17');
    expect(iso(workingDaysBefore(day('2026-04-08'), 5))).toBe('2026-03-30');
    expect(iso(workingDaysBefore(day('2027-01-04'), 5))).toBe('2026-12-23');
    expect(iso(workingDaysBefore(day('2028-01-04'), 1))).toBe('2027-12-31');
    expect(iso(workingDaysBefore(day('2026-11-24'), 0))).toBe('2026-11-24');
  });

  it('between the answer and the day are as many as were asked for', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), (date, days) => {
        const before = workingDaysBefore(date, days);
        expect(isWorkingDay(before)).toBe(true);
        const between = Array.from({ length: daysBetween(before, date) }, (_, i) => addDays(before, i));
        expect(between.filter(isWorkingDay)).toHaveLength(days);
      }),
    );
  });
});
