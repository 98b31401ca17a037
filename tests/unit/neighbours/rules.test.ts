import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideNeighbours, noneHeld, ordinal, type Peers, place, quartile } from '#lib/neighbours/rules.ts';

/** What the database says of these values, worked out the slow way. */
function standing(own: number, others: readonly number[]) {
  return {
    n: others.length,
    above: others.filter((other) => other > own).length,
    equal: others.filter((other) => other === own).length,
    below: others.filter((other) => other < own).length,
  };
}
const values = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 20 });
const value = fc.integer({ min: 0, max: 30 });

describe('the place among others', () => {
  it('is one more than the number that are better, ties sharing the better place', () => {
    fc.assert(
      fc.property(value, values, (own, others) => {
        const sorted = [own, ...others].toSorted((a, b) => b - a);
        expect(place('high', true, standing(own, others))).toEqual({
          rank: sorted.indexOf(own) + 1,
          outOf: others.length + 1,
          isShared: others.includes(own),
        });
      }),
    );
  });

  it('turns round with the direction: from the other end, ties apart', () => {
    fc.assert(
      fc.property(value, values, (own, others) => {
        const [high, low] = [place('high', true, standing(own, others)), place('low', true, standing(own, others))];
        const ties = others.filter((other) => other === own).length;
        expect((high?.rank ?? 0) + (low?.rank ?? 0) + ties).toBe(others.length + 2);
        expect(place('low', true, standing(own, others))).toEqual(
          place(
            'high',
            true,
            standing(
              -own,
              others.map((other) => -other),
            ),
          ),
        );
      }),
    );
  });

  it('is none without a value of one’s own, or without anybody', () => {
    expect(place('high', false, standing(5, [1, 2]))).toBeNull();
    expect(place('high', true, standing(5, []))).toBeNull();
  });
});

describe('the quarter', () => {
  const bounds = { lower: 25, middle: 50, upper: 75 };
  const councils = { ...standing(0, Array(152).fill(1)), bounds };

  it('is A at the good end, and a bound belongs to the better quarter', () => {
    const letters = (polarity: 'high' | 'low') =>
      [20, 25, 26, 50, 51, 75, 76].map((own) => quartile(polarity, own, councils));
    expect(letters('low')).toEqual(['A', 'A', 'B', 'B', 'C', 'C', 'D']);
    expect(letters('high')).toEqual(['D', 'C', 'C', 'B', 'B', 'A', 'A']);
  });

  it('turns round when direction and signs do, and never gets worse for a better value', () => {
    const negative = { ...councils, bounds: { lower: -75, middle: -50, upper: -25 } };
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (own, by) => {
        const letter = quartile('high', own, councils) ?? '';
        expect(quartile('low', -own, negative)).toBe(letter);
        expect((quartile('high', own + by, councils) ?? '') <= letter).toBe(true);
      }),
    );
  });

  it('is not given without a direction, a value, bounds, or enough councils', () => {
    expect(quartile('none', 20, councils)).toBeNull();
    expect(quartile('high', null, councils)).toBeNull();
    expect(quartile('high', 20, { ...councils, bounds: null })).toBeNull();
    expect(quartile('high', 20, { ...councils, n: 98 })).toBeNull();
    expect(quartile('high', 20, { ...councils, n: 99 })).toBe('D');
  });
});

describe('in words', () => {
  const peers = (over: Partial<Peers> = {}): Peers => ({
    key: 'k',
    period: '2025',
    hasOwn: true,
    set: { name: 'Statistical neighbours, May 2025', model: '2025', startsOn: '2025-05-01', size: 10 },
    neighbours: { n: 9, above: 7, equal: 0, below: 2, mean: 88.4 },
    councils: { n: 150, above: 110, equal: 3, below: 37, bounds: { lower: 85, middle: 90, upper: 95 } },
    ...over,
  });
  const own = { polarity: 'high', value: 84, text: (number: number) => `${Math.round(number)}%` } as const;

  it('names the set, the mean with n of N, the place and the quarter', () => {
    expect(besideNeighbours(peers(), own)).toMatchObject({
      setName: 'Statistical neighbours, May 2025',
      meanText: '88%',
      n: 9,
      of: 10,
      rank: 8,
      outOf: 10,
      quartile: 'D',
      councils: { rank: 111, outOf: 151 },
      sentence:
        'Statistical neighbours, May 2025: 88% on average (9 of 10 have a figure). 8th of 10 with them, counted from the best. Quarter D of 151 councils, where A is best.',
    });
  });

  it('says no good or bad without a direction', () => {
    const said = besideNeighbours(peers(), { ...own, polarity: 'none' });
    expect(said).toMatchObject({ rank: 8, quartile: null });
    expect(said?.sentence).toContain('counted from the highest');
    expect(said?.sentence).not.toMatch(/best|worst|good/);
  });

  it('says that no figures of neighbours are held, and has no place without a value of one’s own', () => {
    const none = { n: 0, above: 0, equal: 0, below: 0, mean: null };
    expect(besideNeighbours(peers({ neighbours: none }), own)).toMatchObject({
      rank: null,
      mean: null,
      sentence: noneHeld,
    });
    const hidden = besideNeighbours(peers({ hasOwn: false }), { ...own, value: null });
    expect(hidden).toMatchObject({ rank: null, quartile: null, councils: null, meanText: '88%', outOf: 9 });
    expect(besideNeighbours(peers({ set: null }), own)).toBeNull();
    expect(besideNeighbours(null, own)).toBeNull();
  });

  it('counts in English', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 112].map(ordinal).join(' ')).toBe(
      '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th 112th',
    );
  });
});
