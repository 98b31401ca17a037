import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { CannotStart } from '#lib/start/cannot-start.ts';
import { processOf } from '#lib/start/processes.ts';

/**
 * Lets one launcher work in a data folder. The file names the process that holds it; what a killed
 * launcher left behind is taken over.
 * @returns how to let go
 */
export function lock(path: string): () => void {
  const mine = JSON.stringify({ pid: process.pid, began: processOf(process.pid)?.began });
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const theirs = readIfThere(path);
    const holder = holderOf(theirs);
    if (holder) {
      throw new CannotStart(`Pledgeboard already runs in this folder (process ${holder}): stop that one first.`);
    }
    if (theirs !== undefined) removeStale(path, theirs);
  }
  throw new CannotStart(`Another start is at work in this folder: try again, or delete ${path} if there is none.`);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function holderOf(text: string | undefined): number | undefined {
  try {
    const { pid, began } = JSON.parse(text ?? '') as { pid: number; began: string };
    return processOf(pid)?.began === began ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Moves the file away before looking again: two starts may find it stale in the same moment, one of them wins. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, path);
  } catch {
    // Somebody else moved it first; the next attempt sees who holds it.
  }
  rmSync(aside, { force: true });
}
