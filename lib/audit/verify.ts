import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { proveCouncil } from '#lib/audit/chain.ts';
import { openDatabase } from '#lib/audit/open-database.ts';
import { readSettings, surroundings } from '#lib/env.ts';
import { count } from '#lib/format.ts';
import { CannotStart } from '#lib/start/cannot-start.ts';
import { withClient } from '#lib/start/owner.ts';
import type { RoleUrls } from '#lib/start/roles.ts';

// npm run audit:verify [-- fingerprint…]: proves the audit trail of every council, and says what is wrong where. A
// fingerprint that an earlier run printed must still be in a trail. Ends with 1 if anything is wrong.

process.chdir(resolve(import.meta.dirname, '../..'));
if (existsSync('.env')) process.loadEnvFile('.env');

type Council = { id: string; slug: string };

async function verifyAll({ appUrl, authUrl }: Pick<RoleUrls, 'appUrl' | 'authUrl'>): Promise<boolean> {
  const councils = await withClient(authUrl, async (client) => {
    return (await client.query<Council>('SELECT id, slug FROM "Council" ORDER BY slug')).rows;
  });
  if (councils.length === 0) console.log('There is no council yet, and so no trail.');
  return withClient(appUrl, async (client) => {
    let isWhole = true;
    const kept = new Set(process.argv.slice(2));
    for (const { id, slug } of councils) {
      const { proven, last, broken, found } = await proveCouncil(client, id, [...kept]);
      for (const fingerprint of found) kept.delete(fingerprint);
      if (broken) {
        isWhole = false;
        console.error(`${slug}: BROKEN. ${broken.sentence} ${count(proven, 'event')} before it proven.`);
      } else {
        const fingerprint = last.hash && ` Fingerprint of event ${last.number}: ${last.hash}`;
        console.log(`${slug}: whole. ${count(proven, 'event')} proven.${fingerprint}`);
      }
    }
    for (const fingerprint of kept) {
      isWhole = false;
      console.error(`BROKEN. The fingerprint ${fingerprint} is in no trail any more: one was written anew.`);
    }
    return isWhole;
  });
}

try {
  const { urls, close } = await openDatabase(readSettings(surroundings));
  try {
    process.exitCode = (await verifyAll(urls)) ? 0 : 1;
  } finally {
    await close();
  }
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof CannotStart ? error.message : error);
}
