import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { spawnPostgres, untilPostgresReady } from '#lib/start/cluster.ts';
import { embedded } from '#lib/start/embedded.ts';
import { withClient } from '#lib/start/owner.ts';
import { firstFree } from '#lib/start/ports.ts';
import { processOf } from '#lib/start/processes.ts';
import { scratchFolder, unsafe } from '#tests/setup/cluster.ts';

let folder: string;
let remove: () => void;
let running: ReturnType<typeof embedded>[] = [];
const said: string[] = [];

function start(flags?: Record<string, string>) {
  const database = embedded({
    flags,
    dataDir: folder,
    say: (line) => said.push(line),
    giveUp: (reason) => said.push(reason.message),
  });
  running.push(database);
  return database;
}

/** Starts, does something and stops, as one evening with the product. */
async function once<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const database = start(unsafe);
  const { ownerUrl } = await database.open();
  const result = await work(ownerUrl);
  await database.server.stop();
  return result;
}

const keepNote = (url: string) =>
  withClient(url, (client) => client.query(`CREATE TABLE note AS SELECT 'kept' AS text`));
const readNote = (url: string) =>
  withClient(url, async (client) => (await client.query('SELECT text FROM note')).rows[0].text);

beforeEach(() => {
  ({ folder, remove } = scratchFolder());
  said.length = 0;
});

afterEach(async () => {
  for (const { server } of running) await server.stop();
  running = [];
  remove();
});

it('starts from nothing, and again with what was there', async () => {
  await once(keepNote);
  expect(said).toEqual(['Making a new database; this happens once.']);
  expect(await once(readNote)).toBe('kept');
  expect(said).toHaveLength(1);
});

it('lets nobody in without the password, checks its pages, and runs as no superuser', async () => {
  await once(async (ownerUrl) => {
    const wrong = new URL(ownerUrl);
    wrong.password = 'x';
    await expect(withClient(wrong.href, async () => {})).rejects.toThrow(/password authentication failed/);
    const { rows } = await withClient(ownerUrl, (client) =>
      client.query(
        `SELECT current_setting('data_checksums') AS checksums, current_setting('listen_addresses') AS listens,
                rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user`,
      ),
    );
    expect(rows).toEqual([{ checksums: 'on', listens: '127.0.0.1', rolsuper: false, rolbypassrls: false }]);
  });
});

it('comes back on the same port after kill -9, with everything that was confirmed', async () => {
  const { server, open } = start();
  const { ownerUrl } = await open();
  await keepNote(ownerUrl);
  for (let kill = 0; kill < 3; kill++) {
    const killed = server.pid() as number;
    process.kill(killed, 'SIGKILL');
    while (said.filter((line) => line.includes('is back')).length <= kill) await delay(20);
    expect(server.pid()).not.toBe(killed);
    expect(await readNote(ownerUrl)).toBe('kept');
  }
});

it('stops the PostgreSQL that a killed launcher left behind, and takes over its data', async () => {
  await once(keepNote);
  const data = join(folder, 'postgres');
  const orphan = await spawnPostgres(data, await firstFree(31_000, '127.0.0.1'));
  await untilPostgresReady(data, orphan);
  expect(await once(readNote)).toBe('kept');
  expect(processOf(orphan.pid as number)).toBeUndefined();
});

it('does not take another program for its PostgreSQL when the id was used again', async () => {
  await once(keepNote);
  const data = join(folder, 'postgres');
  const { uid, gid } = statSync(data);
  const other = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
  writeFileSync(join(data, 'postmaster.pid'), `${other.pid}\n${data}\n`);
  expect(await once(readNote)).toBe('kept');
  expect(other.exitCode).toBeNull();
  other.kill();
});

it.runIf(process.getuid?.() === 0)('works for root in a folder that nobody else may enter', async () => {
  chmodSync(folder, 0o700);
  await once(keepNote);
  expect(await once(readNote)).toBe('kept');
});

it('moves to another port when its own is taken', async () => {
  const port = await once(async (url) => Number(new URL(url).port));
  const other = createServer().listen(port, '127.0.0.1');
  expect(await once(async (url) => Number(new URL(url).port))).not.toBe(port);
  other.close();
});

it('begins anew after a kill in the middle of making the database', async () => {
  mkdirSync(join(folder, 'postgres.new', 'base'), { recursive: true });
  await once(keepNote);
  expect(await once(readNote)).toBe('kept');
});

const secrets = () => join(folder, 'secrets.json');
const version = () => join(folder, 'postgres', 'PG_VERSION');

it.each([
  [
    'other passwords',
    () => writeFileSync(secrets(), readFileSync(secrets(), 'utf8').replace(/": ".{8}/g, '": "tampered')),
    /do not fit/,
  ],
  ['damaged secrets', () => writeFileSync(secrets(), '{'), /secrets.json is damaged/],
  ['lost secrets', () => rmSync(secrets()), /secrets.json is missing/],
  ['another version', () => writeFileSync(version(), '17\n'), /was made by PostgreSQL 17/],
  ['a lost version file', () => rmSync(version()), /postgres is damaged: nothing was changed/],
  [
    'a lost control file',
    () => rmSync(join(folder, 'postgres', 'global', 'pg_control')),
    /PostgreSQL could not start: .*Nothing was deleted/,
  ],
])('stops with one sentence at %s, and loses nothing', async (_, hurt, sentence) => {
  await once(keepNote);
  const before = readFileSync(join(folder, 'postgres', 'postgresql.conf'), 'utf8');
  hurt();
  await expect(start(unsafe).open()).rejects.toThrow(sentence);
  expect(readFileSync(join(folder, 'postgres', 'postgresql.conf'), 'utf8')).toBe(before);
});
