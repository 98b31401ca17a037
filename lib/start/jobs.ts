import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { CannotStart } from '#lib/start/cannot-start.ts';
import { withClient } from '#lib/start/owner.ts';

const silent = new Logger(() => () => {});

/**
 * Makes the queue of jobs, or brings it to the level of the code: a schema of pledgeboard_worker's own, which may
 * touch nothing else. Safe to repeat; call it under the lock.
 */
export async function prepareJobs(owner: pg.Client, workerUrl: string): Promise<void> {
  try {
    const { rowCount } = await owner.query(
      `SELECT FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
        WHERE nspname = 'graphile_worker' AND relname = 'migrations'`,
    );
    const level = () => runMigrations({ connectionString: workerUrl, logger: silent });
    await (rowCount === 0 ? lendDatabase(owner, level) : level());
    await run(workerUrl, enqueueJob);
  } catch (error) {
    throw new CannotStart(
      `The queue of jobs could not be made (${(error as Error).message}): the user of DATABASE_URL must own the database, and DATABASE_WORKER_URL, if it is set, must sign in as pledgeboard_worker.`,
    );
  }
}

const run = (url: string, statements: string) => withClient(url, (client) => client.query(statements));

/** The worker makes its schema by itself, which works in every version of PostgreSQL; the right to do so is taken back. */
async function lendDatabase(owner: pg.Client, work: () => Promise<unknown>): Promise<void> {
  const { rows } = await owner.query('SELECT current_database() AS name');
  const database = owner.escapeIdentifier(rows[0].name);
  await owner.query(`GRANT CREATE ON DATABASE ${database} TO pledgeboard_worker`);
  try {
    await work();
  } finally {
    await owner.query(`REVOKE CREATE ON DATABASE ${database} FROM pledgeboard_worker`);
  }
}

/**
 * The one way from the app into the queue, in the transaction that causes the job: a known task, about one row of
 * the council of that transaction. The key keeps a second job about the same row out.
 */
const enqueueJob = `
  CREATE OR REPLACE FUNCTION graphile_worker.enqueue_job(task text, id uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = graphile_worker, pg_temp AS $$
  BEGIN
    IF task IS NULL OR task NOT IN ('sendMail', 'readImport', 'saveImport') THEN
      RAISE EXCEPTION 'there is no task %', task USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF public.current_council() IS NULL OR id IS NULL THEN
      RAISE EXCEPTION 'a job belongs to a council' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM graphile_worker.add_job(task, json_build_object('councilId', public.current_council(), 'id', id),
      job_key := task || ' ' || id, job_key_mode := 'preserve_run_at', max_attempts := 1000,
      -- One file at a time: a long one must not keep mail waiting.
      queue_name := CASE WHEN task IN ('readImport', 'saveImport') THEN 'imports' END);
  END $$;
  REVOKE ALL ON FUNCTION graphile_worker.enqueue_job(text, uuid) FROM PUBLIC;
  GRANT USAGE ON SCHEMA graphile_worker TO pledgeboard_app;
  GRANT EXECUTE ON FUNCTION graphile_worker.enqueue_job(text, uuid) TO pledgeboard_app;`;
