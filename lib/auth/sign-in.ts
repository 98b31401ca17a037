import 'server-only';
import { cookies } from 'next/headers';
import { claimForAddress, currentNetwork, giveBack } from '#lib/auth/attempts.ts';
import { cookieName, cookieOptions } from '#lib/auth/cookies.ts';
import { isKnownAddress } from '#lib/auth/known.ts';
import { logProblem } from '#lib/auth/log.ts';
import { askNextAuth } from '#lib/auth/next-auth.ts';
import { safePath } from '#lib/auth/rules.ts';
import { endSession } from '#lib/auth/sessions.ts';

type Asked = Awaited<ReturnType<typeof askNextAuth>>;

/**
 * Mails a link, if this address belongs to somebody. Runs after the answer was sent, so that the answer and
 * its timing are the same for every address.
 */
export async function mailLink(address: string, to: string | null): Promise<void> {
  try {
    if (!(await isKnownAddress(address)) || !(await claimForAddress(address))) return;
    const values = { email: address, callbackUrl: to ?? '/' };
    await askNextAuth({ action: 'signin', provider: 'email', values, cookies: {} });
  } catch (error) {
    logProblem('A link could not be mailed:', error);
  }
}

/** Uses a link up. Where to go; null when it was used before, has run out or never was one. */
export async function redeemLink(token: string, to: string | null): Promise<string | null> {
  const asked = await askNextAuth({
    action: 'callback',
    provider: 'email',
    values: { token, callbackUrl: to ?? '/' },
    cookies: {},
  });
  if (!asked.session) return null;
  await keepCookies(asked);
  await giveBack(await currentNetwork());
  return to ?? '/';
}

/** The address at the identity provider to go to; null when the provider cannot be reached. */
export async function startWithProvider(to: string | null): Promise<string | null> {
  const values = { callbackUrl: to ?? '/' };
  const asked = await askNextAuth({ action: 'signin', provider: 'oidc', values, cookies: {} });
  if (!URL.canParse(asked.location) || !new URL(asked.location).searchParams.has('state')) return null;
  await keepCookies(asked);
  return asked.location;
}

/** Back from the identity provider: where to go, signed in or not. */
export async function returnFromProvider(values: Record<string, string>): Promise<string> {
  const sent = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  const asked = await askNextAuth({ action: 'callback', provider: 'oidc', values, cookies: sent });
  await keepCookies(asked);
  if (asked.session) return safePath(asked.location) ?? '/';
  const isStranger = asked.location.includes('error=AccessDenied');
  return `/sign-in?problem=${isStranger ? 'stranger' : 'provider'}`;
}

/** Hands the browser what next-auth made. Once somebody is in, nothing of the way there stays behind. */
async function keepCookies({ cookies: made, session }: Asked): Promise<void> {
  if (session) await endSession();
  const jar = await cookies();
  if (session) jar.set(cookieName('to'), '', { ...cookieOptions(), maxAge: 0 });
  for (const cookie of made) {
    const isSpent = session && cookie.name !== session.name;
    jar.set(isSpent ? { ...cookie, value: '', expires: undefined, maxAge: 0 } : cookie);
  }
}
