import { expect, it } from 'vitest';
import { forgetOldKeys } from '#lib/jobs/tidying.ts';
import { inPortsmouth } from '#tests/setup/act.ts';

it('forgets the keys of forms that are older than a month, and no others', async () => {
  const add = (operation: string, age: string) =>
    inPortsmouth<{ councilId: string }>(
      `INSERT INTO "IdempotencyKey" ("councilId", "personId", operation, key, at)
       SELECT "councilId", id, $1, gen_random_uuid(), now() - $2::interval FROM "Person" LIMIT 1 RETURNING "councilId"`,
      [operation, age],
    );
  const [row] = await add('old', '31 days');
  await add('young', '29 days');
  await forgetOldKeys(row?.councilId ?? '');
  expect(await inPortsmouth('SELECT operation FROM "IdempotencyKey"')).toEqual([{ operation: 'young' }]);
});
