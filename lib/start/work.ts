import { type ChildProcess, spawn } from 'node:child_process';
import { CannotStart } from '#lib/start/cannot-start.ts';
import { type Kept, keepAlive } from '#lib/start/keep-alive.ts';

type Options = {
  /** What the app is told, and with it the way into the queue. */
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
  giveUp: (reason: Error) => void;
};

const patienceMs = 60_000;

/** The job worker as a process of its own, kept alive: rounds, reminders and their mail. */
export function work({ env, say, giveUp }: Options): Kept {
  const leash = new URL('leash.ts', import.meta.url).href;
  return keepAlive({
    name: 'The job worker',
    stopSignal: 'SIGTERM',
    say,
    giveUp,
    spawn() {
      // What is marked server-only is so for a browser's sake; this condition says that here is a server.
      const args = ['--conditions=react-server', '--import', leash, 'lib/jobs/worker.ts'];
      const child = spawn(process.execPath, args, {
        env,
        detached: true,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      child.on('error', () => {});
      return child;
    },
    untilReady: untilWorking,
  });
}

/** It says so itself, once it holds the queue: an earlier one may still be ending. */
function untilWorking(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (how: string) => () => reject(new CannotStart(`The job worker ${how}: the lines above say why.`));
    const timer = setTimeout(fail('was not ready after a minute'), patienceMs);
    child.once('message', () => resolve());
    child.once('exit', fail('ended before it was ready'));
    child.once('error', fail('could not be started'));
    const settle = () => clearTimeout(timer);
    child.once('message', settle).once('exit', settle).once('error', settle);
  });
}
