import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleOf, dueDay, isOverdue, roundsCarriedOver } from '#lib/actions/rules.ts';
import { addDays, day, isWorkingDay, workingDaysAfter, workingDaysBefore } from '#lib/calendar/rules.ts';

const today = day('2026-11-22');
const someDay = fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days));

describe('the day an action is due', () => {
  it('is a working day, so many of them later, and the way back leads to the same day', () => {
    fc.assert(
      fc.property(someDay.filter(isWorkingDay), fc.integer({ min: 1, max: 60 }), (from, days) => {
        const due = dueDay({ dueOn: null, dueWorkingDaysAfter: days }, { meetingAt: null, awaitedDoneOn: from });
        expect(due && isWorkingDay(due)).toBe(true);
        expect(due && workingDaysBefore(due, days)).toEqual(from);
      }),
    );
  });

  it('steps over the weekend, Christmas and Boxing Day', () => {
    expect(workingDaysAfter(day('2026-12-24'), 1)).toEqual(day('2026-12-29'));
    expect(workingDaysAfter(day('2026-11-20'), 10)).toEqual(day('2026-12-04'));
    expect(workingDaysAfter(day('2026-11-21'), 0)).toEqual(day('2026-11-21'));
  });

  it('is the one given, is not known while what it waits for is not done, and follows the meeting first', () => {
    const none = { meetingAt: null, awaitedDoneOn: null };
    expect(dueDay({ dueOn: today, dueWorkingDaysAfter: null }, none)).toBe(today);
    expect(dueDay({ dueOn: today, dueWorkingDaysAfter: 5 }, none)).toBeNull();
    const both = { meetingAt: new Date('2026-11-24T16:30:00Z'), awaitedDoneOn: day('2026-01-05') };
    expect(dueDay({ dueOn: null, dueWorkingDaysAfter: 2 }, both)).toEqual(day('2026-11-26'));
  });

  it('counts from the day of the meeting in London', () => {
    const late = { meetingAt: new Date('2026-06-30T23:30:00Z'), awaitedDoneOn: null };
    expect(dueDay({ dueOn: null, dueWorkingDaysAfter: 0 }, late)).toEqual(day('2026-07-01'));
  });
});

describe('an overdue action', () => {
  it('is open and its day is past; what is done or dropped is not', () => {
    const yesterday = addDays(today, -1);
    for (const [status, dueOn, expected] of [
      ['notStarted', yesterday, true],
      ['inProgress', yesterday, true],
      ['inProgress', today, false],
      ['inProgress', null, false],
      ['done', yesterday, false],
      ['dropped', yesterday, false],
    ] as const) {
      expect(isOverdue({ status, dueOn }, today), `${status} ${dueOn?.toISOString()}`).toBe(expected);
    }
  });
});

describe('actions that wait for each other', () => {
  it('never come to a circle while every circle is refused', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const one = fc.constantFrom(...ids);
    fc.assert(
      fc.property(fc.array(fc.tuple(one, one), { maxLength: 30 }), (wishes) => {
        const waits = new Map<string, string>();
        for (const [id, to] of wishes) {
          waits.delete(id);
          if (circleOf(id, to, waits).length === 0) waits.set(id, to);
        }
        for (const id of ids) {
          let at: string | undefined = id;
          for (let steps = 0; at; steps += 1) {
            expect(steps).toBeLessThan(ids.length);
            at = waits.get(at);
          }
        }
      }),
    );
  });

  it('are told the whole way round', () => {
    const waits = new Map([
      ['b', 'c'],
      ['c', 'a'],
    ]);
    expect(circleOf('a', 'b', waits)).toEqual(['b', 'c', 'a']);
    expect(circleOf('a', 'a', new Map())).toEqual(['a']);
    expect(circleOf('x', 'b', waits)).toEqual([]);
  });
});

describe('rounds that an action was carried over', () => {
  const rounds = [-200, -110, -20, 70].map((days) => ({ closesOn: addDays(today, days) }));
  const open = { status: 'inProgress', completedOn: null } as const;

  it('are those that closed while it was open', () => {
    expect(roundsCarriedOver({ ...open, createdOn: addDays(today, -150) }, rounds, today)).toBe(2);
    expect(roundsCarriedOver({ ...open, createdOn: addDays(today, -5) }, rounds, today)).toBe(0);
    const done = { status: 'done', createdOn: addDays(today, -150), completedOn: addDays(today, -110) } as const;
    expect(roundsCarriedOver(done, rounds, today)).toBe(0);
    expect(roundsCarriedOver({ ...done, completedOn: addDays(today, -109) }, rounds, today)).toBe(1);
    expect(roundsCarriedOver({ ...open, status: 'dropped', createdOn: addDays(today, -150) }, rounds, today)).toBe(0);
  });

  it('never become fewer as time goes on, and never more than there are', () => {
    fc.assert(
      fc.property(someDay, someDay, fc.integer({ min: 0, max: 90 }), (createdOn, now, later) => {
        const action = { ...open, createdOn };
        const then = roundsCarriedOver(action, rounds, addDays(now, later));
        expect(then).toBeGreaterThanOrEqual(roundsCarriedOver(action, rounds, now));
        expect(then).toBeLessThanOrEqual(rounds.length);
      }),
    );
  });
});
