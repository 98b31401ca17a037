import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from '#lib/start/cannot-start.ts';

type User = { uid: number; gid: number };

/** PostgreSQL refuses to run as root: who it runs as instead, by options of spawn or by a command put before it. */
export type RunAs = { user?: User; options: Partial<User>; command: string[] };

const refused =
  'PostgreSQL refuses to run as root, and no other user can be made or can reach this folder: run "npm start" as an ordinary user, or set DATABASE_URL.';

/**
 * An ordinary user runs PostgreSQL as themselves. Root runs it as the owner of the data, else as the
 * system's user postgres, made when missing.
 * @param folder of the data; it may not exist yet
 * @param binary that must be within that user's reach
 */
export function runAs(folder: string, binary: string): RunAs {
  if (process.getuid?.() !== 0) return { options: {}, command: [] };
  const owner = existsSync(folder) ? statSync(folder) : undefined;
  const user = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : postgresUser();
  if (canReach(dirname(folder), user) && canReach(dirname(binary), user)) return { user, options: user, command: [] };
  const command = throughClosedFolders(user);
  try {
    execFileSync(command[0] as string, [...command.slice(1), binary, '--version'], { stdio: 'ignore' });
  } catch {
    throw new CannotStart(refused);
  }
  return { user, options: {}, command };
}

function postgresUser(): User {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], {
        stdio: 'ignore',
      });
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      throw new CannotStart(refused);
    }
  }
}

/**
 * A clone below root's home or a `mktemp -d` is closed to every other user. On Linux the user may be
 * lent root's right to pass closed folders, and nothing else of root.
 */
function throughClosedFolders({ uid, gid }: User): string[] {
  const right = '+dac_override';
  return (
    ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs']
      .concat([`--inh-caps=${right}`, `--ambient-caps=${right}`, `--bounding-set=-all,${right}`])
      // initdb asks access(2) whether it may run postgres, which forgets such rights without this.
      .concat('--securebits=+no_setuid_fixup', '--')
  );
}

function canReach(folder: string, { uid, gid }: User): boolean {
  const parent = dirname(folder);
  if (!existsSync(folder)) return canReach(parent, { uid, gid });
  const stat = statSync(folder);
  const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
  return (stat.mode & bit) !== 0 && (parent === folder || canReach(parent, { uid, gid }));
}
