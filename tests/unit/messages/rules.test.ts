import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMailed, itemLine, mailText, partsOf } from '#lib/messages/rules.ts';
import { MessageKind } from '#prisma/generated/enums.ts';

describe('what comes by mail', () => {
  it('is everything, what is due, or nothing', () => {
    for (const kind of Object.values(MessageKind)) {
      expect(isMailed('all', kind)).toBe(true);
      expect(isMailed('none', kind)).toBe(false);
    }
    expect(isMailed('dueOnly', 'roundOpened')).toBe(false);
    expect(isMailed('dueOnly', 'roundOverdue')).toBe(true);
  });
});

describe('a body', () => {
  it('is paragraphs and lists of links', () => {
    const body = ['Two are late.', itemLine({ words: 'Home 1: A | B', path: '/p/home-1' }), '- Home 2', 'Thank you.'];
    expect(partsOf(body.join('\n'))).toEqual([
      'Two are late.',
      [
        { words: 'Home 1: A | B', path: '/p/home-1' },
        { words: 'Home 2', path: null },
      ],
      'Thank you.',
    ]);
  });

  it('gives every list item back as it was written', () => {
    const words = fc.string().filter((text) => !/\n|^\s*$/.test(text) && !/ \| \/\S*$/.test(text));
    const path = fc.option(fc.constantFrom('/portsmouth', '/portsmouth/commitments/home-1/update'));
    fc.assert(
      fc.property(fc.array(fc.record({ words, path }), { minLength: 1 }), (items) => {
        expect(partsOf(items.map(itemLine).join('\n'))).toEqual([items]);
      }),
    );
  });

  it('has whole addresses in a mail, and says where to begin', () => {
    const text = mailText({ body: 'One is late.\n- Home 1 | /p/home-1', path: '/p/home-1' }, 'https://board.example');
    expect(text).toBe(
      'One is late.\n\n- Home 1\n  https://board.example/p/home-1\n\nBegin here: https://board.example/p/home-1',
    );
  });
});
