import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The launcher, `next start` and the tests all run in the project's folder. */
const folder = join(process.cwd(), 'prisma', 'migrations');

/** Names of the migrations that the code knows, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .toSorted();
}

/** The level that a database must be at for this code. */
export function latestMigration(): string {
  return migrationNames().at(-1) ?? '';
}

export function migrationScript(name: string): string {
  return readFileSync(join(folder, name, 'migration.sql'), 'utf8');
}

export function migrationLockfile(): string {
  return readFileSync(join(folder, 'migration_lock.toml'), 'utf8');
}
