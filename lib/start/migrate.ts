import { createHash } from 'node:crypto';
import type pg from 'pg';
import { CannotStart } from '#lib/start/cannot-start.ts';
import { migrationNames, migrationScript } from '#lib/start/migrations-folder.ts';
import { withClient } from '#lib/start/owner.ts';
import { everything, migrationList, withEngine } from '#lib/start/schema-engine.ts';

/** Any number that nothing else in the database locks with. */
const lockKey = 7_120_405_118;

/** Runs `work` while no other start of any process does anything of the kind to this database. */
export async function underLock<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(databaseUrl, async (client) => {
    await client.query('SET statement_timeout = 0');
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    return work(client);
  });
}

type Row = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Brings the database to the level of the code. Call it under the lock.
 * @returns names of the migrations that it applied
 */
export async function migrate(client: pg.Client, databaseUrl: string): Promise<string[]> {
  const rows = await appliedMigrations(client);
  checkHistory(rows);
  try {
    return await withEngine(databaseUrl, async (engine) => {
      // One that began and never finished was undone whole by PostgreSQL, so it may be tried again.
      for (const row of rows.filter((each) => !each.finished_at)) {
        await engine.markMigrationRolledBack({ migrationName: row.migration_name });
      }
      const input = { migrationsList: migrationList(), filters: everything };
      return (await engine.applyMigrations(input)).appliedMigrationNames;
    });
  } catch (error) {
    const failed = (await appliedMigrations(client)).find((row) => !row.finished_at);
    throw explain(error as Error, failed?.migration_name ?? 'of the database');
  }
}

/** Refuses a database whose history is not the beginning of the code's. */
function checkHistory(rows: Row[]): void {
  const known = migrationNames();
  const unknown = rows.find((row) => !known.includes(row.migration_name));
  if (unknown) {
    throw new CannotStart(
      `The database is newer than this Pledgeboard (it has the migration ${unknown.migration_name}): nothing was changed; start the newer version, or restore a backup from before it.`,
    );
  }
  const edited = rows.find((row) => row.finished_at && !isSame(row));
  if (edited) {
    throw new CannotStart(
      `The migration ${edited.migration_name} was changed after it was applied to this database: nothing was changed; put its file back as it was and write a new migration for the change.`,
    );
  }
}

function explain({ message }: Error, migration: string): CannotStart {
  if (message.includes('schema is not empty')) {
    return new CannotStart('The database has tables that are not of Pledgeboard: give it a database of its own.');
  }
  return new CannotStart(
    `The migration ${migration} failed and was undone: ${message.split('\n')[0]}. The database is as it was.`,
  );
}

async function appliedMigrations(client: pg.Client): Promise<Row[]> {
  const table = await client.query(`SELECT to_regclass('public._prisma_migrations') AS name`);
  if (!table.rows[0]?.name) return [];
  const { rows } = await client.query<Row>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  return rows;
}

/** Windows may check files out with other line ends: that is no change. */
function isSame(row: Row): boolean {
  const script = migrationScript(row.migration_name);
  const lines = script.replaceAll('\r\n', '\n');
  return [script, lines, lines.replaceAll('\n', '\r\n')].some(
    (text) => createHash('sha256').update(text).digest('hex') === row.checksum,
  );
}
