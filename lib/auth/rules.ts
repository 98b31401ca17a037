/**
 * A session ends this long after signing in, used or not: one working day. It is not prolonged by use, so that
 * a page is read without a write, and a tablet left in a committee room is signed out by the evening.
 */
export const sessionSeconds = 8 * 60 * 60;

/** A link in a mail works this long, once. */
export const linkSeconds = 10 * 60;

/** Links asked for in so many minutes, by one network or for one address (lib/auth/attempts.ts says why). */
export const attemptLimit = 10;
export const attemptMinutes = 5;
/** Wrong codes of groups in the same time, by one network. */
export const codeAttemptLimit = 30;

const nowhere = 'http://nowhere.invalid';

/**
 * Where to go after signing in: a path of this site, or null. Whatever a browser would take to another place is
 * refused: schemes, `//host`, backslashes, and tabs or line ends, which browsers drop before they read an address.
 */
export function safePath(to: unknown): string | null {
  if (typeof to !== 'string' || to.length > 2_000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(to)) return null;
  if (!URL.canParse(to, nowhere)) return null;
  const { origin, pathname, search, hash } = new URL(to, nowhere);
  // "/..//host" is only seen to begin with "//" once the dots are resolved.
  return origin === nowhere && !pathname.startsWith('//') ? pathname + search + hash : null;
}

/**
 * An address as people are stored under: no blanks around it, small letters. Null when it is none, and when it
 * could mean more than one (a list, a quoted part), which would let a link go to somebody else.
 */
export function normaliseAddress(typed: unknown): string | null {
  if (typeof typed !== 'string') return null;
  const address = typed.normalize('NFKC').trim().toLowerCase();
  return address.length <= 254 &&
    /^[^\s@"(),:;<>[\]\\\p{Cc}]+@[^\s@"(),:;<>[\]\\\p{Cc}]+\.[^\s@"(),:;<>[\]\\\p{Cc}.]+$/u.test(address)
    ? address
    : null;
}

/** What an identity provider says of who signed in, as far as we read it. */
export type Claims = {
  iss?: string;
  sub?: string;
  /** Entra: the directory and the person in it. */
  tid?: string;
  oid?: string;
  email?: string;
  email_verified?: boolean | string;
  /** Entra: that the directory has proved it owns the address's domain. */
  xms_edov?: boolean | string | number;
};

/**
 * Who this is at the identity provider, for ever. Entra's `sub` differs for each application, so there it is
 * tid and oid; elsewhere issuer and subject. Never the address: that can be given to somebody else.
 */
export function accountIdOf({ iss, sub, tid, oid }: Claims): string {
  const pair = tid && oid ? [tid, oid] : [iss, sub];
  if (pair.some((part) => !part)) throw new Error('The identity provider did not say who signed in.');
  return pair.join('|');
}

/**
 * The address that the provider vouches for, or null. An address that anyone may type into their own directory
 * must not open somebody else's account: without `email_verified` (or Entra's `xms_edov`) it is as good as none.
 */
export function verifiedAddress({ email, email_verified, xms_edov }: Claims): string | null {
  const isVerified = [email_verified, xms_edov].some(
    (claim) => claim === true || claim === 'true' || claim === '1' || claim === 1,
  );
  return isVerified ? normaliseAddress(email) : null;
}
