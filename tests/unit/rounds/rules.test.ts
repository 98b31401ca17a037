import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#lib/calendar/rules.ts';
import { confirmedSince, openRound } from '#lib/rounds/rules.ts';

const september = { opensOn: day('2026-05-27'), dueOn: day('2026-09-15'), closesOn: day('2026-09-22') };
const november = { opensOn: day('2026-09-23'), dueOn: day('2026-11-17'), closesOn: day('2026-11-24') };
const rounds = [november, september];

describe('the open round', () => {
  it('is open from its first to its last day, the due day in between', () => {
    expect(openRound(rounds, day('2026-09-23'))).toBe(november);
    expect(openRound(rounds, day('2026-11-20'))).toBe(november);
    expect(openRound(rounds, day('2026-11-24'))).toBe(november);
  });
  it('is none between rounds', () => {
    expect(openRound(rounds, day('2026-11-25'))).toBeNull();
    expect(openRound([], day('2026-11-25'))).toBeNull();
  });
  it('is the one opened last, should two overlap', () => {
    const extra = { ...november, opensOn: day('2026-10-01') };
    expect(openRound([extra, november], day('2026-10-02'))).toBe(extra);
  });
});

describe('the day since which an update counts as confirmed', () => {
  it('is the opening of the last closed round, while the next one is being filled', () => {
    expect(confirmedSince(rounds, day('2026-11-24'))).toEqual(september.opensOn);
  });
  it('moves on the day after a round has closed', () => {
    expect(confirmedSince(rounds, day('2026-11-25'))).toEqual(november.opensOn);
  });
  it('is not there before any round has closed', () => {
    expect(confirmedSince(rounds, day('2026-09-22'))).toBeNull();
  });
  it('never moves back as time goes on', () => {
    const offset = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(offset, offset, (one, other) => {
        const at = (days: number) => confirmedSince(rounds, addDays(day('2026-05-01'), days))?.getTime() ?? 0;
        expect(at(Math.min(one, other))).toBeLessThanOrEqual(at(Math.max(one, other)));
      }),
    );
  });
});
