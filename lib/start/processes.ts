import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process began and what it runs; undefined when there is none with this id.
 * Ids are used again, after a restart of a container even at once: an id alone says nothing.
 */
export function processOf(pid: number): { began: string; command: string } | undefined {
  try {
    if (process.platform !== 'linux') return fromPs(pid);
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { began: fields[19] ?? '', command };
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): { began: string; command: string } {
  const ps = (column: string) =>
    execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  return { began: ps('lstart'), command: ps('command') };
}
