import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { proveCouncil } from '#lib/audit/chain.ts';
import { inDatabase } from '#tests/setup/cluster.ts';
import { database } from '#tests/setup/database.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
// What `experimental.authInterrupts` sets in a build: without it forbidden() refuses to work.
vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true');
const { readAs } = await import('#tests/setup/act.ts');
const { getViewer } = await import('#lib/auth/viewer.ts');
const { listChoices, listEvents } = await import('#lib/audit/queries.ts');
const { auditFile } = await import('#lib/audit/file.ts');

/** Somebody with every right, who changes rows by hand and lets no trigger or rule see it. */
const superuser = new pg.Client(
  inDatabase(inject('database').superuserUrl, new URL(database.ownerUrl).pathname.slice(1)),
);
const app = new pg.Client(database.appUrl);
const other = crypto.randomUUID();
let councils: [string, string] = [other, other];

beforeAll(async () => {
  await Promise.all([superuser.connect(), app.connect()]);
  await superuser.query(`SET session_replication_role = replica`);
  const { rows } = await superuser.query(`SELECT id FROM "Council"`);
  await superuser.query(
    `INSERT INTO "Council" (id, slug, name, "shortName", code, colour, vocabulary, rules, statuses)
     SELECT $1, 'elsewhere', 'Elsewhere', 'Elsewhere', 'E00000000', '#000000', vocabulary, rules, statuses FROM "Council" WHERE id = $2`,
    [other, rows[0].id],
  );
  councils = [rows[0].id, other];
  return () => Promise.all([superuser.end(), app.end()]);
});

/** Five events in each council, written as the app writes them, in place of whatever was there. */
beforeEach(async () => {
  await superuser.query(`DELETE FROM "AuditEvent"`);
  await superuser.query(`DELETE FROM "AuditHead"`);
  for (const council of councils) {
    for (const subject of ['Home 1', 'Home 2', '=1+1 “quotes”, 😀\n\ttwo lines \\', 'Home 4', '']) {
      await write(app, council, subject);
    }
  }
});

async function write(client: pg.Client, council: string, subject: string): Promise<void> {
  await client.query('BEGIN');
  await client.query(`SELECT set_config('app.council', $1, true)`, [council]);
  await client.query(
    `INSERT INTO "AuditEvent" ("councilId", id, operation, subject, "personId")
     SELECT $1, gen_random_uuid(), 'writeUpdate', $2, (SELECT min(id::text)::uuid FROM "Person" WHERE $2 <> '')`,
    [council, subject],
  );
  await client.query('COMMIT');
}

const prove = (council = councils[0]) => proveCouncil(app, council);
const third = async (council = councils[0]) =>
  (await superuser.query(`SELECT id FROM "AuditEvent" WHERE "councilId" = $1 AND number = 3`, [council])).rows[0].id;

