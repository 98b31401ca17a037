import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclose, discloseObservation, isCountUnit, isSmallCount } from '#lib/disclosure/rules.ts';

const threshold = fc.integer({ min: 0, max: 12 });
const number = fc.integer({ min: 0, max: 30 });
const unit = fc.constantFrom('number', 'children', 'people', '%', 'pp', 'rate', 'score');
const counted = fc.record({ value: number, unit, numerator: fc.option(number), denominator: fc.option(number) });
const hidden = { suppressed: true };

/** The counts of people in a row: a share is not one. */
const countsOf = (row: { value: number | null; numerator: number | null; denominator: number | null }, of: string) =>
  [row.numerator, row.denominator, isCountUnit(of) ? row.value : null].filter((count) => count !== null);

describe('a count of children', () => {
  it.each([
    [null, false],
    [0, false],
    [1, true],
    [5, true],
    [6, false],
  ])('of %j is small: %j', (count, isSmall) => expect(isSmallCount(count, 5)).toBe(isSmall));

  it('is what units of people count, and no share or score', () => {
    expect(['number', 'children', 'people'].every(isCountUnit)).toBe(true);
    expect(['%', 'pp', 'rate', 'score'].some(isCountUnit)).toBe(false);
  });
});

describe('disclosing a value', () => {
  const alone = (value: number, limit: number) =>
    disclose({ value, unit: 'children', numerator: null, denominator: null }, limit);

  it('hides 1 to the threshold, and shows 0 and one more', () => {
    fc.assert(
      fc.property(threshold, (limit) => {
        for (let value = 1; value <= limit; value += 1) expect(alone(value, limit)).toEqual(hidden);
        for (const value of [0, limit + 1]) expect(alone(value, limit)).toMatchObject({ shown: { value } });
      }),
    );
  });

  it('lets out no small count, and hides nothing else', () => {
    fc.assert(
      fc.property(counted, threshold, (row, limit) => {
        const mustHide = countsOf(row, row.unit).some((count) => count >= 1 && count <= limit);
        expect(disclose(row, limit)).toEqual(mustHide ? hidden : { shown: row });
      }),
    );
  });

  it('hides the share with its count, for the one gives the other away', () => {
    const row = { value: 2, unit: '%', numerator: 4, denominator: 200 };
    expect(disclose(row, 5)).toEqual(hidden);
    expect(disclose({ ...row, numerator: 40, denominator: 5 }, 5)).toEqual(hidden);
    expect(disclose({ ...row, numerator: 6 }, 5)).toMatchObject({ shown: { value: 2 } });
  });
});

describe('disclosing an observation', () => {
  const symbol = fc.constantFrom('c', 'z', 'x', 'k', 'u');
  const observed = fc.oneof(
    fc.record({
      value: number,
      numerator: fc.option(number),
      denominator: fc.option(number),
      symbol: fc.constant(null),
    }),
    fc.record({ value: fc.constant(null), numerator: fc.option(number), denominator: fc.option(number), symbol }),
  );

  it('lets out no small count, and puts a symbol where a value was', () => {
    fc.assert(
      fc.property(observed, unit, threshold, (row, of, limit) => {
        const shown = discloseObservation(row, of, limit);
        for (const count of countsOf(shown, of)) expect(count === 0 || count > limit).toBe(true);
        expect(shown.value === null).toBe(shown.symbol !== null);
        if (shown.value === null) expect(shown).toMatchObject({ numerator: null, symbol: row.symbol ?? 'c' });
        else expect(shown).toEqual(row);
        expect(discloseObservation(shown, of, limit)).toEqual(shown);
      }),
    );
  });

  it('keeps the size of the group when that is large enough', () => {
    const row = { value: 2, numerator: 4, denominator: 200, symbol: null };
    expect(discloseObservation(row, '%', 5)).toEqual({ value: null, numerator: null, denominator: 200, symbol: 'c' });
    expect(discloseObservation({ ...row, denominator: 5 }, '%', 5).denominator).toBeNull();
    expect(discloseObservation(row, '%', 0)).toEqual(row);
  });
});
