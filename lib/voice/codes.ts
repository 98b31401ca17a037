import { randomInt } from 'node:crypto';

/**
 * Codes that a group is given. Twelve of 26 signs are 56 bits: at thirty guesses in five minutes (lib/auth/attempts.ts)
 * a thousand networks would need a million years for one chance in a thousand. No vowels, so that no code is a word;
 * none of 0, 1, I, L and O, which look alike.
 */
const signs = '23456789BCDFGHJKMNPQRSTVWX';
const length = 12;

/** A new code, such as "K7QM-2XRD-9FHT". */
export function makeCode(): string {
  const drawn = Array.from({ length }, () => signs[randomInt(signs.length)]).join('');
  return groupCode(drawn);
}

const groupCode = (code: string) => code.replace(/(.{4})(?=.)/g, '$1-');

/** A code as it was typed, in small letters, with blanks or none, in the one way it is written; null when it is none. */
export function readCode(typed: string): string | null {
  if (typed.length > 100) return null;
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '');
  return plain.length === length && [...plain].every((sign) => signs.includes(sign)) ? groupCode(plain) : null;
}
