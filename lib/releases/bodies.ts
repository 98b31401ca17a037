import 'server-only';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { plainHeaders } from '#lib/auth/headers.ts';

/** What is sent for one address: the same bytes for everybody, and what tells them from others. */
export type Body = { hash: string; type: string; policy: string; plain: Uint8Array; small: Map<Encoding, Uint8Array> };
type Encoding = 'br' | 'gzip';

const makers: Record<Encoding, (bytes: Uint8Array) => Promise<Uint8Array>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** Not worth a header: compressed, it would hardly be shorter. */
const leastBytes = 1_000;

export const hashOfText = (text: string) => createHash('sha256').update(text).digest('hex');

/** The text as it is sent. `hash` is known for what is stored, else it is worked out. */
export function bodyOf(text: string, type: string, hash = hashOfText(text)): Body {
  return { hash, type, policy: policyFor(text, type), plain: new TextEncoder().encode(text), small: new Map() };
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
 * The answer to a request for it: nothing but the headers when the asker has it already (304), else as short as the
 * asker can read. Caches may keep it and must ask each time, so that a withdrawal holds from its moment on. It sets no
 * cookie and looks at none.
 */
export async function sendBody(
  request: Request,
  body: Body,
  { status = 200, headers = [], caching = 'public, no-cache' }: Sending = {},
) {
  const encoding = body.plain.byteLength < leastBytes ? null : encodingFor(request.headers.get('accept-encoding'));
  const etag = encoding ? `"${body.hash}-${encoding}"` : `"${body.hash}"`;
  const sent = new Headers([
    ...plainHeaders(),
    ['Content-Security-Policy', body.policy],
    ['Cache-Control', caching],
    ['ETag', etag],
    ...headers.map(([name, value]): [string, string] => [name, value]),
  ]);
  sent.append('Vary', 'Accept-Encoding');
  if (status === 200 && isKnown(request.headers.get('if-none-match'), body.hash)) {
    return new Response(null, { status: 304, headers: sent });
  }
  sent.set('Content-Type', body.type);
  if (encoding) sent.set('Content-Encoding', encoding);
  const bytes = encoding ? await smaller(body, encoding) : body.plain;
  sent.set('Content-Length', String(bytes.byteLength));
  return new Response(bytes as Uint8Array<ArrayBuffer>, { status, headers: sent });
}

/** Made once for each encoding and kept with the body. */
async function smaller(body: Body, encoding: Encoding): Promise<Uint8Array> {
  const known = body.small.get(encoding) ?? (await makers[encoding](body.plain));
  body.small.set(encoding, known);
  return known;
}

/** RFC 9110, 12.5.3: what the asker takes, unless it says that its weight is nought. */
function encodingFor(accepted: string | null): Encoding | null {
  if (!accepted) return null;
  const takes = (name: string) =>
    new RegExp(`(?:^|,)\\s*${name}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[\\d.]+\\s*)?(?:,|$)`, 'i').test(accepted);
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null;
}

/** RFC 9110, 13.1.2: the tags that the asker holds, compared without their strength and encoding. */
function isKnown(tags: string | null, hash: string): boolean {
  if (!tags) return false;
  return (
    tags.trim() === '*' ||
    tags.split(',').some((tag) => /^(?:W\/)?"([0-9a-f]+)(?:-\w+)?"$/.exec(tag.trim())?.[1] === hash)
  );
}
