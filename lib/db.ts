import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '#lib/env.ts';
import { type Prisma, PrismaClient } from '#prisma/generated/client.ts';

/** One council's data inside one transaction: row level security shows nothing else. */
export type Db = Prisma.TransactionClient;

const poolOptions = {
  max: 10,
  connectionTimeoutMillis: 3_000,
  statement_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
};

const clients = globalThis as unknown as { app?: PrismaClient; auth?: PrismaClient };

/** The app's client, made at first use so that a build needs no database. */
function appClient(): PrismaClient {
  clients.app ??= new PrismaClient({
    adapter: new PrismaPg({ ...poolOptions, connectionString: env.DATABASE_APP_URL }),
  });
  return clients.app;
}

/** Sessions, tokens and who belongs to which council. For lib/auth only. */
export function authClient(): PrismaClient {
  clients.auth ??= new PrismaClient({
    adapter: new PrismaPg({ ...poolOptions, connectionString: env.DATABASE_AUTH_URL }),
  });
  return clients.auth;
}

/** Runs `work` in one transaction that sees the rows of this council and no others. */
export async function inCouncil<T>(councilId: string, work: (db: Db) => Promise<T>): Promise<T> {
  return appClient().$transaction(async (db) => {
    await db.$executeRaw`SELECT set_config('app.council', ${councilId}, true)`;
    return work(db);
  });
}
