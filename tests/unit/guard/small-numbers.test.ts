import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#lib/errors.ts';
import { refuseSmallNumbers, smallNumberErrors, smallNumbersIn } from '#lib/guard/small-numbers.ts';

const wordsIn = (text: string, threshold = 5) => smallNumbersIn(text, threshold).map(({ words }) => words);

describe('small numbers in a text', () => {
  it.each([
    ['One child went missing.', 'One child'],
    ['two young people', 'two young people'],
    ['Of these, 1 in care was moved.', '1 in care'],
    ['Three were excluded in the autumn.', 'Three were excluded'],
    ['At 31 March 2 are in custody.', '2 are in custody'],
    ['4 of our care leavers are out of work.', '4 of our care leavers'],
    ['(five looked after under an order)', 'five looked after'],
    ['All but one were in school; two went missing.', 'two went missing'],
  ])('finds it in “%s”', (text, words) => expect(wordsIn(text)).toContain(words));

  it.each([
    'Six children joined, and 12 were in care.',
    'No one was excluded. Every one is in care.',
    'One in five children in care waits. Promise 3 is kept, and Priority 2 was adopted.',
    'Year 1 was missing in the table; Stage 2 is in care of the board.',
    'The board met 4 times. Two homes were adopted as standard.',
    'The rate was 5 for every 1,000; 2.5 children on average; 31 March 2025.',
    'Alex Smith, 15, is named here, which is for another rule.',
  ])('finds nothing in “%s”', (text) => expect(wordsIn(text)).toEqual([]));

  it('finds every count from 1 to the threshold and none above, in words and in digits', () => {
    const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 10 }), (count, threshold) => {
        const noun = count === 1 ? 'child' : 'children';
        for (const number of [String(count), words[count - 1]]) {
          const isFound = wordsIn(`In the year, ${number} ${noun} moved.`, threshold).length > 0;
          expect(isFound).toBe(count <= threshold);
        }
      }),
    );
  });

  it('names the place and the words, and publishes nothing', () => {
    const texts = [
      { field: 'note', label: 'Note', text: 'Two young people said so.' },
      { field: 'title', label: 'Title', text: 'Health of children in care' },
    ];
    expect(smallNumberErrors(texts, 5)).toEqual({
      note: 'Note: “Two young people” could point at a child. Say “a few”, or give a larger group.',
    });
    expect(() => refuseSmallNumbers(texts, 5)).toThrow(Refusal);
    expect(() => refuseSmallNumbers(texts, 0)).not.toThrow();
    expect(() => refuseSmallNumbers(texts.slice(1), 5)).not.toThrow();
  });
});
