import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { driftFromSchema } from '#lib/start/drift.ts';
import { underLock } from '#lib/start/migrate.ts';
import { latestMigration, migrationNames } from '#lib/start/migrations-folder.ts';
import { withClient } from '#lib/start/owner.ts';
import { hasCouncil, prepareDatabase } from '#lib/start/prepare-database.ts';
import { createDatabase, inDatabase, scratchCluster } from '#tests/setup/cluster.ts';

const secret = randomBytes(32).toString('hex');
let cluster: Awaited<ReturnType<typeof scratchCluster>>;
let ownerUrl: string;
const said: string[] = [];
const prepare = (url = ownerUrl) => prepareDatabase({ ownerUrl: url, secret, say: (line) => said.push(line) });
const run = (sql: string, url = ownerUrl) => withClient(url, async (client) => (await client.query(sql)).rows);

beforeAll(async () => {
  cluster = await scratchCluster();
});
afterAll(() => cluster.stop());
beforeEach(async () => {
  await createDatabase(cluster.superuserUrl, 'fresh');
  ownerUrl = inDatabase(cluster.ownerUrl, 'fresh');
  said.length = 0;
});

it('brings an empty database to the level of the code, once', async () => {
  const urls = await prepare();
  await prepare();
  expect(said).toEqual([`Applied ${migrationNames().join(', ')}.`, 'The database is at the level of the code.']);
  expect(await hasCouncil(urls)).toBe(false);
});

it('leaves a database that is what the Prisma schema says, and would notice if not', async () => {
  await prepare();
  expect(await driftFromSchema(ownerUrl)).toEqual([]);
  await run('ALTER TABLE "Council" ADD COLUMN extra text');
  expect(await driftFromSchema(ownerUrl)).toEqual(['ALTER TABLE "Council" DROP COLUMN "extra";']);
});

it('migrates once when two starts come at once', async () => {
  await Promise.all([prepare(), prepare(), prepare()]);
  expect(said.filter((line) => line.startsWith('Applied'))).toHaveLength(1);
  expect(await run('SELECT count(*)::int AS n FROM _prisma_migrations')).toEqual([{ n: migrationNames().length }]);
});

it('waits for another start that is at work on the database', async () => {
  const waiting = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
  let attempt: Promise<unknown> | undefined;
  await underLock(ownerUrl, async (client) => {
    attempt = prepare();
    await expect.poll(async () => (await client.query(waiting)).rowCount, { timeout: 5_000 }).toBe(1);
    expect(said).toEqual([]);
  });
  await attempt;
  expect(said).toHaveLength(1);
});

it('stops at a database that is newer than the code', async () => {
  await prepare();
  await run(`INSERT INTO _prisma_migrations SELECT 'x', checksum, finished_at, '99990101000000_later', logs, rolled_back_at, started_at
               FROM _prisma_migrations LIMIT 1`);
  await expect(prepare()).rejects.toThrow(/newer than this Pledgeboard \(it has the migration 99990101000000_later\)/);
});

it('stops when a migration was changed after it was applied', async () => {
  await prepare();
  await run(`UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name = '${latestMigration()}'`);
  await expect(prepare()).rejects.toThrow(/was changed after it was applied/);
});

