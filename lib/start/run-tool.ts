import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CannotStart } from '#lib/start/cannot-start.ts';

type Options = { env: NodeJS.ProcessEnv; say?: (line: string) => void; signal?: AbortSignal };

/**
 * Runs a tool of node_modules to its end. What it prints is passed to `say`, or without one shown whole when it fails.
 * @param what it does, as the end of "could not …"
 */
export async function runTool(what: string, args: string[], { env, say, signal }: Options): Promise<void> {
  const child = spawn(process.execPath, args, { env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      lines.push(line);
      if (line.trim()) say?.(line);
    });
  }
  const code = await new Promise((done, fail) => child.once('error', fail).once('close', done));
  if (code === 0) return;
  if (!say) process.stderr.write(`${lines.join('\n')}\n`);
  throw new CannotStart(`The start could not ${what}: the lines above say why.`);
}
