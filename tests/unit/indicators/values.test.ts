import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Counting,
  readValue,
  sameValue,
  shareOf,
  storedWords,
  type TypedValue,
} from '#lib/indicators/values/rules.ts';

const typed = (more: Partial<TypedValue>): TypedValue => ({
  numerator: '',
  denominator: '',
  value: '',
  symbol: '',
  ...more,
});
const percent: Counting = { unit: '%', decimals: 0, isOwn: true };
const stored = (
  numerator: number | null,
  denominator: number | null,
  value: number | null,
  symbol: string | null = null,
) => ({
  stored: { numerator, denominator, value, symbol },
});

describe('a value as somebody types it', () => {
  it('works a share out from its counts, at the decimals of the figure', () => {
    expect(readValue(typed({ numerator: '268', denominator: '289' }), percent)).toEqual(stored(268, 289, 93));
    expect(readValue(typed({ numerator: '1', denominator: '8' }), { ...percent, decimals: 1 })).toEqual(
      stored(1, 8, 12.5),
    );
    expect(readValue(typed({ numerator: '1,234', denominator: ' 2,468 ' }), percent)).toEqual(stored(1234, 2468, 50));
    expect(readValue(typed({ numerator: '386', denominator: '41447' }), { ...percent, unit: 'rate' })).toEqual(
      stored(386, 41_447, 93),
    );
    expect(readValue(typed({ numerator: '0', denominator: '12' }), percent)).toEqual(stored(0, 12, 0));
    expect(shareOf(1, 200, '%', 0)).toBe(1);
  });

  it('takes a value alone, and a symbol instead of one', () => {
    expect(readValue(typed({ value: '84%' }), percent)).toEqual(stored(null, null, 84));
    expect(readValue(typed({ value: '-1.25' }), { unit: 'score', decimals: 2, isOwn: true })).toEqual(
      stored(null, null, -1.25),
    );
    expect(readValue(typed({ value: '386' }), { ...percent, unit: 'number' })).toEqual(stored(null, null, 386));
    expect(readValue(typed({ symbol: 'c', denominator: '38' }), percent)).toEqual(stored(null, 38, null, 'c'));
  });

  it.each<[string, Partial<TypedValue>, Partial<Counting>, string, RegExp]>([
    ['more than there are', { numerator: '13', denominator: '12' }, {}, 'numerator', /13 cannot be counted out of 12/],
    ['out of nobody', { numerator: '0', denominator: '0' }, {}, 'denominator', /symbol z/],
    ['above 100', { value: '101' }, {}, 'value', /between 0 and 100/],
    ['below 0', { value: '-1' }, {}, 'value', /between 0 and 100/],
    ['a rate below 0', { value: '-1' }, { unit: 'rate' }, 'value', /below zero/],
    ['too many decimals', { value: '84.5' }, {}, 'value', /whole number/],
    ['not a number', { value: 'many' }, {}, 'value', /number alone/],
    ['half a child', { numerator: '1.5', denominator: '3' }, {}, 'numerator', /whole number/],
    ['a negative count', { numerator: '-1', denominator: '3' }, {}, 'numerator', /whole number/],
    ['a number and a symbol', { value: '84', symbol: 'c' }, {}, 'symbol', /instead of a number/],
    ['a count and a symbol', { numerator: '3', denominator: '9', symbol: 'c' }, {}, 'symbol', /instead of a number/],
    ['a count without its group', { numerator: '3' }, {}, 'denominator', /out of how many/],
    ['a group without its count', { denominator: '3' }, {}, 'numerator', /how many/],
    ['nothing', {}, {}, 'value', /Enter/],
    ['counts of a count', { numerator: '3', denominator: '9' }, { unit: 'number' }, 'numerator', /one count/],
    [
      'a share that is not theirs',
      { numerator: '12', denominator: '40', value: '35' },
      {},
      'value',
      /12 of 40 gives 30, not 35/,
    ],
    ['more than fits', { value: '99999999999' }, { unit: 'number' }, 'value', /number alone/],
  ])('%s is refused in words', (_, more, counting, field, sentence) => {
    expect(readValue(typed(more), { ...percent, ...counting })).toEqual({
      errors: { [field]: expect.stringMatching(sentence) },
    });
  });

  it('keeps what others publish beside counts that they rounded', () => {
    const rounded = typed({ numerator: '2500', denominator: '3580', value: '69' });
    expect(readValue(rounded, { ...percent, isOwn: false })).toEqual(stored(2500, 3580, 69));
    expect(readValue(rounded, percent)).toHaveProperty('errors');
  });

  it('never keeps an impossible share, nor a number beside a symbol', () => {
    const text = fc.oneof(fc.constant(''), fc.integer({ min: -5, max: 500 }).map(String), fc.string({ maxLength: 6 }));
    const symbol = fc.constantFrom('' as const, 'c' as const, 'z' as const, 'x' as const);
    fc.assert(
      fc.property(
        text,
        text,
        text,
        symbol,
        fc.integer({ min: 0, max: 3 }),
        (numerator, denominator, value, sign, decimals) => {
          const read = readValue({ numerator, denominator, value, symbol: sign }, { ...percent, decimals });
          if ('errors' in read) {
            expect(Object.keys(read.errors).length).toBeGreaterThan(0);
            return;
          }
          const kept = read.stored;
          expect(kept.value === null).toBe(kept.symbol !== null);
          if (kept.value !== null) {
            expect(kept.value >= 0 && kept.value <= 100).toBe(true);
            if (kept.numerator !== null)
              expect(kept.value).toBeCloseTo((100 * kept.numerator) / (kept.denominator ?? 0), 0);
          } else expect(kept.numerator).toBeNull();
        },
      ),
    );
  });
});

it('says a value in words, and whether two are the same', () => {
  const one = { numerator: 268, denominator: 289, value: 93, symbol: null };
  expect(storedWords(one, '%')).toBe('93% (268 of 289)');
  expect(storedWords({ numerator: null, denominator: 38, value: null, symbol: 'c' }, '%')).toBe('[c]');
  expect(sameValue(one, { ...one })).toBe(true);
  expect(sameValue(one, { ...one, denominator: 288 })).toBe(false);
});