const { rows: columns } = await (async () => {
  const client = new pg.Client(database.ownerUrl);
  await client.connect();
  const found = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'AuditEvent' ORDER BY 1`,
  );
  await client.end();
  return found;
})();

describe('the audit trail', () => {
  it('is whole as the product writes it, in each council of its own', async () => {
    for (const council of councils) expect(await prove(council)).toMatchObject({ proven: 5, broken: null });
  });

  /** Another value of each column, whatever columns there come to be. */
  const otherValue: Record<string, string> = {
    councilId: `'${other}'`,
    id: 'gen_random_uuid()',
    at: `at - interval '1 millisecond'`,
    personId: 'NULL',
    operation: `operation || 's'`,
    subject: `'Home 3'`,
    number: '77',
    previousHash: `repeat('0', 64)`,
    hash: `repeat('0', 64)`,
  };
  it.each(columns)('names the row whose $name was changed by hand', async ({ name }) => {
    const id = await third();
    const { rowCount, rows } = await superuser.query(
      `UPDATE "AuditEvent" SET "${name}" = ${otherValue[name]}${name === 'councilId' ? ', number = 6' : ''}
        WHERE "councilId" = $1 AND id = $2 RETURNING id`,
      [councils[0], id],
    );
    expect(rowCount).toBe(1);
    const { broken, proven } = await prove();
    expect(proven).toBe(2);
    if (name === 'councilId') {
      expect(broken).toMatchObject({ what: 'removed', number: 3 });
      expect((await prove(other)).broken).toMatchObject({ id });
    } else {
      expect(broken).toMatchObject({ id: rows[0].id });
      expect(await prove(other)).toMatchObject({ broken: null });
    }
  });

  it('misses a row that was removed, in the middle and at the end, and the head', async () => {
    const run = (sql: string) => superuser.query(sql, [councils[0]]);
    await run(`DELETE FROM "AuditEvent" WHERE "councilId" = $1 AND number = 5`);
    expect((await prove()).broken).toMatchObject({ what: 'cutOff', number: 5 });
    await run(`DELETE FROM "AuditEvent" WHERE "councilId" = $1 AND number = 2`);
    expect((await prove()).broken).toMatchObject({ what: 'removed', number: 2 });
    await run(`DELETE FROM "AuditEvent" WHERE "councilId" = $1`);
    expect((await prove()).broken).toMatchObject({ what: 'cutOff', number: 1 });
    await superuser.query(`DELETE FROM "AuditHead" WHERE "councilId" = $1`, [other]);
    expect((await prove(other)).broken).toMatchObject({ what: 'head', number: 5 });
  });

  it('tells rows that changed places', async () => {
    const swap = (from: number, to: number) =>
      superuser.query(`UPDATE "AuditEvent" SET number = $2 WHERE "councilId" = $1 AND number = $3`, [
        councils[0],
        to,
        from,
      ]);
    await swap(2, 99);
    await swap(4, 2);
    await swap(99, 4);
    expect((await prove()).broken).toMatchObject({ what: 'moved', number: 2 });
  });

  it('is one chain without a gap when many write at once', async () => {
    const clients = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const client = new pg.Client(database.appUrl);
        await client.connect();
        return client;
      }),
    );
    await Promise.all(
      clients.map(async (client, index) => {
        for (let n = 0; n < 10; n++) await write(client, councils[index % 2] as string, `writer ${index}`);
        await client.end();
      }),
    );
    for (const council of councils) expect(await prove(council)).toMatchObject({ proven: 45, broken: null });
  });

  it('is proven by npm run audit:verify, which names what is wrong and ends with 1', async () => {
    const verify = (...kept: string[]) =>
      spawnSync(process.execPath, ['lib/audit/verify.ts', ...kept], {
        encoding: 'utf8',
        env: {
          NODE_ENV: 'test',
          PATH: process.env.PATH,
          DATABASE_URL: database.ownerUrl,
          PLEDGEBOARD_SECRET: inject('database').secret,
        },
      });
    const whole = verify();
    expect([whole.status, whole.stderr]).toEqual([0, '']);
    expect(whole.stdout).toMatch(/elsewhere: whole. 5 events proven.*\nportsmouth: whole. 5 events proven/);
    const [fingerprint = ''] = /[0-9a-f]{64}/.exec(whole.stdout) ?? [];
    expect(verify(fingerprint).status).toBe(0);
    expect(verify('0'.repeat(64))).toMatchObject({ status: 1 });

    const id = await third();
    await superuser.query(`UPDATE "AuditEvent" SET subject = 'x' WHERE id = $1`, [id]);
    const broken = verify();
    expect(broken.status).toBe(1);
    expect(broken.stderr).toContain(`portsmouth: BROKEN. Event 3 (${id}) was changed`);
    expect(broken.stdout).toContain('elsewhere: whole');
  });
});

describe('reading the trail', () => {
  const as = async (who: string) =>
    readAs(who, () => getViewer('portsmouth')).then((viewer) => viewer ?? expect.fail());

  it('is for administrators alone', async () => {
    for (const who of ['board-chair', 'board-member', 'home-lead', 'scrutiny-viewer', 'young-peoples-representative']) {
      const refused = { digest: 'NEXT_HTTP_ERROR_FALLBACK;403' };
      await expect(listEvents(await as(who), {})).rejects.toMatchObject(refused);
      await expect(listChoices(await as(who))).rejects.toMatchObject(refused);
      await expect(auditFile(await as(who), {})).rejects.toMatchObject(refused);
    }
  });

  it('goes by pages, the latest first, and by what is asked for', async () => {
    const officer = await as('strategy-officer');
    const first = await listEvents(officer, {}, 3);
    expect([first.events.map(({ number }) => number), first.older]).toEqual([[5, 4, 3], 3]);
    const second = await listEvents(officer, { before: first.older ?? 0 }, 3);
    expect([second.events.map(({ number }) => number), second.older]).toEqual([[2, 1], null]);
    const numbers = async (filters: Parameters<typeof listEvents>[1]) =>
      (await listEvents(officer, filters)).events.map(({ number }) => number);
    expect(await numbers({ subject: 'home' })).toEqual([4, 2, 1]);
    expect(await numbers({ person: 'nobody' })).toEqual([5]);
    expect(await numbers({ operation: 'freezeReport' })).toEqual([]);
    expect(await numbers({ from: '2020-01-01', to: '2020-12-31' })).toEqual([]);
    expect((await listChoices(officer)).operations).toEqual(['writeUpdate']);
  });

  it('comes as a file that no spreadsheet runs', async () => {
    const bytes = await new Response(await auditFile(await as('strategy-officer'), {})).arrayBuffer();
    const file = Buffer.from(bytes).toString();
    expect(file.startsWith('\ufeffNumber,When (UTC),Who')).toBe(true);
    expect(file).toContain(`"'=1+1 “quotes”, 😀\n\ttwo lines \\"`);
    expect(file.match(/Wrote an update/g)).toHaveLength(5);
  });
});
