import 'server-only';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { sessionCookieName } from '#lib/auth/cookies.ts';
import { authClient } from '#lib/db.ts';
import { env } from '#lib/env.ts';

/** Who the demonstration lets set up a council: nobody's real address, and in no council to begin with. */
const demoFounder = 'founder@pledgeboard.example';

/** Whether this address may set up a council: an operator of this deployment, or anybody in the demonstration. */
const isFounder = (address: string): boolean =>
  env.PLEDGEBOARD_OPERATORS.includes(address) || (env.PLEDGEBOARD_DEMO && address === demoFounder);

/** Who is signed in, while they may set up a council; null for everybody else. */
export const getFounder = cache(async (): Promise<{ userId: string; address: string } | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  const session = await authClient().session.findUnique({
    where: { sessionToken: token },
    select: { expires: true, user: { select: { id: true, email: true } } },
  });
  if (!session || session.expires <= new Date() || !isFounder(session.user.email)) return null;
  return { userId: session.user.id, address: session.user.email };
});

/** The one who signs in under this address, made if there is none. Whoever calls this vouches for the address. */
export async function ensureUser(address: string): Promise<string> {
  const where = { email: address };
  await authClient().user.createMany({ data: [where], skipDuplicates: true });
  return (await authClient().user.findUniqueOrThrow({ where, select: { id: true } })).id;
}

/** An operator may sign in before anybody has added them: somebody must be the first. */
export async function ensureOperator(address: string): Promise<void> {
  if (env.PLEDGEBOARD_OPERATORS.includes(address)) await ensureUser(address);
}

/** The user that the demonstration signs in to set up a council. */
export const ensureDemoFounder = (): Promise<string> => ensureUser(demoFounder);
