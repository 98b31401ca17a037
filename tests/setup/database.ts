import { inject } from 'vitest';
import { createDatabase, inDatabase } from '#tests/setup/cluster.ts';

const template = inject('database');
const name = `worker_${process.env.VITEST_POOL_ID}`;
await createDatabase(template.superuserUrl, name, 'pledgeboard');

/** Addresses of this worker's own copy of the seeded database, fresh for each test file. */
export const database = {
  ownerUrl: inDatabase(template.ownerUrl, name),
  appUrl: inDatabase(template.appUrl, name),
  authUrl: inDatabase(template.authUrl, name),
  workerUrl: inDatabase(template.workerUrl, name),
};

// lib/env.ts reads these at first use, so whatever a test imports talks to the copy.
Object.assign(process.env, {
  DATABASE_APP_URL: database.appUrl,
  DATABASE_AUTH_URL: database.authUrl,
  PLEDGEBOARD_SECRET: template.secret,
  PLEDGEBOARD_DEMO: '1',
});
