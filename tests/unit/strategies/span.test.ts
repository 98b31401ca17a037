import { describe, expect, it } from 'vitest';
import { day } from '#lib/calendar/rules.ts';
import { isWithin, strategySpan } from '#lib/strategies/span.ts';

const one = { startsOn: day('2023-01-01'), endsOn: day('2026-12-31') };
const next = { startsOn: day('2027-01-01'), endsOn: day('2029-12-31') };
const before = { startsOn: day('2020-01-01'), endsOn: day('2022-12-31') };
const today = day('2026-11-22');

describe('the days of a strategy', () => {
  it('end where the next begins, and go on for a year from today where none follows', () => {
    expect(strategySpan(one, [before, one, next], today)).toEqual({ from: one.startsOn, to: day('2026-12-31') });
    expect(strategySpan(one, [before, one], today).to).toEqual(day('2027-11-23'));
    expect(strategySpan(next, [one, next], today).to).toEqual(next.endsOn);
  });

  it('begin with its first day', () => {
    const span = strategySpan(one, [before, one], today);
    expect(['2022-12-31', '2023-01-01', '2027-11-23', '2027-11-24'].map((text) => isWithin(day(text), span))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