/** As a kill leaves it in the middle of the first migration: begun, not finished, nothing of it there. */
async function breakOffFirst(): Promise<void> {
  await prepare();
  const [{ checksum }] = await run('SELECT checksum FROM _prisma_migrations ORDER BY migration_name LIMIT 1');
  await createDatabase(cluster.superuserUrl, 'fresh');
  await run(`CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
    finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
  await run(`INSERT INTO _prisma_migrations (id, checksum, migration_name)
             VALUES ('1', '${checksum}', '${migrationNames()[0]}')`);
}

it('tries a migration again that a kill broke off', async () => {
  await breakOffFirst();
  await prepare();
  expect(await driftFromSchema(ownerUrl)).toEqual([]);
});

it('stops at a migration that fails, says why, and leaves the database as it was', async () => {
  await breakOffFirst();
  // The last table but a few of that migration: what comes before it must be undone.
  await run('CREATE TABLE "VerificationToken" (mine int)');
  const sentence = /tables failed and was undone: .*already exists.*The database is as it was/;
  await expect(prepare()).rejects.toThrow(sentence);
  await expect(prepare()).rejects.toThrow(sentence);
  const tables = await run(`SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`);
  expect(tables).toEqual([{ relname: 'VerificationToken' }, { relname: '_prisma_migrations' }]);
});

it('stops at a database that belongs to something else', async () => {
  await run('CREATE TABLE theirs (x int)');
  await expect(prepare()).rejects.toThrow(/not of Pledgeboard/);
});

it('gives two roles that own nothing and pass no row level security', async () => {
  const { appUrl, authUrl } = await prepare();
  for (const url of [appUrl, authUrl]) {
    const [role] = await run(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns,
              (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS member_of
         FROM pg_roles r WHERE rolname = current_user`,
      url,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: 0,
      member_of: 0,
    });
    await expect(run('ALTER TABLE "Council" DISABLE ROW LEVEL SECURITY', url)).rejects.toThrow(/must be owner/);
    await expect(run('CREATE TABLE mine (x int)', url)).rejects.toThrow(/permission denied/);
  }
});

it('gives the job worker its own queue and nothing else, and the app one way into it', async () => {
  const { appUrl, workerUrl } = await prepare();
  const rights = `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                     AND has_table_privilege(oid, 'SELECT, INSERT, UPDATE, DELETE')`;
  expect(await run(rights, workerUrl)).toEqual([]);
  expect(await run(`SELECT has_database_privilege(current_database(), 'CREATE') AS may`, workerUrl)).toEqual([
    { may: false },
  ]);
  expect(await run(`SELECT count(*)::int AS n FROM graphile_worker._private_jobs`, workerUrl)).toEqual([{ n: 0 }]);
  const council = `SELECT set_config('app.council', gen_random_uuid()::text, false)`;
  const enqueue = (task: string) => `SELECT graphile_worker.enqueue_job('${task}', gen_random_uuid())`;
  await expect(run(`SELECT graphile_worker.add_job('sendMail')`, appUrl)).rejects.toThrow(/permission denied/);
  await expect(run('SELECT FROM graphile_worker.jobs', appUrl)).rejects.toThrow(/permission denied/);
  await expect(run(enqueue('sendMail'), appUrl)).rejects.toThrow(/belongs to a council/);
  await expect(run(`${council}; ${enqueue('anything')}`, appUrl)).rejects.toThrow(/no task anything/);
  await expect(run(enqueue('sendMail'), workerUrl)).rejects.toThrow(/belongs to a council/);
  await run(`${council}; ${enqueue('sendMail')}`, appUrl);
  const [job] = await run('SELECT payload FROM graphile_worker._private_jobs', workerUrl);
  expect(Object.keys(job.payload)).toEqual(['councilId', 'id']);
});

it('protects every table: row level security is on and forced, or the app has no right at all', async () => {
  const { appUrl } = await prepare();
  const open = await run(
    `SELECT relname FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT (relrowsecurity AND relforcerowsecurity)
        AND has_table_privilege(oid, 'SELECT, INSERT, UPDATE, DELETE')`,
    appUrl,
  );
  expect(open).toEqual([{ relname: '_prisma_migrations' }]);
});

it('keeps the roles at UTC whatever the database is at', async () => {
  await run(`ALTER DATABASE fresh SET timezone TO 'Asia/Tokyo'`, cluster.superuserUrl);
  const { appUrl } = await prepare();
  expect(await run('SHOW timezone', ownerUrl)).toEqual([{ TimeZone: 'Asia/Tokyo' }]);
  expect(await run('SHOW timezone', appUrl)).toEqual([{ TimeZone: 'UTC' }]);
});

it('refuses a superuser as owner, and a role for the app that passes the walls', async () => {
  await expect(prepare(inDatabase(cluster.superuserUrl, 'fresh'))).rejects.toThrow(/is a superuser/);
  const { authUrl, workerUrl } = await prepare();
  const given = { appUrl: ownerUrl, authUrl, workerUrl };
  await expect(prepareDatabase({ ownerUrl, secret, given, say: () => {} })).rejects.toThrow(/owns tables/);
});
