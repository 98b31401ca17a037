import { describe, expect, it } from 'vitest';
import { alsoWords, comparatorWords, compare, differenceWords, type Published } from '#lib/strategies/printed/rules.ts';

const published = (more: Partial<Published> = {}): Published => ({
  title: 'In work, ages 17 to 18',
  unit: '%',
  decimals: 0,
  value: 72,
  isHidden: false,
  numerator: 119,
  denominator: 165,
  ...more,
});

describe('a printed number beside the published one', () => {
  it('differs by so many points, or is the same', () => {
    expect(differenceWords(73, '%', published())).toBe(
      'Printed 73%, published 72%: the published figure is 1 percentage point lower.',
    );
    expect(differenceWords(72, '%', published())).toBe('The two are the same: 72%.');
    expect(differenceWords(23.5, '%', published({ value: 29 }))).toMatch(/is 5.5 percentage points higher/);
  });

  it('that was printed whole is held against the published one rounded', () => {
    expect(compare(72, '%', published({ value: 71.6 }))).toBe('same');
    expect(compare(71, '%', published({ value: 71.6 }))).toBe('differs');
    expect(compare(71.5, '%', published({ value: 71.6 }))).toBe('differs');
  });

  it('of children is held against the count behind a rate', () => {
    const rate = published({ unit: 'rate', value: 31, numerator: 128, denominator: 41_447 });
    expect(compare(128, 'children', rate)).toBe('same');
    expect(compare(31, 'children', rate)).toBe('differs');
    expect(differenceWords(128, 'children', rate)).toBe('The two are the same: 128.');
  });

  it('that nobody else shows says so', () => {
    const hidden = published({ value: null, numerator: null, isHidden: true });
    expect(compare(8, '%', hidden)).toBe('hidden');
    expect(differenceWords(8, '%', hidden)).toMatch(/hidden, so that no child/);
    expect(compare(8, '%', null)).toBe('nothing');
    expect(compare(null, '%', published())).toBe('nothing');
  });

  it('that fits two figures names the other', () => {
    const also = { ...published({ title: 'In work, ages 19 to 21', value: 55 }), country: 55 };
    expect(alsoWords('same', published(), also)).toBe(
      'The printed number holds for “In work, ages 17 to 18” only. “In work, ages 19 to 21” was 55%, and 55% in England.',
    );
  });

  it('compares the comparators too', () => {
    expect(
      comparatorWords(
        [
          { name: 'South East', printed: 70, published: 70 },
          { name: 'England', printed: 71, published: null },
          { name: 'X', printed: null, published: 1 },
        ],
        '%',
      ),
    ).toBe('The South East: printed 70%, published 70%. England: printed 71%, nothing published here.');
  });
});
