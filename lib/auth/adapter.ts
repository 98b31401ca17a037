import 'server-only';
import type { Adapter, AdapterAccount } from 'next-auth/adapters';
import { keepSession } from '#lib/auth/sessions.ts';
import { authClient } from '#lib/db.ts';

/** The one identity provider that can be configured, by the name that accounts are stored under. */
export const providerId = 'oidc';

const user = { select: { id: true, email: true, emailVerified: true } } as const;

/**
 * next-auth on our own tables. It never makes a user: people are added by an administrator, so an address or an
 * account that nobody has added is turned away (known.ts), and here once more.
 */
export const adapter: Adapter = {
  createUser() {
    throw new Error('Nobody registers here.');
  },
  getUser: (id) => authClient().user.findUnique({ where: { id }, ...user }),
  getUserByEmail: (email) => authClient().user.findUnique({ where: { email }, ...user }),
  async getUserByAccount({ provider, providerAccountId }) {
    const where = { provider_providerAccountId: { provider, providerAccountId } };
    return (await authClient().account.findUnique({ where, select: { user } }))?.user ?? null;
  },
  updateUser: ({ id, emailVerified = null }) =>
    authClient().user.update({ where: { id }, data: { emailVerified }, ...user }),

  /** Of what the provider handed over, only who it is: its tokens are for nothing that we do. */
  async linkAccount({ userId, type, provider, providerAccountId }: AdapterAccount) {
    await authClient().account.create({ data: { userId, type, provider, providerAccountId } });
  },

  createSession: keepSession,
  async getSessionAndUser(sessionToken) {
    const found = await authClient().session.findUnique({ where: { sessionToken }, include: { user } });
    return found && { session: found, user: found.user };
  },
  updateSession: ({ sessionToken, expires }) =>
    authClient().session.update({ where: { sessionToken }, data: expires ? { expires } : {} }),
  async deleteSession(sessionToken) {
    await authClient().session.deleteMany({ where: { sessionToken } });
  },

  /** The token arrives here as a hash. Those that ran out are cleared away. */
  async createVerificationToken(token) {
    await authClient().verificationToken.deleteMany({ where: { expires: { lt: new Date() } } });
    return authClient().verificationToken.create({ data: token });
  },

  /** One statement, so that of two who hold the same link one gets in. */
  async useVerificationToken({ token }) {
    const [used] = await authClient().$queryRaw<{ identifier: string; token: string; expires: Date }[]>`
      DELETE FROM "VerificationToken" WHERE token = ${token} RETURNING identifier, token, expires`;
    return used ?? null;
  },
};
