import { env } from '#lib/env.ts';

/** Behind https a cookie is bound to this host; on plain loopback the prefix would make the browser refuse it. */
export function isHttps(): boolean {
  return env.PLEDGEBOARD_URL.startsWith('https://');
}

/** A cookie of ours, by the prefix that binds it to this host where the browser allows that. */
export function cookieName(name: string): string {
  return `${isHttps() ? '__Host-' : ''}pledgeboard-${name}`;
}

export function sessionCookieName(): string {
  return cookieName('session');
}

/** No script may read it, no other site may send it with a form, and behind https it never travels in the clear. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() } as const;
}
