import 'server-only';
import { randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { cookieOptions, sessionCookieName } from '#lib/auth/cookies.ts';
import { sessionSeconds } from '#lib/auth/rules.ts';
import { authClient } from '#lib/db.ts';

/** 32 random bytes: nobody guesses one. */
export const newSessionToken = () => randomBytes(32).toString('base64url');

type Session = { sessionToken: string; userId: string; expires: Date };

/** Keeps a new session, and clears away those that ran out: nothing else would ever delete them. */
export async function keepSession(session: Session): Promise<Session> {
  await authClient().session.deleteMany({ where: { expires: { lt: new Date() } } });
  return authClient().session.create({ data: session });
}

/** Signs this browser in as this user; whoever was signed in here before is signed out. */
export async function startSession(userId: string): Promise<void> {
  const session = {
    sessionToken: newSessionToken(),
    userId,
    expires: new Date(Date.now() + sessionSeconds * 1_000),
  };
  await endSession();
  await keepSession(session);
  (await cookies()).set(sessionCookieName(), session.sessionToken, {
    ...cookieOptions(),
    expires: session.expires,
  });
}

/** Ends this browser's session at once: the row goes, and with it whatever copy of the cookie there may be. */
export async function endSession(): Promise<void> {
  const jar = await cookies();
  const sessionToken = jar.get(sessionCookieName())?.value;
  if (!sessionToken) return;
  await authClient().session.deleteMany({ where: { sessionToken } });
  jar.set(sessionCookieName(), '', { ...cookieOptions(), maxAge: 0 });
}
