import pg from 'pg';
import { env } from '#lib/env.ts';
import { latestMigration } from '#lib/start/migrations-folder.ts';

const kept = globalThis as unknown as { readinessPool?: pg.Pool };

/** One connection beside the app's own, so that busy pages do not make a healthy app look ill. */
function pool(): pg.Pool {
  kept.readinessPool ??= new pg.Pool({
    connectionString: env.DATABASE_APP_URL,
    max: 1,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
  }).on('error', () => {});
  return kept.readinessPool;
}

/** Why the product cannot serve, in words that give nothing away; undefined when it can. */
export async function whyNotReady(): Promise<string | undefined> {
  const wanted = latestMigration();
  try {
    const { rows } = await pool().query<{ name: string }>(
      `SELECT migration_name AS name FROM _prisma_migrations
        WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name DESC LIMIT 1`,
    );
    const level = rows[0]?.name ?? 'none';
    return level === wanted ? undefined : `The database is at migration ${level}, the code at ${wanted}.`;
  } catch {
    return 'The database does not answer.';
  }
}
