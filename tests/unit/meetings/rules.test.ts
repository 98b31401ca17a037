import { describe, expect, it } from 'vitest';
import { day } from '#lib/calendar/rules.ts';
import { meetingsHeldBefore, monthName, overAfterHours, papersDueOn } from '#lib/meetings/rules.ts';

describe('a meeting', () => {
  it('is over some hours after it began, over a change of the clocks too', () => {
    const startsAt = new Date('2026-10-25T00:30:00+01:00');
    const later = new Date(startsAt.getTime() + overAfterHours * 60 * 60 * 1000);
    expect(meetingsHeldBefore(later)).toEqual(startsAt);
    expect(meetingsHeldBefore(new Date(later.getTime() - 1)) < startsAt).toBe(true);
    expect(overAfterHours).toBeGreaterThan(1.5);
  });

  it('leaves the moment that it was asked of as it was', () => {
    const now = new Date('2026-11-24T16:30:00Z');
    meetingsHeldBefore(now);
    expect(now.toISOString()).toBe('2026-11-24T16:30:00.000Z');
  });
});

describe('papers', () => {
  it.each([
    ['2026-11-24T16:30:00Z', 5, '2026-11-17', 'over a weekend'],
    ['2026-12-29T16:30:00Z', 5, '2026-12-18', 'over Christmas'],
    ['2026-06-16T23:30:00Z', 5, '2026-06-10', 'by the day in London'],
    ['2026-11-24T16:30:00Z', 0, '2026-11-24', 'on the day'],
  ])('of %s are due %i working days before: %s, %s', (startsAt, days, due) =>
    expect(papersDueOn(new Date(startsAt), days)).toEqual(day(due)),
  );
});

describe('the name of a month', () => {
  it('counts from 1, and is empty for no month', () => {
    const names = Array.from({ length: 12 }, (_, index) => monthName(index + 1));
    expect(names).toEqual(names.map((_, index) => new Date(2026, index).toLocaleString('en-GB', { month: 'long' })));
    expect([monthName(0), monthName(13)]).toEqual(['', '']);
  });
});
