import { isHttps } from '#lib/auth/cookies.ts';
import { env } from '#lib/env.ts';

/**
 * What a page may do. Scripts and inline styles run only with this response's nonce; nothing comes from, or goes
 * to, another origin.
 * @param evaluates true in development alone, where React rebuilds its stack traces with eval
 */
export function contentPolicy(nonce: string, path: string, evaluates = false): string {
  if (isFile(path)) return "default-src 'none'; style-src 'self'; font-src 'self'; sandbox; frame-ancestors 'none'";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluates ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${formTargets(path)}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * What people attached is saved, never shown: should a browser show it after all, it may do nothing there. Styles are for the page
 * that says that it was not found.
 */
const isFile = (path: string) => /^\/[^/]+\/evidence\//.test(path);

/** Without a script the sign-in form is answered with a redirect to the identity provider, which browsers count as its target. */
function formTargets(path: string): string {
  const asksProvider = env.OIDC_ISSUER !== undefined && path.startsWith('/sign-in');
  return asksProvider ? `'self' ${new URL(env.OIDC_ISSUER ?? '').origin}` : "'self'";
}

const always: [string, string][] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

/** The same for every answer. Two years of https only, once the published address is https. */
export function plainHeaders(): [string, string][] {
  return isHttps() ? [...always, ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains']] : always;
}
