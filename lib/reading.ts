import 'server-only';
import pg from 'pg';
import type { Viewer } from '#lib/auth/viewer.ts';
import { env } from '#lib/env.ts';

/** Tagged SQL and nothing else. A Prisma transaction can do the same, so reads written for this run in both. */
export type Sql = { $queryRaw<T>(text: TemplateStringsArray, ...values: unknown[]): Promise<T> };

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
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, (text) => new Date(`${text}T00:00:00Z`)],
  [pg.types.builtins.NUMERIC, Number],
  [pg.types.builtins.INT8, Number],
]);
const types = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    parsers.get(type) ?? pg.types.getTypeParser(type, format),
} as pg.CustomTypesConfig;

type Statement = { name: string; text: string };
const prepared = new WeakMap<TemplateStringsArray, Statement>();
let named = 0;

/** The statement of a template: one text and one name, for as long as the process lives. */
function statementOf(strings: TemplateStringsArray): Statement {
  const known = prepared.get(strings);
  if (known) return known;
  const text = strings.reduce((sql, part, at) => `${sql}$${at}${part}`);
  named += 1;
  const made = { name: `read_${named}`, text };
  prepared.set(strings, made);
  return made;
}

/** Dates go as UTC, whatever the clock of the server. */
const sent = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

const sqlOf = (client: pg.Pool | pg.PoolClient): Sql => ({
  async $queryRaw<T>(strings: TemplateStringsArray, ...values: unknown[]) {
    const { rows } = await client.query({ ...statementOf(strings), values: values.map(sent), types });
    return rows as T;
  },
});

/** Runs `work` in one read-only transaction that sees the rows of this council and no others. */
export async function readInCouncil<T>(councilId: string, work: (db: Sql) => Promise<T>): Promise<T> {
  const client = await poolOf('appReads').connect();
  const end = (statement: 'COMMIT' | 'ROLLBACK') =>
    client.query(statement).then(
      () => client.release(),
      (error) => client.release(error),
    );
  // What is asked for in one go leaves in one packet.
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  try {
    const begun = client.query('BEGIN READ ONLY');
    const db = sqlOf(client);
    const inside = db.$queryRaw`SELECT set_config('app.council', ${councilId}, true)`;
    const [result] = await Promise.all([work(db), begun, inside]);
    // Nothing was written, so nobody has to wait until the transaction is closed.
    void end('COMMIT');
    return result;
  } catch (error) {
    void end('ROLLBACK');
    throw error;
  }
}

/** Who is signed in, from the tables that only signing in may touch. For lib/auth only. */
export const readSignIn: Sql['$queryRaw'] = (strings, ...values) =>
  sqlOf(poolOf('authReads')).$queryRaw(strings, ...values);

/** `query` for the pages that are read most: tagged SQL alone, sent together with Promise.all. */
export function reading<Args extends unknown[], Result>(
  read: (viewer: Viewer, db: Sql, ...args: Args) => Promise<Result>,
): (viewer: Viewer, ...args: Args) => Promise<Result> {
  return (viewer, ...args) => readInCouncil(viewer.councilId, (db) => read(viewer, db, ...args));
}
