import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const users = { superuser: 'postgres', owner: 'pledgeboard_owner' } as const;

/** The address of the embedded database in this data folder, while it runs. */
export function databaseAddress(dataDir: string, role: keyof typeof users): string {
  const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8'));
  const [, , , port] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  return `postgres://${users[role]}:${secrets[role]}@127.0.0.1:${port}/pledgeboard`;
}
