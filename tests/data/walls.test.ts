import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '#tests/setup/database.ts';

/**
 * Every table × no council, another council × reading and writing gives nothing, for each role of the database.
 * Tables come from the database itself: a new one that forgot its walls turns this red.
 */

type Table = { name: string; isCouncils: boolean };

const owner = new pg.Client(database.ownerUrl);
const app = new pg.Client(database.appUrl);
const auth = new pg.Client(database.authUrl);
await Promise.all([owner.connect(), app.connect(), auth.connect()]);
afterAll(() => Promise.all([owner.end(), app.end(), auth.end()]));

const { rows: tables } = await owner.query<Table>(`
  SELECT t.table_name AS name, bool_or(c.column_name = 'councilId' OR t.table_name = 'Council') AS "isCouncils"
    FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
   WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND t.table_name <> '_prisma_migrations'
   GROUP BY t.table_name ORDER BY t.table_name`);
const councilTables = tables.filter(({ isCouncils }) => isCouncils).map(({ name }) => name);
const signInTables = tables.filter(({ isCouncils }) => !isCouncils).map(({ name }) => name);
const readBySignIn = ['Council', 'Membership', 'Organisation', 'Person', 'VoiceLink'];

const portsmouth = (await auth.query(`SELECT id FROM "Council" WHERE slug = 'portsmouth'`)).rows[0].id as string;
const otherCouncil = crypto.randomUUID();

/** Runs one statement in this context and undoes it. @returns rows or rows touched; 'refused' without the right */
async function attempt(client: pg.Client, council: string | null, sql: string, values: unknown[] = []) {
  await client.query('BEGIN');
  try {
    if (council !== null) await client.query(`SELECT set_config('app.council', $1, true)`, [council]);
    const { rowCount } = await client.query(sql, values);
    return rowCount ?? 0;
  } catch (error) {
    // 42501: insufficient privilege, which is also what row level security answers to a write.
    // 23001: the triggers that keep what is published.
    if (['42501', '23001'].includes((error as { code?: string }).code ?? '')) return 'refused';
    throw error;
  } finally {
    await client.query('ROLLBACK');
  }
}

/** A row that claims to belong to Portsmouth. The walls answer before any other constraint does. */
const forged = (table: string) =>
  table === 'Council'
    ? { sql: `INSERT INTO "Council" (id) VALUES ($1)`, values: [portsmouth] }
    : { sql: `INSERT INTO "${table}" ("councilId") VALUES ($1)`, values: [portsmouth] };

beforeAll(async () => {
  // The tables that the seed leaves empty get a row, so that reading nothing proves something.
  await owner.query('BEGIN');
  await owner.query(`SELECT set_config('app.council', $1, true)`, [portsmouth]);
  const one = (sql: string) => owner.query(sql, [portsmouth]);
  await one(
    `INSERT INTO "AuditEvent" ("councilId", id, operation, subject) VALUES ($1, gen_random_uuid(), 'test', 'test')`,
  );
  await one(`INSERT INTO "IdempotencyKey" SELECT $1, id, 'test', gen_random_uuid(), '/' FROM "Person" LIMIT 1`);
  await one(`INSERT INTO "Target" ("councilId", id, "definitionId", "dueOn", value, tolerance, "setById", "setOn")
             SELECT $1, gen_random_uuid(), d.id, now(), 1, 1, p.id, now() FROM "Definition" d, "Person" p LIMIT 1`);
  await one(`INSERT INTO "Report" ("councilId", id, "strategyId", "startsOn", "endsOn", title, texts, "authorId")
             SELECT $1, gen_random_uuid(), s.id, now(), now(), 'test', '{}', p.id FROM "Strategy" s, "Person" p LIMIT 1`);
  await one(`INSERT INTO "Snapshot" ("councilId", id, "reportId", edition, content, hash, "frozenById")
             SELECT $1, gen_random_uuid(), id, 1, '{}', 'test', "authorId" FROM "Report" LIMIT 1`);
  await fillChain(one);
  await owner.query('COMMIT');
});

/** A row in each table of the chain that the seed may leave empty. */
async function fillChain(one: (sql: string) => Promise<unknown>) {
  const from = (columns: string, values: string, tables: string) =>
    one(`INSERT INTO ${columns} SELECT $1, gen_random_uuid(), ${values} FROM ${tables} LIMIT 1`);
  const [person, round, promise] = ['"Person" p', '"Round" r', '"Promise" w'];
  await from(
    `"Message" ("councilId", id, "personId", kind, key, subject, body, path)`,
    `p.id, 'nudge', 'test', '', '', ''`,
    person,
  );
  await from(
    `"Measure" ("councilId", id, "strategyId", kind, ref, wording, "publishedOrder", "displayOrder")`,
    `s.id, 'success', 'test', '', 1, 1`,
    '"Strategy" s',
  );
  await from(
    `"WordingChange" ("councilId", id, "promiseId", field, before, after, reason, "personId")`,
    `w.id, 'wording', 'a', 'b', 'test', p.id`,
    `${promise}, ${person}`,
  );
  await from(
    `"RoundReopening" ("councilId", id, "roundId", reason, "untilOn", "personId")`,
    `r.id, 'test', now(), p.id`,
    `${round}, ${person}`,
  );
  await from(
    `"GuardAnswer" ("councilId", id, "updateId", finding, verdict, "personId")`,
    `u.id, 'test', 'mended', p.id`,
    `"Update" u, ${person}`,
  );
  await from(
    `"VoiceLink" ("councilId", id, "roundId", "groupName", "codeHash", places, "opensOn", "closesOn", "madeById")`,
    `r.id, '', 'test', 1, now(), now(), p.id`,
    `${round}, ${person}`,
  );
  await from(
    `"PromiseRating" ("councilId", id, "promiseId", "roundId", "personId", rating, "ratedOn")`,
    `w.id, r.id, p.id, 'kept', now()`,
    `${promise}, ${round}, ${person}`,
  );
  await from(
    `"UploadedWorkbook" ("councilId", id, "personId", "fileName", content, at, "expiresAt")`,
    `p.id, 'test', '{}', now(), now()`,
    person,
  );
  await from(
    `"Answer" ("councilId", id, "promiseId", "roundId", words, "personId")`,
    `w.id, r.id, '', p.id`,
    `${promise}, ${round}, ${person}`,
  );
}

