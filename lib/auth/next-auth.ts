import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import type { NextApiRequest, NextApiResponse } from 'next';
import { NextResponse } from 'next/server';
import NextAuth from 'next-auth';
import { sessionCookieName } from '#lib/auth/cookies.ts';
import { authOptions } from '#lib/auth/options.ts';
import { env, surroundings } from '#lib/env.ts';

type Call = {
  action: 'signin' | 'callback';
  provider: 'email' | 'oidc';
  /** What the address carries, for a callback; what the form carries, for a sign-in. */
  values: Record<string, string>;
  /** The request's own cookies. */
  cookies: Record<string, string>;
};

type Cookie = ReturnType<NextResponse['cookies']['getAll']>[number];

/**
 * Asks next-auth, from our own forms and route. Its public addresses for the rest (its pages, its own sign-in
 * posts, its log) stay closed: our forms have checked who sent them, and count attempts.
 * It never sees the session of this browser: with one, it would link a second person's account to it.
 */
export async function askNextAuth({ action, provider, values, cookies }: Call) {
  const options = authOptions();
  const csrf = ownCsrf(options.secret ?? '');
  const csrfName = options.cookies?.csrfToken?.name ?? '';
  const isPost = action === 'signin';
  const { [sessionCookieName()]: _session, ...others } = cookies;
  const request = {
    method: isPost ? 'POST' : 'GET',
    headers: {},
    cookies: { ...others, [csrfName]: csrf.cookie },
    query: { nextauth: [action, provider], ...(isPost ? {} : values) },
    body: isPost ? { ...values, csrfToken: csrf.token } : undefined,
  };
  // The one way to tell it where it is published. The start sets it; tests and development need not.
  surroundings.NEXTAUTH_URL = env.PLEDGEBOARD_URL;
  const answer = new Answer();
  await NextAuth(request as unknown as NextApiRequest, answer as unknown as NextApiResponse, options);
  const made = answer.cookies().filter(({ name }) => name !== csrfName);
  return {
    location: answer.location(),
    cookies: made,
    /** Set when somebody was signed in. */
    session: made.find(({ name, value }) => name === sessionCookieName() && value !== ''),
  };
}

/** The pair that next-auth wants to see in a cookie and in a form, made for the moment. */
function ownCsrf(secret: string) {
  const token = randomBytes(32).toString('hex');
  return {
    token,
    cookie: `${token}|${createHash('sha256')
      .update(token + secret)
      .digest('hex')}`,
  };
}

/** As much of a response as next-auth writes to. */
class Answer {
  readonly #headers = new Map<string, string | string[]>();

  status() {
    return this;
  }
  getHeader(name: string) {
    return this.#headers.get(name.toLowerCase());
  }
  setHeader(name: string, value: string | string[]) {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }
  end() {}
  send() {}
  json() {}

  location(): string {
    return String(this.getHeader('location') ?? '');
  }

  cookies(): Cookie[] {
    const lines = [this.getHeader('set-cookie') ?? []].flat();
    return new NextResponse(null, { headers: lines.map((line) => ['set-cookie', line]) }).cookies.getAll();
  }
}
