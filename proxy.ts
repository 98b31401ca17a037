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

/** Everything but the built files, which are the same for everybody. */
export const config = { matcher: '/((?!_next/static/).*)' };
