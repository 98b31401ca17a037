import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, isWorkingDay, workingDaysAfter, workingDaysBefore } from '#lib/calendar/rules.ts';
import { planRound, problemsOfDays } from '#lib/rounds/planning.ts';

const rules = { roundOpensWorkingDaysBefore: 20, updatesDueWorkingDaysBefore: 5, roundClosesWorkingDaysBefore: 1 };

describe('the round before a meeting', () => {
  it('counts working days back from the day of the meeting', () => {
    expect(planRound(new Date('2026-11-24T16:30:00Z'), rules)).toEqual({
      opensOn: day('2026-10-27'),
      dueOn: day('2026-11-17'),
      closesOn: day('2026-11-23'),
    });
  });

  it('leaves out the bank holidays of England', () => {
    // Good Friday and Easter Monday 2027 are 26 and 29 March; the early May holiday is 3 May.
    expect(planRound(new Date('2027-03-31T09:00:00Z'), rules).dueOn).toEqual(day('2027-03-22'));
    // Christmas Day and Boxing Day 2027 fall on a weekend: their days off are 27 and 28 December.
    expect(planRound(new Date('2027-12-29T10:00:00Z'), rules).closesOn).toEqual(day('2027-12-24'));
  });

  it('goes by the day in London: half past midnight in summer is still the day before elsewhere', () => {
    expect(planRound(new Date('2026-06-09T23:30:00Z'), rules).closesOn).toEqual(day('2026-06-09'));
  });

  it('is in order and on working days, whatever the rules say', () => {
    const days = fc.integer({ min: 0, max: 60 });
    const meeting = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(meeting, days, days, days, (at, opens, due, closes) => {
        const planned = planRound(at, {
          roundOpensWorkingDaysBefore: Math.max(1, opens),
          updatesDueWorkingDaysBefore: due,
          roundClosesWorkingDaysBefore: closes,
        });
        const { opensOn, dueOn, closesOn } = planned;
        expect(opensOn <= dueOn && dueOn <= closesOn).toBe(true);
        if (due > 0) expect(isWorkingDay(opensOn) && isWorkingDay(dueOn)).toBe(true);
        expect(problemsOfDays(planned, at, opensOn)).toEqual({});
      }),
    );
  });
});

describe('working days after a day', () => {
  it('undo those before it, from a working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 60 }), (offset, days) => {
        const from = addDays(day('2024-01-01'), offset);
        fc.pre(isWorkingDay(from));
        expect(workingDaysBefore(workingDaysAfter(from, days), days)).toEqual(from);
      }),
    );
  });
});

describe('days that somebody chose', () => {
  const meeting = new Date('2026-11-24T16:30:00Z');
  const good = { opensOn: day('2026-10-27'), dueOn: day('2026-11-17'), closesOn: day('2026-11-24') };
  const today = day('2026-11-01');
  it('may run to the day of the meeting', () => expect(problemsOfDays(good, meeting, today)).toEqual({}));
  it('must be in order', () => {
    expect(Object.keys(problemsOfDays({ ...good, dueOn: day('2026-10-26') }, meeting, day('2026-10-01')))).toEqual([
      'dueOn',
    ]);
    expect(Object.keys(problemsOfDays({ ...good, closesOn: day('2026-11-16') }, meeting, today))).toEqual(['closesOn']);
  });
  it('must not outlast the meeting', () => {
    expect(problemsOfDays({ ...good, closesOn: day('2026-11-25') }, meeting, today).closesOn).toMatch(
      /24 November 2026/,
    );
  });
  it('must leave time', () => {
    expect(problemsOfDays(good, meeting, day('2026-11-18')).dueOn).toMatch(/past/);
  });
});
