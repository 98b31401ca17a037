import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DisclosureRule,
  disclose,
  discloseObservation,
  isCountUnit,
  isSmallCount,
  plainRule,
  printedRule,
  reasonToHide,
} from '#lib/disclosure/rules.ts';

const threshold = fc.integer({ min: 0, max: 12 });
const number = fc.integer({ min: 0, max: 30 });
const unit = fc.constantFrom('number', 'children', 'people', '%', 'pp', 'rate', 'score');
const counted = fc.record({ value: number, unit, numerator: fc.option(number), denominator: fc.option(number) });
const hidden = { suppressed: true };

/** The counts of people in a row: a share is not one, but with its group it is as good as one. */
const countsOf = (
  { value, numerator, denominator }: { value: number | null; numerator: number | null; denominator: number | null },
  of: string,
) => {
  const isTold = of === '%' && value !== null && numerator === null && denominator !== null;
  const told = isTold ? Math.round((value * denominator) / 100) : null;
  return [numerator, denominator, told, isCountUnit(of) ? value : null].filter((count) => count !== null);
};

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
  const plain = (limit: number) => printedRule(plainRule(limit));

  it('lets out no small count, and puts a symbol where a value was', () => {
    fc.assert(
      fc.property(observed, unit, threshold, (row, of, limit) => {
        const shown = discloseObservation(row, of, plain(limit));
        for (const count of countsOf(shown, of)) expect(count === 0 || count > limit).toBe(true);
        expect(shown.value === null).toBe(shown.symbol !== null);
        if (shown.value === null) expect(shown).toMatchObject({ numerator: null, symbol: row.symbol ?? 'c' });
        else expect(shown).toEqual(row);
        expect(discloseObservation(shown, of, plain(limit))).toEqual(shown);
      }),
    );
  });

  it('keeps the size of the group when that is large enough', () => {
    const row = { value: 2, numerator: 4, denominator: 200, symbol: null };
    const hiddenRow = { value: null, numerator: null, denominator: 200, symbol: 'c' };
    expect(discloseObservation(row, '%', plainRule(5))).toEqual(hiddenRow);
    expect(discloseObservation({ ...row, denominator: 5 }, '%', plainRule(5)).denominator).toBeNull();
    expect(discloseObservation(row, '%', plainRule(0))).toEqual(row);
  });
});

describe('the whole rule', () => {
  const rule: fc.Arbitrary<DisclosureRule> = fc.record({
    threshold,
    roundTo: fc.constantFrom(1, 5, 10),
    zeros: fc.constantFrom('shown', 'hidden'),
    minimumDenominator: fc.integer({ min: 0, max: 40 }),
    protectsRest: fc.boolean(),
  });
  const share = fc
    .integer({ min: 0, max: 120 })
    .chain((group) => fc.record({ group: fc.constant(group), count: fc.integer({ min: 0, max: group }) }));
  const rowOf = ({ group, count }: { group: number; count: number }) => ({
    value: group === 0 ? 0 : Math.round((1000 * count) / group) / 10,
    numerator: count,
    denominator: group,
    symbol: null,
  });

  it('shows a share only where count, group and rest may all be known', () => {
    fc.assert(
      fc.property(share, rule, (pair, of) => {
        const { count, group } = pair;
        const mayBeKnown = (size: number) => (size === 0 ? of.zeros === 'shown' : size > of.threshold);
        const isFine =
          mayBeKnown(count) &&
          mayBeKnown(group) &&
          group >= of.minimumDenominator &&
          (!of.protectsRest || mayBeKnown(group - count));
        const shown = discloseObservation(rowOf(pair), '%', of);
        expect(shown.symbol).toBe(isFine ? null : 'c');
        if (!isFine) expect(shown).toMatchObject({ value: null, numerator: null });
        if (!mayBeKnown(group)) expect(shown.denominator).toBeNull();
      }),
    );
  });

  it('rounds what is shown, and its share says nothing that the rounded counts do not say', () => {
    fc.assert(
      fc.property(share, rule, (pair, of) => {
        const shown = discloseObservation(rowOf(pair), '%', of);
        const { value, numerator, denominator } = shown;
        if (value === null || of.roundTo === 1) return;
        if (numerator === null || denominator === null) return expect.unreachable();
        expect(numerator % of.roundTo).toBe(0);
        expect(denominator % of.roundTo).toBe(0);
        expect(numerator).toBeLessThanOrEqual(denominator);
        if (numerator !== 0) expect(numerator).toBeGreaterThan(of.threshold);
        if (pair.count > 0) expect(numerator).not.toBe(0);
        if (denominator > 0) expect(value).toBeCloseTo((100 * numerator) / denominator, 3);
      }),
    );
  });

  it.each([
    ['small', { value: 25, numerator: 5, denominator: 20 }, {}],
    ['zero', { value: 0, numerator: 0, denominator: 20 }, { zeros: 'hidden' as const }],
    ['group', { value: 50, numerator: 9, denominator: 18 }, { minimumDenominator: 20 }],
    ['rest', { value: 85, numerator: 17, denominator: 20 }, {}],
    ['small', { value: 25, numerator: null, denominator: 20 }, {}],
    [null, { value: 85, numerator: 17, denominator: 20 }, { protectsRest: false }],
    [null, { value: 100, numerator: 20, denominator: 20 }, {}],
    [null, { value: 25, numerator: null, denominator: null }, {}],
  ] as const)('says %s of %j under %j', (reason, row, more) => {
    expect(reasonToHide({ ...row, unit: '%' }, { ...plainRule(5), ...more })).toBe(reason);
  });

  it('rounds counts of health services as they do: 1 to 7 hidden, the rest to the nearest 5', () => {
    const health = { ...plainRule(7), roundTo: 5 };
    const shown = (value: number) =>
      discloseObservation({ value, numerator: null, denominator: null, symbol: null }, 'number', health).value;
    expect([0, 1, 7, 8, 12, 13, 101].map(shown)).toEqual([0, null, null, 10, 10, 15, 100]);
  });

  it('leaves regions and countries as they were printed', () => {
    const strict = { threshold: 5, roundTo: 5, zeros: 'hidden', minimumDenominator: 999, protectsRest: true } as const;
    const row = { value: 99, numerator: 7407, denominator: 7410, symbol: null };
    expect(discloseObservation(row, '%', printedRule(strict))).toEqual(row);
    expect(discloseObservation(row, '%', strict).value).toBeNull();
  });
});
