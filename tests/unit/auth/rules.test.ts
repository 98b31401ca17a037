import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountIdOf, normaliseAddress, safePath, verifiedAddress } from '#lib/auth/rules.ts';

describe('where to go after signing in', () => {
  it.each(['/', '/portsmouth', '/portsmouth/themes/home?round=2#top', '/a//b', '/a%5Cb'])('keeps %s', (to) => {
    expect(safePath(to)).toBe(to);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/a\\b',
    '/\t/evil.example',
    '/\n/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/a/../..//evil.example',
    '/%2e%2e//evil.example',
    'javascript:alert(1)',
    'portsmouth',
    '',
    ['/portsmouth'],
    undefined,
    `/${'a'.repeat(3_000)}`,
  ])('refuses %j', (to) => {
    expect(safePath(to)).toBeNull();
  });

  it('never leads to another site, whatever is typed', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '\t',
      '\r',
      '@',
      ':',
      '?',
      '#',
      'a',
      '%2f',
      '%09',
      'evil.example',
    );
    const typed = fc.array(pieces, { maxLength: 12 }).map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(typed, (to) => {
        const path = safePath(to);
        return path === null || new URL(path, 'https://ours.example').origin === 'https://ours.example';
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('an address', () => {
  it('is kept as people are stored: small letters, no blanks around', () => {
    expect(normaliseAddress('  Board.Member+x@Portsmouth.example ')).toBe('board.member+x@portsmouth.example');
  });
  it.each([
    'a@b',
    'a@b.c, d@e.f',
    'a@b.c,d@e.f',
    '"a@b"@c.d',
    'a@b@c.d',
    'a b@c.d',
    'a@b.c\nbcc:x@y.z',
    '<a@b.c>',
    '',
    null,
    'a@b.',
  ])('refuses %j', (typed) => {
    expect(normaliseAddress(typed)).toBeNull();
  });
});

describe('what an identity provider says', () => {
  it('tells who it is by directory and person where there are such, else by issuer and subject', () => {
    expect(accountIdOf({ iss: 'i', sub: 's', tid: 't', oid: 'o', email: 'a@b.c' })).toBe('t|o');
    expect(accountIdOf({ iss: 'i', sub: 's', tid: 't' })).toBe('i|s');
    expect(() => accountIdOf({ iss: 'i' })).toThrow();
  });
  it('gives an address only when the provider vouches for it', () => {
    const email = 'A@B.example';
    expect(verifiedAddress({ email, email_verified: true })).toBe('a@b.example');
    expect(verifiedAddress({ email, xms_edov: '1' })).toBe('a@b.example');
    for (const claims of [
      { email },
      { email, email_verified: false },
      { email, email_verified: 'false' },
      { email, xms_edov: 0 },
    ]) {
      expect(verifiedAddress(claims)).toBeNull();
    }
  });
});
