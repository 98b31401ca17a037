import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotStart } from '#lib/start/cannot-start.ts';
import { launch } from '#lib/start/launch.ts';

// npm start: everything from nothing to a served page, and back to nothing on Ctrl-C.

process.chdir(resolve(import.meta.dirname, '../..'));
if (existsSync('.env')) process.loadEnvFile('.env');

const closing = new AbortController();
const stops: (() => Promise<void> | void)[] = [];

/** Stops what was started, the last first: the app, then its database, then the lock goes. */
async function close(code: number): Promise<void> {
  if (closing.signal.aborted) return;
  closing.abort();
  for (const stop of stops.toReversed()) await stop();
  process.exit(code);
}

function fail(reason: unknown): void {
  if (closing.signal.aborted) return;
  process.exitCode = 1;
  console.error(reason instanceof CannotStart ? `\n${reason.message}` : reason);
  void close(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!closing.signal.aborted) console.log('\nStopping the app and its database.');
    void close(0);
  });
}
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

/** Nothing new begins once the stop has begun. */
function onClose(stop: () => Promise<void> | void): void {
  closing.signal.throwIfAborted();
  stops.push(stop);
}

launch({ signal: closing.signal, onClose, giveUp: fail }).catch(fail);
