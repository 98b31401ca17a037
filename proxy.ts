import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { sessionCookieName } from '#lib/auth/cookies.ts';
import { contentPolicy, plainHeaders } from '#lib/auth/headers.ts';
import { appendSocketAddress } from '#lib/auth/socket-address.ts';
import { surroundings } from '#lib/env.ts';

appendSocketAddress();

/**
 * Headers, and nothing else: who may see what is decided where the data is read, never here.
 * Pages learn from it where they are (`x-path`) and which inline styles and scripts are ours (`x-nonce`).
 */
export function proxy(request: NextRequest): NextResponse {
  if (isTooLarge(request)) return tooLarge();
  const { pathname, search } = request.nextUrl;
  const nonce = randomBytes(16).toString('base64');
  const policy = contentPolicy(nonce, pathname, surroundings.NODE_ENV === 'development');

  const headers = new Headers(request.headers);
  headers.set('x-path', pathname + search);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of plainHeaders()) response.headers.set(name, value);
  if (request.cookies.has(sessionCookieName())) response.headers.set('Cache-Control', 'private, no-store');
  return response;
}

/** The limit of `serverActions.bodySizeLimit`: a form above it would end in a bare error. */
const isTooLarge = (request: NextRequest) => Number(request.headers.get('content-length') ?? 0) > 48 * 1024 * 1024;

/** Said before anything is read, so the form is still whole behind this page. */
function tooLarge(): NextResponse {
  const page = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>The file is too large</title><main><h1>The file is too large</h1>
<p>Nothing was changed. Go back with your browser: what you typed is still in the form. If the browser asks whether to
send the form again, say yes: it shows what you typed.</p>
<p>Then choose a file of 10 MB or less, or add a link to it.</p></main></html>`;
  const headers = new Headers([
    ...plainHeaders(),
    ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ]);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Connection', 'close');
  return new NextResponse(page, { status: 413, headers });
}

/**
 * Everything but the built files; released documents and data with their previews (lib/releases/bodies.ts); and the
 * address that takes large files, for whatever passes here is held in memory and cut off at 50 MB. Those routes set the
 * same kind of headers by themselves.
 */
export const config = {
  matcher:
    '/((?!_next/static/|[^/]+/public(?:/|$)|[^/]+/releases/drafts/[^/]+/page$|[^/]+/indicators/import/upload$|api/v1/).*)',
};