describe('a table of councils', () => {
  for (const table of councilTables) {
    it(`${table} has forced row level security, and rows to hide`, async () => {
      const { rows } = await owner.query(
        'SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = $1::regclass',
        [`"${table}"`],
      );
      expect(rows[0]).toEqual({ relrowsecurity: true, relforcerowsecurity: true });
      expect(await attempt(app, portsmouth, `SELECT FROM "${table}"`)).toBeGreaterThan(0);
    });

    for (const [context, council] of [
      ['no council', null],
      ['an empty council', ''],
      ['another council', otherCouncil],
    ] as const) {
      it(`${table} with ${context} shows nothing and takes nothing`, async () => {
        const column = table === 'Council' ? 'id' : '"councilId"';
        for (const client of [app, owner]) {
          expect(await attempt(client, council, `SELECT FROM "${table}"`)).toBe(0);
          expect(await attempt(client, council, forged(table).sql, forged(table).values)).toBe('refused');
          const changed = await attempt(client, council, `UPDATE "${table}" SET ${column} = ${column}`);
          expect([0, 'refused']).toContain(changed);
          expect([0, 'refused']).toContain(await attempt(client, council, `DELETE FROM "${table}"`));
        }
      });
    }

    it(`${table} cannot be handed to another council`, async () => {
      const column = table === 'Council' ? 'id' : '"councilId"';
      const moved = `UPDATE "${table}" SET ${column} = '${otherCouncil}'`;
      expect(await attempt(app, portsmouth, moved)).toBe('refused');
    });

    it(`${table} is ${readBySignIn.includes(table) ? 'read-only' : 'closed'} to signing in`, async () => {
      const read = await attempt(auth, portsmouth, `SELECT FROM "${table}"`);
      if (readBySignIn.includes(table)) expect(read).toBeGreaterThan(0);
      else expect(read).toBe('refused');
      expect(await attempt(auth, portsmouth, forged(table).sql, forged(table).values)).toBe('refused');
      expect(await attempt(auth, portsmouth, `DELETE FROM "${table}"`)).toBe('refused');
    });
  }
});

it('signing in learns of a group’s link whose code it is, and nothing more', async () => {
  const { rows } = await owner.query(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'VoiceLink'`,
  );
  const open = [];
  for (const { name } of rows) {
    if ((await attempt(auth, null, `SELECT "${name}" FROM "VoiceLink"`)) !== 'refused') open.push(name);
  }
  expect(new Set(open)).toEqual(new Set(['codeHash', 'councilId']));
});

describe('a table of signing in', () => {
  for (const table of signInTables) {
    it(`${table} is closed to the app`, async () => {
      for (const sql of [`SELECT FROM "${table}"`, `INSERT INTO "${table}" DEFAULT VALUES`, `DELETE FROM "${table}"`]) {
        expect(await attempt(app, portsmouth, sql)).toBe('refused');
      }
    });
  }
});

describe('history', () => {
  const closed = {
    AuditEvent: ['UPDATE', 'DELETE'],
    Snapshot: ['UPDATE', 'DELETE'],
    UpdateRevision: ['UPDATE', 'DELETE'],
    GuardAnswer: ['UPDATE', 'DELETE'],
    Observation: ['UPDATE', 'DELETE'],
    Release: ['UPDATE', 'DELETE'],
    ReleasedCell: ['UPDATE', 'DELETE'],
    Membership: ['DELETE'],
    Assignment: ['DELETE'],
    Person: ['DELETE'],
    VoiceLink: ['DELETE'],
    PromiseRating: ['DELETE'],
    Answer: ['DELETE'],
  };
  for (const [table, verbs] of Object.entries(closed)) {
    for (const verb of verbs) {
      it(`${table} takes no ${verb}`, async () => {
        const sql = verb === 'DELETE' ? `DELETE FROM "${table}"` : `UPDATE "${table}" SET id = id`;
        expect(await attempt(app, portsmouth, sql)).toBe('refused');
      });
    }
  }

  it('a published answer stays as it is', async () => {
    for (const change of [`words = 'something else'`, `"publishedAt" = NULL`]) {
      const sql = `UPDATE "Answer" SET ${change} WHERE "publishedAt" IS NOT NULL`;
      expect(await attempt(app, portsmouth, sql)).toBe('refused');
    }
  });

  it('a published update and its evidence stay as they are', async () => {
    const published = `"Update" WHERE state = 'published'`;
    const evidence = `SELECT e.id FROM "Evidence" e JOIN "Update" u ON u.id = e."updateId" WHERE u.state = 'published'`;
    for (const sql of [
      `UPDATE "Update" SET done = 'something else' WHERE state = 'published'`,
      `DELETE FROM ${published}`,
      `UPDATE "Evidence" SET title = 'something else' WHERE id IN (${evidence})`,
      `DELETE FROM "Evidence" WHERE id IN (${evidence})`,
      `INSERT INTO "Evidence" ("councilId", id, "updateId", title, url)
       SELECT "councilId", gen_random_uuid(), id, 'late', 'https://example.org' FROM ${published} LIMIT 1`,
    ]) {
      expect(await attempt(app, portsmouth, sql), sql).toBe('refused');
    }
  });
});
