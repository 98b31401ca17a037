import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from '#lib/start/cannot-start.ts';

/** A start that failed for a reason that passes by itself, such as a port just taken. */
export class TryAgain extends Error {}

export type Service = {
  /** How a sentence calls it: "The database". */
  name: string;
  spawn: () => ChildProcess | Promise<ChildProcess>;
  /** Rejects when the process ends or is not ready in time. */
  untilReady: (child: ChildProcess) => Promise<void>;
  stopSignal: NodeJS.Signals;
  say: (line: string) => void;
  giveUp: (reason: Error) => void;
};

export type Kept = { ready: Promise<void>; pid: () => number | undefined; stop: () => Promise<void> };

const triesAtFirst = 20;
const deathsAllowed = 40;
const withinMs = 5 * 60_000;
const patienceMs = 15_000;

/** Starts a process and starts it again whenever it ends by itself, until it is told to stop or dies too often. */
export function keepAlive(service: Service): Kept {
  let child: ChildProcess | undefined;
  let isStopping = false;

  async function begin(): Promise<void> {
    child = await service.spawn();
    if (isStopping) await end(child, service.stopSignal);
    else await service.untilReady(child);
  }

  async function beginFirst(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await begin();
      } catch (error) {
        if (child) await end(child, service.stopSignal);
        if (isStopping || !(error instanceof TryAgain) || tries === triesAtFirst) throw error;
        await delay(500);
      }
    }
  }

  async function watch(): Promise<void> {
    let deaths: number[] = [];
    let failures = 0;
    while (child) {
      await exited(child);
      if (isStopping) return;
      const now = Date.now();
      deaths = [...deaths.filter((at) => at > now - withinMs), now];
      if (deaths.length > deathsAllowed) {
        return service.giveUp(new CannotStart(`${service.name} ended ${deaths.length} times in 5 minutes.`));
      }
      service.say(`${service.name} ended by itself; starting it again.`);
      try {
        await begin();
        failures = 0;
        if (!isStopping)
          service.say(
            `${service.name} is back after ${((Date.now() - now) / 1000).toFixed(1)} s (process ${child.pid}).`,
          );
      } catch (error) {
        if (isStopping) return;
        service.say((error as Error).message);
        await end(child, service.stopSignal);
        await delay(Math.min(5_000, 250 * ++failures));
      }
    }
  }

  const ready = beginFirst();
  ready.then(watch, () => {});
  return {
    ready,
    pid: () => child?.pid,
    async stop() {
      isStopping = true;
      if (child) await end(child, service.stopSignal);
      await ready.catch(() => {});
    },
  };
}

/** Resolves when the process has ended, at once if it has. */
function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await exited(child);
  clearTimeout(timer);
}
