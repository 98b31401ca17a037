import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, withoutUnwritable } from '#lib/typed.ts';

describe('a text as it is kept', () => {
  it('has line ends of one character and no blanks around it; what people write stays', () => {
    expect(cleanText('  One\r\ntwo\rthree\tfour \n')).toBe('One\ntwo\nthree\tfour');
    const whole = 'café 👩‍👧 مرحبا “so” – £5';
    expect(cleanText(whole)).toBe(whole);
  });

  it('drops what neither a database nor an XML file can hold', () => {
    expect(cleanText('a\0b\u0007c\u007fd\ufffee\uffff')).toBe('abcde');
    expect(withoutUnwritable('half \ud83d of a pair')).toBe('half  of a pair');
  });

  it('is the same when it is cleaned again, and can always be written as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(once))).toBe(once);
      }),
    );
  });
});
