import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { type Settings, surroundings } from '#lib/env.ts';
import { nextProgram } from '#lib/start/build.ts';
import { CannotStart } from '#lib/start/cannot-start.ts';
import { type Kept, keepAlive } from '#lib/start/keep-alive.ts';
import type { RoleUrls } from '#lib/start/roles.ts';
import { derive } from '#lib/start/secrets.ts';

type Told = { settings: Settings; dataDir: string; secret: string; urls: RoleUrls };

/** What the processes of the product are told. None of them learns the owner's address. */
export function environment({ settings, dataDir, secret, urls }: Told): NodeJS.ProcessEnv {
  const { PORT, PLEDGEBOARD_URL, PLEDGEBOARD_DEMO } = settings;
  return {
    ...surroundings,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // Empty rather than absent: Next would fill a gap from a .env file.
    DATABASE_URL: '',
    DATABASE_APP_URL: urls.appUrl,
    DATABASE_AUTH_URL: urls.authUrl,
    DATABASE_WORKER_URL: '',
    PLEDGEBOARD_SECRET: secret,
    PLEDGEBOARD_URL,
    PLEDGEBOARD_DEMO: PLEDGEBOARD_DEMO ? '1' : '0',
    PLEDGEBOARD_DATA_DIR: dataDir,
    PORT: String(PORT),
    NEXTAUTH_URL: PLEDGEBOARD_URL,
    NEXTAUTH_SECRET: derive(secret, 'next-auth'),
  };
}

type Options = {
  settings: Settings;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
  giveUp: (reason: Error) => void;
};

/** The app as a process of its own, kept alive. */
export function serve({ settings: { HOST, PORT }, env, say, giveUp }: Options): Kept {
  const leash = new URL('leash.ts', import.meta.url).href;
  return keepAlive({
    name: 'The app',
    stopSignal: 'SIGTERM',
    say,
    giveUp,
    spawn() {
      // A page makes much that lives only as long as its request: with room for that, memory is cleaned up less often.
      const memory = '--max-semi-space-size=64';
      const args = [memory, '--import', leash, nextProgram, 'start', '--hostname', HOST, '--port', String(PORT)];
      const child = spawn(process.execPath, args, {
        env,
        detached: true,
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      });
      child.on('error', () => {});
      if (child.stdout) createInterface(child.stdout).on('line', (line) => isBanner(line) || console.log(line));
      return child;
    },
    untilReady: (child) => untilAppReady(child, HOST, PORT),
  });
}

/** Next's own greeting, which the launcher says better. */
function isBanner(line: string): boolean {
  return line === '' || /^\s*(▲ Next|- (Local|Network):|✓ (Starting|Ready|Running next.config))/.test(line);
}

async function untilAppReady(child: ChildProcess, host: string, port: number): Promise<void> {
  const name = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  const address = `http://${name.includes(':') ? `[${name}]` : name}:${port}/health/ready`;
  let reason = 'it does not answer';
  for (const until = Date.now() + 60_000; Date.now() < until; await delay(100)) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      throw new CannotStart('The app ended before it was ready: the lines above say why.');
    }
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(5_000), redirect: 'manual' });
      if (answer.ok) return;
      reason = await answer.text();
    } catch {
      // It does not listen yet.
    }
  }
  throw new CannotStart(`The app was not ready after a minute: ${reason}.`);
}
