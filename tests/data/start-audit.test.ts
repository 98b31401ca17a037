import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { embedded } from '#lib/start/embedded.ts';
import { withClient } from '#lib/start/owner.ts';
import { prepareDatabase } from '#lib/start/prepare-database.ts';
import { scratchFolder, unsafe } from '#tests/setup/cluster.ts';

/** What `npm run audit:verify` says of the embedded database in this folder. */
async function verify(folder: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['lib/audit/verify.ts'], {
    env: { NODE_ENV: 'test', PATH: process.env.PATH, PLEDGEBOARD_DATA_DIR: folder },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, said };
}

it('audit:verify proves the embedded database while it runs, and starts and stops it when it does not', async () => {
  const { folder, remove } = scratchFolder();
  try {
    expect(await verify(folder)).toMatchObject({ code: 1, said: expect.stringContaining('no database') });
    const failed = (reason: Error) => {
      throw reason;
    };
    const { server, open } = embedded({ dataDir: folder, say: () => {}, giveUp: failed, flags: unsafe });
    const { ownerUrl, appSecret } = await open();
    await prepareDatabase({ ownerUrl, secret: appSecret, say: () => {} });
    await withClient(ownerUrl, async (client) => {
      const council = crypto.randomUUID();
      await client.query(`SELECT set_config('app.council', $1, false)`, [council]);
      await client.query(
        `INSERT INTO "Council" (id, slug, name, "shortName", code, colour, vocabulary, rules, statuses)
         VALUES ($1, 'somewhere', '', '', '', '#000000', '{}', '{}', '[]')`,
        [council],
      );
      await client.query(
        `INSERT INTO "AuditEvent" ("councilId", id, operation, subject) VALUES ($1, gen_random_uuid(), 'a', 'b')`,
        [council],
      );
    });
    const whole = { code: 0, said: expect.stringContaining('somewhere: whole. 1 event proven.') };
    expect(await verify(folder)).toMatchObject(whole);
    await server.stop();
    expect(await verify(folder)).toMatchObject(whole);
    expect(await verify(folder)).toMatchObject(whole);
  } finally {
    remove();
  }
});
