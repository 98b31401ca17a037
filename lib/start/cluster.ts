import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { binaries } from '#lib/start/binaries.ts';
import { CannotStart } from '#lib/start/cannot-start.ts';
import { explain, plainEnv } from '#lib/start/init-cluster.ts';
import { TryAgain } from '#lib/start/keep-alive.ts';
import { processOf } from '#lib/start/processes.ts';
import { runAs } from '#lib/start/run-as.ts';

const flags = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Starts PostgreSQL on a data folder, in a process group of its own: Ctrl-C reaches the launcher, which stops the app first. */
export async function spawnPostgres(
  folder: string,
  port: number,
  extraFlags: Record<string, string> = {},
): Promise<ChildProcess> {
  const { postgres } = await binaries();
  await stopOrphan(folder);
  const as = runAs(folder, postgres);
  const settings = Object.entries({ ...flags, ...extraFlags }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program = postgres, ...args] = [...as.command, postgres, '-D', folder, '-p', String(port), ...settings];
  if (existsSync(logOf(folder))) renameSync(logOf(folder), `${logOf(folder)}.before`);
  const log = openSync(logOf(folder), 'w', 0o600);
  const child = spawn(program, args, {
    ...as.options,
    env: plainEnv,
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.on('error', () => {});
  closeSync(log);
  return child;
}

/** Waits until PostgreSQL itself says in its pid file that it takes connections. */
export async function untilPostgresReady(folder: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) throw whyEnded(folder);
    const { pid, state } = readPidFile(folder) ?? {};
    if (pid === child.pid && state === 'ready') return;
    await delay(25);
  }
  throw new CannotStart(`PostgreSQL was not ready after a minute: ${logOf(folder)} may say why.`);
}

function logOf(folder: string): string {
  return `${folder}.log`;
}

/** After a kill -9 the helpers of the old PostgreSQL take a moment to go; a port may be taken between look and use. */
const passing = /pre-existing shared memory|lock file .* already exists|Address already in use|shutting down/;

function whyEnded(folder: string): Error {
  const log = readFileSync(logOf(folder), 'utf8');
  return passing.test(log) ? new TryAgain(explain(log)) : new CannotStart(explain(log));
}

type PidFile = { pid: number; port: number; state: string | undefined };

function readPidFile(folder: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), state: lines[7]?.trim() };
  } catch {
    return undefined;
  }
}

/** The port of the PostgreSQL that runs on this folder and takes connections; undefined when none does. */
export function runningPort(folder: string): number | undefined {
  const found = readPidFile(folder);
  return found?.state === 'ready' && processOf(found.pid)?.command.includes(folder) ? found.port : undefined;
}

/**
 * A killed launcher leaves its PostgreSQL running: it is stopped cleanly before another one starts.
 * When the id in the pid file now belongs to some other program, only the file is removed.
 */
async function stopOrphan(folder: string): Promise<void> {
  const pid = readPidFile(folder)?.pid;
  const found = pid ? processOf(pid) : undefined;
  if (!pid || !found) return;
  if (!found.command.includes(folder)) return rmSync(join(folder, 'postmaster.pid'), { force: true });
  process.kill(pid, 'SIGINT');
  for (let waited = 0; processOf(pid)?.began === found.began; waited += 50) {
    if (waited > 30_000)
      throw new CannotStart(`An older PostgreSQL (process ${pid}) does not stop: end it and start again.`);
    await delay(50);
  }
}
