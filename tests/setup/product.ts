import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processOf } from '#lib/start/processes.ts';

type Options = {
  /** A folder of its own; the database is made there. */
  dataDir: string;
  port: number;
  env?: Record<string, string>;
};

/** Settings of the person who runs the tests do not reach the product. */
const unset = {
  DATABASE_URL: '',
  DATABASE_APP_URL: '',
  DATABASE_AUTH_URL: '',
  DATABASE_WORKER_URL: '',
  PLEDGEBOARD_SECRET: '',
};

/** Runs what `npm start` runs, in a process of its own; everything that it prints is in `output`. */
export function runLauncher({ dataDir, port, env }: Options) {
  const own = {
    PLEDGEBOARD_DATA_DIR: dataDir,
    PORT: String(port),
    PLEDGEBOARD_URL: `http://localhost:${port}`,
  };
  const child = spawn(process.execPath, ['lib/start/start.ts'], {
    env: { ...process.env, ...unset, ...own, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => output.push(String(data)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, output: () => output.join('') };
}

/** The whole product, ready to be used, hurt and stopped. The build is made only when the sources changed. */
export async function startProduct(options: Options) {
  const { child, ended, output } = runLauncher(options);
  const url = `http://localhost:${options.port}`;
  while (!output().includes('Pledgeboard is at')) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The product did not start.\n${output()}`);
    await delay(50);
  }

  const postgresPid = () =>
    Number(readFileSync(join(options.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const appPid = () => Number([...output().matchAll(/(?:is at|The app is back) .*\(process (\d+)\)/g)].at(-1)?.[1]);

  return {
    url,
    output,
    appPid,
    postgresPid,
    launcherPid: child.pid as number,
    killApp: () => process.kill(appPid(), 'SIGKILL'),
    killPostgres: () => process.kill(postgresPid(), 'SIGKILL'),
    /** Waits until the product says that it is ready, after something was killed, and the launcher has noticed. */
    async untilReady(withinMs = 30_000): Promise<void> {
      for (const until = Date.now() + withinMs; Date.now() < until; await delay(50)) {
        const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
        if (answer?.ok && processOf(appPid())) return;
      }
      throw new Error(`The product did not come back.\n${output()}`);
    },
    /** @returns the exit code of the launcher */
    async stop(): Promise<number | null> {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
