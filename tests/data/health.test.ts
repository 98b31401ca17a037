import { expect, it } from 'vitest';
import { GET as live } from '#app/health/live/route.ts';
import { latestMigration } from '#lib/start/migrations-folder.ts';
import { withClient } from '#lib/start/owner.ts';
import { whyNotReady } from '#lib/start/readiness.ts';
import { database } from '#tests/setup/database.ts';

it('is alive without asking anybody', async () => {
  const answer = live();
  expect([answer.status, await answer.text()]).toEqual([200, 'ok']);
});

it('is ready when the database is at the level of the code', async () => {
  expect(await whyNotReady()).toBeUndefined();
});

it('is not ready at another level, and says which', async () => {
  const level = (to: string) =>
    withClient(database.ownerUrl, (client) =>
      client.query('UPDATE _prisma_migrations SET finished_at = $2 WHERE migration_name = $1', [
        latestMigration(),
        to || null,
      ]),
    );
  await level('');
  expect(await whyNotReady()).toMatch(
    new RegExp(`^The database is at migration .*, the code at ${latestMigration()}\\.$`),
  );
  await level('2026-01-01');
  expect(await whyNotReady()).toBeUndefined();
});
