import { type ChildProcess, spawn } from 'node:child_process';

/**
 * The job worker as a process of its own, started again whenever it was killed, as the launcher does.
 * @param env what it is told beside the surroundings of the tests
 */
export function startWorker(env: Record<string, string>) {
  let child: ChildProcess;
  let isStopping = false;
  let ready: Promise<void>;
  const output: string[] = [];
  function begin(): void {
    child = spawn(process.execPath, ['--conditions=react-server', 'lib/jobs/worker.ts'], {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => output.push(String(data)));
    const begun = child;
    ready = new Promise((resolve) => void begun.once('message', () => resolve()).once('exit', () => resolve()));
    child.once('exit', () => isStopping || begin());
  }
  begin();
  return {
    output: () => output.join(''),
    ready: () => ready,
    kill: () => child.kill('SIGKILL'),
    async stop(): Promise<void> {
      isStopping = true;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.signalCode === null && child.kill('SIGTERM')) await ended;
    },
  };
}
