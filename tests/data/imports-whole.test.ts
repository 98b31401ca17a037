import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cancelImport } from '#lib/imports/mutations.ts';
import { councilId, csv, importOf, isThere, placeCells, read, save, send } from '#tests/data/imports-acting.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';
import { header } from '#tests/setup/standard-columns.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

/** What a save that does not come to its end leaves behind: nothing. */

const columns = [...header, 'n'];
const years = Array.from({ length: 120 }, (_, at) => String(1900 + at));
const text = csv(
  columns,
  (['Portsmouth', 'South East', 'England'] as const).flatMap((place) =>
    years.map((year, at) => [year, 'Reporting year', ...placeCells(place), String(at)]),
  ),
);
let made = 0;
let key = '';
const values = async () =>
  (
    await inPortsmouth<{ n: number }>(
      `SELECT count(*)::int AS n FROM "Observation" o JOIN "Definition" d ON d.id = o."definitionId"
         JOIN "Indicator" i ON i.id = d."indicatorId" WHERE i.key = $1`,
      [key],
    )
  )[0]?.n;
const trail = async (id: string) =>
  (
    await inPortsmouth<{ operation: string }>('SELECT operation FROM "AuditEvent" WHERE subject = $1 ORDER BY number', [
      id,
    ])
  ).map(({ operation }) => operation);

/** Each value that is written takes its time, so that there is a middle to be stopped in. */
const slowly = (body: string) =>
  inPortsmouth(`
  CREATE OR REPLACE FUNCTION in_the_middle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} RETURN NEW; END $$`);
const attach = () =>
  inPortsmouth(
    'CREATE OR REPLACE TRIGGER in_the_middle BEFORE INSERT ON "Observation" FOR EACH ROW EXECUTE FUNCTION in_the_middle()',
  );

let id = '';
beforeEach(async () => {
  made += 1;
  key = `whole-${made}`;
  await slowly('');
  await attach();
  await inPortsmouth(
    `WITH i AS (INSERT INTO "Indicator" ("councilId", id, key, title) VALUES ($1, gen_random_uuid(), $2, 'Made') RETURNING id)
     INSERT INTO "Definition" ("councilId", id, "indicatorId", version, question, unit, cohort, "sourceId", "periodType",
       decimals, polarity, "startsOn")
     SELECT $1, gen_random_uuid(), i.id, 1, '?', 'number', '', (SELECT id FROM "Source" LIMIT 1), 'snapshot31March', 1,
            'none', '1800-01-01' FROM i`,
    [await councilId(), key],
  );
  ({ id } = await send(text));
  const rule = {
    id: '1',
    indicator: key,
    breakdown: '',
    pick: {},
    value: 'n',
    numerator: '',
    denominator: '',
    denominatorPick: {},
    across: [],
  };
  await inPortsmouth(
    `WITH map AS (INSERT INTO "ImportMap" ("councilId", id, name, columns, mapping, "savedById")
       SELECT $1, gen_random_uuid(), $2, 'none', $3, "personId" FROM "Import" WHERE id = $4 RETURNING id)
     UPDATE "Import" SET "mapId" = map.id FROM map WHERE "Import".id = $4`,
    [await councilId(), key, JSON.stringify({ rules: [rule] }), id],
  );
  expect((await read(id)).findings.preview).toMatchObject({ added: 360, refused: 0 });
  await inPortsmouth(`UPDATE "Import" SET state = 'saving' WHERE id = $1`, [id]);
});
afterAll(() => inPortsmouth('DROP FUNCTION IF EXISTS in_the_middle CASCADE'));

/** Waits until the statement that writes the values runs; only the app sees what its own connections do. @returns its connection */
async function whileWriting(): Promise<number> {
  const { inCouncil } = await import('#lib/db.ts');
  for (;;) {
    const [found] = await inCouncil(
      await councilId(),
      (db) => db.$queryRaw<{ pid: number }[]>`
        SELECT pid FROM pg_stat_activity
         WHERE query LIKE '%INSERT INTO "Observation"%' AND pid <> pg_backend_pid() AND state = 'active'
           AND datname = current_database()`,
    );
    if (found) return found.pid;
    await delay(5);
  }
}

describe('a save', () => {
  it('that fails at one value leaves no value, says so, and deletes the file', async () => {
    await slowly(`IF NEW.period = '1950' THEN RAISE EXCEPTION 'no' USING ERRCODE = '23514'; END IF;`);
    const { state, findings } = await save(id);
    expect(state).toBe('failed');
    expect(findings.problem).toMatch(/that is not your fault/);
    expect(await values()).toBe(0);
    expect(await isThere(id)).toBe(false);
    expect(await trail(id)).toEqual(['uploadImport']);
  });

  it('that fails at its very last step leaves no value either', async () => {
    await inPortsmouth(`CREATE FUNCTION at_the_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'no' USING ERRCODE = '23514'; END $$`);
    await inPortsmouth(`CREATE TRIGGER at_the_end BEFORE INSERT ON "AuditEvent" FOR EACH ROW
      WHEN (NEW.operation = 'savedImport') EXECUTE FUNCTION at_the_end()`);
    expect((await save(id)).state).toBe('failed');
    await inPortsmouth('DROP FUNCTION at_the_end CASCADE');
    expect(await values()).toBe(0);
  });

  it('that somebody cancels in its middle leaves no value and no file', async () => {
    await slowly('PERFORM pg_sleep(0.02);');
    const saving = save(id);
    await whileWriting();
    expect((await actAs('strategy-officer', cancelImport, { import: id })).state).toBeNull();
    expect((await saving).state).toBe('cancelled');
    expect(await values()).toBe(0);
    expect(await isThere(id)).toBe(false);
    expect(await trail(id)).toEqual(['uploadImport', 'cancelImport']);
    const again = await actAs('strategy-officer', cancelImport, { import: id });
    expect(again.state?.message).toMatch(/done already/);
  });

  it('whose connection dies in its middle leaves no value, keeps the file, and is done whole the next time', async () => {
    await slowly('PERFORM pg_sleep(0.02);');
    const saving = save(id);
    const failed = expect(saving).rejects.toThrow();
    const pid = await whileWriting();
    // The owner may not end the app's connections; the app may end its own.
    const { inCouncil } = await import('#lib/db.ts');
    await inCouncil(await councilId(), (db) => db.$queryRaw`SELECT pg_terminate_backend(${pid}::int)`);
    await failed;
    expect((await importOf(id)).state).toBe('saving');
    expect(await values()).toBe(0);
    expect(await isThere(id)).toBe(true);
    await slowly('');
    expect((await save(id)).state).toBe('saved');
    expect(await values()).toBe(360);
    expect((await save(id)).state).toBe('saved');
    expect(await values()).toBe(360);
    expect(await isThere(id)).toBe(false);
    expect(await trail(id)).toEqual(['uploadImport', 'savedImport']);
  });
});
