import { describe, expect, it } from 'vitest';
import { readability, syllables } from '#lib/readability/rules.ts';

const counted: Record<number, string> = {
  1: 'cat make home homes cared helped stopped loved changed school rights worse things proof half can’t 12',
  2: 'people table little promise wanted changes places better badly steady council voices mental going lovely',
  3: 'family promises evidence september everyone beautiful strategy 70 11',
  4: 'january education',
  5: 'university 2026',
  6: 'responsibility',
};

describe('syllables', () => {
  for (const [count, words] of Object.entries(counted)) {
    it.each(words.split(' '))(`%s has ${count}`, (word) => {
      expect(syllables(word)).toBe(Number(count));
    });
  }
});

describe('readability', () => {
  it('gives the published grade of a hard sentence: 13 words, 24 syllables, 11.3', () => {
    const text = 'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.';
    expect(readability([text])).toMatchObject({ sentences: 1, words: 13, syllables: 24 });
    expect(readability([text]).grade).toBeCloseTo(11.3, 1);
  });

  it('gives the grade of an easy sentence, worked by hand: 6 words, 6 syllables', () => {
    expect(readability(['The cat sat on the mat.']).grade).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 6);
  });

  it('adds five years for the reading age', () => {
    const { grade, ageYears } = readability(['We said we would do it.']);
    expect(ageYears - grade).toBe(5);
  });

  it('counts sentences over several blocks', () => {
    expect(readability(['One goes well. One is slow.', 'Why? We do not know!']).sentences).toBe(4);
  });
});
