import 'server-only';
import { createHash } from 'node:crypto';
import { plainHeaders } from '#lib/auth/headers.ts';

/** What is sent for one address: the same bytes for everybody, and what tells them from others. */
export type Body = { hash: string; type: string; policy: string; bytes: Uint8Array<ArrayBuffer> };

export const hashOfText = (text: string) => createHash('sha256').update(text).digest('hex');

/** The text as it is sent. `hash` is known for what is stored, else it is worked out. */
export function bodyOf(text: string, type: string, hash = hashOfText(text)): Body {
  return { hash, type, policy: policyFor(text, type), bytes: new TextEncoder().encode(text) };
}

/**
 * A public page may have its own stylesheets, known by their hashes as they stand in its bytes, and nothing else: no
 * script, no picture from elsewhere, no frame around it. So an old page keeps its look whatever the product becomes.
 */
function policyFor(text: string, type: string): string {
  const styles = type.startsWith('text/html') ? [...text.matchAll(/<style>([^<]*)<\/style>/g)] : [];
  const hashes = styles.map(([, style = '']) => ` 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  const own = hashes.length > 0 ? `style-src${hashes.join('')}; ` : '';
  return `default-src 'none'; ${own}base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

type Sending = { status?: number; headers?: readonly (readonly [string, string])[]; caching?: string };

/**
 * The answer to a request for it: nothing but the headers when the asker has it already (304). Caches may keep it and
 * must ask each time, so that a withdrawal holds from its moment on. It sets no cookie and looks at none. The server
 * makes it shorter for who reads gzip: a handler may not do that itself.
 */
export function sendBody(
  request: Request,
  body: Body,
  { status = 200, headers = [], caching = 'public, no-cache' }: Sending = {},
): Response {
  const sent = new Headers(plainHeaders());
  sent.set('Content-Security-Policy', body.policy);
  sent.set('Cache-Control', caching);
  sent.set('ETag', `"${body.hash}"`);
  for (const [name, value] of headers) sent.set(name, value);
  if (status === 200 && isKnown(request.headers.get('if-none-match'), body.hash)) {
    return new Response(null, { status: 304, headers: sent });
  }
  sent.set('Content-Type', body.type);
  return new Response(body.bytes, { status, headers: sent });
}

/** RFC 9110, 13.1.2: the tags that the asker holds, compared without their strength. */
function isKnown(tags: string | null, hash: string): boolean {
  if (!tags) return false;
  return tags.trim() === '*' || tags.split(',').some((tag) => /^(?:W\/)?"([0-9a-f]+)"$/.exec(tag.trim())?.[1] === hash);
}
