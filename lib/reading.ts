import 'server-only';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { cache } from 'react';
import type { Viewer } from '#lib/auth/viewer.ts';
import { env } from '#lib/env.ts';
import type { Sql } from '#lib/sql.ts';

/**
 * Every statement of a read leaves at once, without waiting for the answer of the one before, and is
 * prepared once for each connection: the round trips and the planning cost more than the reading.
 */
const poolOptions = {
  max: 4,
  pipeline: true,
  // A prepared statement is planned once, not again for each of its first five runs.
  options: '-c plan_cache_mode=force_generic_plan',
  connectionTimeoutMillis: 3_000,
  statement_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
};

const pools = globalThis as unknown as { appReads?: pg.Pool; authReads?: pg.Pool };

function poolOf(name: 'appReads' | 'authReads'): pg.Pool {
  const known = pools[name];
  if (known) return known;
  const connectionString = name === 'appReads' ? env.DATABASE_APP_URL : env.DATABASE_AUTH_URL;
  const pool = new pg.Pool({ ...poolOptions, connectionString });
  // An idle connection that the server closes is replaced at its next use; nobody waits for it.
  pool.on('error', () => {});
  pools[name] = pool;
  return pool;
}

/** Days are UTC midnights and numbers are numbers, as the rest of the code has them. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (text) => new Date(`${text}T00:00:00Z`));
types.setTypeParser(pg.types.builtins.NUMERIC, Number);
types.setTypeParser(pg.types.builtins.INT8, Number);

type Statement = { name: string; text: string };
const prepared = new WeakMap<TemplateStringsArray, Statement>();

/**
 * The statement of a template: one text and one name. The name follows from the text, because pages and route handlers
 * each have this module to themselves and share the connections.
 */
function statementOf(strings: TemplateStringsArray): Statement {
  const known = prepared.get(strings);
  if (known) return known;
  const text = strings.reduce((sql, part, at) => `${sql}$${at}${part}`);
  const made = { name: `read_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`, text };
  prepared.set(strings, made);
  return made;
}

/** Dates go as UTC, whatever the clock of the server. */
const sent = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

const sqlOf = (client: pg.Pool | pg.PoolClient): Sql => ({
  isPipelined: true,
  async $queryRaw<T>(strings: TemplateStringsArray, ...values: unknown[]) {
    const { rows } = await client.query({ ...statementOf(strings), values: values.map(sent), types });
    return rows as T;
  },
});

type Shared = { councilId: string; opened: Promise<pg.PoolClient>; users: number };

/** The transaction of this request: the parts of a page read side by side, and one of them is enough for all. */
const ofRequest = cache((): { shared: Shared | null } => ({ shared: null }));

/** Runs `work` in a read-only transaction that sees the rows of this council and no others. */
export async function readInCouncil<T>(councilId: string, work: (db: Sql) => Promise<T>): Promise<T> {
  const request = ofRequest();
  const joined = request.shared?.councilId === councilId ? request.shared : null;
  const shared = joined ?? { councilId, opened: begin(councilId), users: 0 };
  request.shared = shared;
  shared.users += 1;
  try {
    return await work(sqlOf(await shared.opened));
  } finally {
    shared.users -= 1;
    if (shared.users === 0) {
      if (request.shared === shared) request.shared = null;
      // Nothing was written, so nobody has to wait until the transaction is closed.
      shared.opened.then(end, () => {});
    }
  }
}

/** A connection inside a transaction of this council. What is asked for in one go leaves in one packet. */
async function begin(councilId: string): Promise<pg.PoolClient> {
  const client = await poolOf('appReads').connect();
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  // Statements after these two are only answered when they went well: a failure fails the transaction.
  const refused = () => {};
  client.query('BEGIN READ ONLY').catch(refused);
  sqlOf(client).$queryRaw`SELECT set_config('app.council', ${councilId}, true)`.catch(refused);
  return client;
}

const end = (client: pg.PoolClient) =>
  client.query('COMMIT').then(
    () => client.release(),
    (error) => client.release(error),
  );

/** Who is signed in, from the tables that only signing in may touch. For lib/auth only. */
export const readSignIn: Sql['$queryRaw'] = (strings, ...values) =>
  sqlOf(poolOf('authReads')).$queryRaw(strings, ...values);

/** `query` for the pages that are read most: tagged SQL alone, sent together with Promise.all. */
export function reading<Args extends unknown[], Result>(
  read: (viewer: Viewer, db: Sql, ...args: Args) => Promise<Result>,
): (viewer: Viewer, ...args: Args) => Promise<Result> {
  return (viewer, ...args) => readInCouncil(viewer.councilId, (db) => read(viewer, db, ...args));
}
