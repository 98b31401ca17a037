import { execFile } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { surroundings } from '#lib/env.ts';
import { binaries, majorVersion } from '#lib/start/binaries.ts';
import { CannotStart } from '#lib/start/cannot-start.ts';
import { runAs } from '#lib/start/run-as.ts';

/** True when there is no database yet. A folder that holds something else, or another version, is never touched. */
export function isNew(folder: string): boolean {
  if (!existsSync(folder) || isEmpty(folder)) return true;
  let version: string;
  try {
    version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'EACCES' ? 'belongs to another user' : 'is damaged';
    throw new CannotStart(
      `The database folder ${folder} ${why}: nothing was changed; start as its owner, put a backup in its place, or move it away to begin anew.`,
    );
  }
  if (version === majorVersion) return false;
  throw new CannotStart(
    `The database in ${folder} was made by PostgreSQL ${version} and Pledgeboard brings ${majorVersion}: nothing was changed; dump it with the old version, move the folder away, and load the dump.`,
  );
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
}

/** Makes a database beside the final folder and moves it there when it is whole: a kill in between leaves no half. */
export async function initCluster(
  folder: string,
  password: string,
  { isDurable = true, signal }: { isDurable?: boolean; signal?: AbortSignal } = {},
): Promise<void> {
  const { initdb } = await binaries();
  const as = runAs(folder, initdb);
  const draft = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as.user) for (const path of [draft, passwordFile]) chownSync(path, as.user.uid, as.user.gid);
  const [program, ...args] = [...as.command, initdb, `--pgdata=${draft}`, `--pwfile=${passwordFile}`];
  try {
    await promisify(execFile)(program, [...args, ...initFlags, ...(isDurable ? [] : ['--no-sync'])], {
      ...as.options,
      env: plainEnv,
      signal,
    });
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const { stderr, message } = error as Error & { stderr?: string };
    throw new CannotStart(explain(stderr || message));
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, folder);
}

const initFlags = ['--username=postgres', '--auth=scram-sha-256', '--data-checksums', '--no-instructions']
  // The built-in locale needs nothing of the machine and sorts alike everywhere.
  .concat(['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']);

/** PostgreSQL reads settings from its surroundings: it gets none of ours. */
export const plainEnv = { NODE_ENV: surroundings.NODE_ENV, PATH: surroundings.PATH, LC_ALL: 'C' };

/** One sentence from what PostgreSQL wrote about why it could not start. */
export function explain(output: string): string {
  if (/No space left/i.test(output)) return 'The disk is full: PostgreSQL could not write. Make room and start again.';
  const reason = /(?:FATAL|PANIC|error): +(.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1);
  return `PostgreSQL could not start: ${reason}. Nothing was deleted.`;
}
