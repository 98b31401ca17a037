import 'server-only';
import type { AuthOptions } from 'next-auth';
import type { EmailConfig } from 'next-auth/providers/email';
import { adapter } from '#lib/auth/adapter.ts';
import { cookieName, cookieOptions, sessionCookieName } from '#lib/auth/cookies.ts';
import { maySignIn } from '#lib/auth/known.ts';
import { logProblem } from '#lib/auth/log.ts';
import { oidcProvider } from '#lib/auth/oidc.ts';
import { linkSeconds, safePath, sessionSeconds } from '#lib/auth/rules.ts';
import { newSessionToken } from '#lib/auth/sessions.ts';
import { env } from '#lib/env.ts';
import { sendSignInLink } from '#lib/mail/sign-in-link.ts';
import { derive } from '#lib/start/secrets.ts';

/** Ours rather than next-auth's own, which brings a mailer with it. */
const byLink: EmailConfig = {
  id: 'email',
  name: 'Email',
  type: 'email',
  server: '',
  from: '',
  maxAge: linkSeconds,
  generateVerificationToken: newSessionToken,
  normalizeIdentifier: (address) => address,
  sendVerificationRequest: ({ identifier, token, url, expires }) =>
    sendSignInLink({ to: identifier, token, path: new URL(url).searchParams.get('callbackUrl'), expires }),
  options: {},
};

/** A cookie that only lives from the start of a sign-in to its end. */
const brief = (name: string) => ({
  name: cookieName(name),
  options: { ...cookieOptions(), maxAge: 15 * 60 },
});

/** Sessions are rows of the database: one that is deleted ends at the next request. No JWT sessions, no passwords. */
export function authOptions(): AuthOptions {
  return {
    adapter,
    secret: derive(env.PLEDGEBOARD_SECRET, 'next-auth'),
    session: { strategy: 'database', maxAge: sessionSeconds, generateSessionToken: newSessionToken },
    providers: env.OIDC_ISSUER ? [byLink, oidcProvider(env.OIDC_ISSUER)] : [byLink],
    callbacks: {
      signIn: ({ user, account }) => maySignIn(account, user.email),
      redirect: ({ url }) => safePath(url) ?? '/',
    },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieOptions() },
      csrfToken: brief('csrf'),
      callbackUrl: brief('to'),
      state: brief('state'),
      nonce: brief('nonce'),
      pkceCodeVerifier: brief('pkce'),
    },
    // What it hands over besides the code may hold addresses and tokens.
    logger: { error: logProblem, warn: logProblem, debug: () => {} },
  };
}
