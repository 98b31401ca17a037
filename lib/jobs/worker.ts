import { Logger, run } from 'graphile-worker';
import pg from 'pg';
import { env } from '#lib/env.ts';
import { crontab, tasks } from '#lib/jobs/tasks.ts';

// The job worker, a process of its own: `node --conditions=react-server lib/jobs/worker.ts`.

/** Any number that nothing else in the database locks with. */
const lockKey = 7_120_405_119;

const connectionString = env.DATABASE_WORKER_URL;
if (!connectionString) throw new Error('DATABASE_WORKER_URL is not set: start the product with "npm start".');

const guard = new pg.Client({ connectionString });
// One that lost its lock must not go on beside the one that takes it.
guard.on('error', () => process.exit(1));
guard.on('end', () => process.exit(1));
await guard.connect();
await guard.query('SELECT pg_advisory_lock($1)', [lockKey]);
// One worker at a time, so whatever is still held was held by one that is dead: it is free again at once.
await guard.query(`SELECT graphile_worker.force_unlock_workers(ARRAY(
  SELECT DISTINCT locked_by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL))`);
await guard.query(`SELECT graphile_worker.add_job('tickRounds', job_key := 'tickRounds', job_key_mode := 'replace')`);

/** Which job and what kind of error, never its message: those quote addresses and texts. */
const logger = new Logger(({ taskIdentifier = 'worker', jobId }) => (level, _message, meta) => {
  if ((level as string) !== 'error') return;
  const { name = 'Error', code } = ((meta as { error?: unknown })?.error ?? {}) as { name?: string; code?: string };
  process.stderr.write(`jobs: ${taskIdentifier} ${jobId ?? ''} failed (${[name, code].filter(Boolean).join(' ')})\n`);
});

const runner = await run({
  connectionString,
  taskList: tasks,
  crontab,
  concurrency: 2,
  maxPoolSize: 4,
  pollInterval: 2_000,
  logger,
});
process.send?.('ready');
await runner.promise;
process.exit(0);
