import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CannotStart } from '#lib/start/cannot-start.ts';

const secret = z.string().min(32);
const shape = z.strictObject({ superuser: secret, owner: secret, app: secret });

/** superuser and owner: passwords of the embedded database; app: stands in for PLEDGEBOARD_SECRET. */
export type Secrets = z.infer<typeof shape>;

/** Secrets of the embedded database, made once and kept beside it, readable by their owner alone. */
export function readOrMakeSecrets(dataDir: string, isNewDatabase: boolean): Secrets {
  const path = join(dataDir, 'secrets.json');
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isMissing && isNewDatabase) return makeSecrets(path);
    throw new CannotStart(
      `${path} ${isMissing ? 'is missing' : 'is damaged'}, and only it opens the database beside it: put it back from a backup.`,
    );
  }
}

function makeSecrets(path: string): Secrets {
  const make = () => randomBytes(32).toString('base64url');
  const secrets = { superuser: make(), owner: make(), app: make() };
  writeFileSync(`${path}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  return secrets;
}

/** A password that only who knows the secret can work out, one for each purpose. */
export function derive(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('base64url');
}
