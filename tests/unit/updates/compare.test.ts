import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changes, changesInWords } from '#lib/updates/compare.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom('we', 'did', 'it', 'again', '\n'), { maxLength: 40 }).map((words) => words.join(' ')),
);
const without = (kind: string, all: ReturnType<typeof changes>) =>
  all
    .filter((one) => one.kind !== kind)
    .map((one) => one.text)
    .join('');

describe('what changed between two texts', () => {
  it('gives both texts back, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, now) => {
        const found = changes(before, now);
        expect(without('removed', found)).toBe(now);
        expect(without('added', found)).toBe(before);
      }),
    );
  });

  it('finds nothing where nothing changed', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(changesInWords(changes(one, one))).toBeNull();
      }),
    );
  });

  it('keeps the words that stayed', () => {
    expect(changes('We opened two homes this year.', 'We opened three homes this year.')).toEqual([
      { kind: 'same', text: 'We opened ' },
      { kind: 'removed', text: 'two ' },
      { kind: 'added', text: 'three ' },
      { kind: 'same', text: 'homes this year.' },
    ]);
  });

  it.each([
    ['a b', 'a b c', '2 words added, 1 left out'],
    ['a b ', 'a b c', '1 word added'],
    ['a b c', 'a c', '1 word left out'],
  ])('says of %j and %j: %s', (before, now, said) => expect(changesInWords(changes(before, now))).toBe(said));

  it('takes two drafts as long as a draft may be', () => {
    const [before, now] = ['one two '.repeat(5_000), 'two three '.repeat(4_000)];
    expect(without('removed', changes(before, now))).toBe(now);
  });
});
