import { env } from '#lib/env.ts';

/** Behind https a cookie is bound to this host; on plain loopback the prefix would make the browser refuse it. */
export function isHttps(): boolean {
  return env.PLEDGEBOARD_URL.startsWith('https://');
}

export function sessionCookieName(): string {
  return isHttps() ? '__Host-pledgeboard-session' : 'pledgeboard-session';
}
