import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCode, readCode } from '#lib/voice/codes.ts';

describe('a code', () => {
  it('has at least 56 bits, and no two are the same', () => {
    const codes = Array.from({ length: 2_000 }, makeCode);
    expect(new Set(codes).size).toBe(2_000);
    expect(codes.every((code) => /^[2-9B-DF-HJKMNP-TV-X]{4}(-[2-9B-DF-HJKMNP-TV-X]{4}){2}$/.test(code))).toBe(true);
    const signs = new Set(codes.join('').replaceAll('-', ''));
    expect(12 * Math.log2(signs.size)).toBeGreaterThan(56);
  });

  it('is read however it was typed', () => {
    const code = makeCode();
    const plain = code.replaceAll('-', '');
    for (const typed of [
      code,
      plain,
      code.toLowerCase(),
      ` ${plain.slice(0, 5)} ${plain.slice(5)}\n`,
      code.replaceAll('-', '–'),
    ]) {
      expect(readCode(typed)).toBe(code);
    }
  });

  it('is nothing else', () => {
    for (const typed of [
      '',
      'K7QM-2XRD-9FH',
      'K7QM-2XRD-9FHTT',
      'K7QM-2XRD-9FH0',
      'x'.repeat(10_000),
      '🙂'.repeat(12),
    ]) {
      expect(readCode(typed)).toBeNull();
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(readCode(typed) === null || readCode(typed)?.length === 14).toBe(true);
      }),
    );
  });
});
