import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lock } from '#lib/start/lock.ts';
import { firstFree } from '#lib/start/ports.ts';
import { processOf } from '#lib/start/processes.ts';
import { scratchFolder } from '#tests/setup/cluster.ts';
import { runLauncher } from '#tests/setup/product.ts';

let folder: string;
let remove: () => void;
beforeEach(() => {
  ({ folder, remove } = scratchFolder());
});
afterEach(() => remove());

it('stops with one sentence when the port asked for is taken', async () => {
  const port = await firstFree(32_000, '127.0.0.1');
  const other = createServer().listen(port, '127.0.0.1');
  const { ended, output } = runLauncher({ dataDir: folder, port });
  expect(await ended).toBe(1);
  expect(output()).toContain(`Port ${port} is taken by another program`);
  other.close();
});

it('stops with one sentence when its folder cannot be written', async () => {
  chmodSync(folder, 0o555);
  const { code, output } = await asOrdinaryUser(join(folder, 'data'));
  expect(code).toBe(1);
  expect(output).toContain(`The folder ${join(folder, 'data')} cannot be written`);
});

it('stops with one sentence when a setting is wrong', async () => {
  const { ended, output } = runLauncher({
    dataDir: folder,
    port: 32_100,
    env: { PLEDGEBOARD_DEMO: 'maybe' },
  });
  expect(await ended).toBe(1);
  expect(output()).toContain('PLEDGEBOARD_DEMO must be 1 (on) or 0 (off).');
});

it('lets one launcher into a data folder at a time', () => {
  const path = join(folder, 'start.lock');
  const release = lock(path);
  expect(() => lock(path)).toThrow(`already runs in this folder (process ${process.pid})`);
  release();
  lock(path)();
});

it.each([
  ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, began: '1' })],
  ['of an id that was used again', JSON.stringify({ pid: process.pid, began: '1' })],
  ['that broke off in the middle', '{"pid":'],
])('takes over a lock %s', (_, left) => {
  const path = join(folder, 'start.lock');
  writeFileSync(path, left);
  lock(path);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    pid: process.pid,
    began: processOf(process.pid)?.began,
  });
});

/** Root may write anywhere, so the launcher runs as somebody who may not. */
async function asOrdinaryUser(dataDir: string): Promise<{ code: number | null; output: string }> {
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, ['lib/start/start.ts'], {
    ...user,
    env: { ...process.env, PLEDGEBOARD_DATA_DIR: dataDir, PORT: '32200', DATABASE_URL: '' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  return { code: await new Promise((resolve) => child.once('close', resolve)), output };
}
