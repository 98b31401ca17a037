import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceInterval, wilson } from '#lib/indicators/verdicts/intervals.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const counts = fc
  .integer({ min: 1, max: 3000 })
  .chain((denominator) => fc.integer({ min: 0, max: denominator }).map((n) => of(n, denominator)));

describe('Wilson’s interval of a share', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is the published one', (n, all, low, high) => {
    const found = wilson(of(n, all));
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('holds the share, stays between nothing and all, and turns round with what is counted', () => {
    fc.assert(
      fc.property(counts, ({ numerator, denominator }) => {
        const found = wilson(of(numerator, denominator)) ?? expect.unreachable();
        const rest = wilson(of(denominator - numerator, denominator)) ?? expect.unreachable();
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.high).toBeLessThanOrEqual(1);
        expect(found.low).toBeLessThanOrEqual(numerator / denominator);
        expect(found.high).toBeGreaterThanOrEqual(numerator / denominator);
        expect(found.low).toBeCloseTo(1 - rest.high, 12);
      }),
    );
  });

  it('is narrower the more there are', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), ({ numerator, denominator }, times) => {
        const width = (found: ReturnType<typeof wilson>) => (found ? found.high - found.low : Number.NaN);
        expect(width(wilson(of(numerator * times, denominator * times)))).toBeLessThan(
          width(wilson(of(numerator, denominator))),
        );
      }),
    );
  });

  it('is not made up where there are no counts, or more are counted than there are', () => {
    for (const none of [of(5, 0), of(6, 5), { numerator: null, denominator: 5 }, { numerator: 5, denominator: null }]) {
      expect(wilson(none)).toBeNull();
    }
  });
});

describe('the interval of a difference', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
  it.each([
    [of(56, 70), of(48, 80), 0.0524, 0.3339],
    [of(9, 10), of(3, 10), 0.1705, 0.809],
    [of(10, 10), of(0, 20), 0.6791, 1],
  ])('of %o and %o is the published one', (one, other, low, high) => {
    const found = differenceInterval(one, other);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('turns round with the two years and holds the difference', () => {
    fc.assert(
      fc.property(counts, counts, (now, then) => {
        const found = differenceInterval(now, then);
        const back = differenceInterval(then, now);
        expect(found === null).toBe(back === null);
        if (!found || !back) return;
        const difference = now.numerator / now.denominator - then.numerator / then.denominator;
        expect(found.low).toBeCloseTo(-back.high, 12);
        expect(found.low).toBeLessThanOrEqual(difference + 1e-12);
        expect(found.high).toBeGreaterThanOrEqual(difference - 1e-12);
      }),
    );
  });
});
