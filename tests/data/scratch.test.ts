import pg from 'pg';
import { expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import { driftFromSchema } from '#lib/start/drift.ts';
import { database } from '#tests/setup/database.ts';

it('gives each test file a seeded copy of its own', async () => {
  const client = new pg.Client(env.DATABASE_AUTH_URL);
  await client.connect();
  const { rows } = await client.query('SELECT current_database() AS name, slug, current_user FROM "Council"');
  await client.end();
  expect(rows[0]).toEqual({
    name: `worker_${process.env.VITEST_POOL_ID}`,
    slug: 'portsmouth',
    current_user: 'pledgeboard_auth',
  });
  expect(await driftFromSchema(database.ownerUrl)).toEqual([]);
});
