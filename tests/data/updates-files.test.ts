import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET } from '#app/[council]/evidence/[id]/route.ts';
import { approveUpdate, confirmUnchanged, saveDraft, takeBack, writeUpdate } from '#lib/updates/mutations.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';
import { scratchFolder } from '#tests/setup/cluster.ts';
import { refused, taken } from '#tests/unit/evidence/files.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const { folder, remove } = scratchFolder();
vi.stubEnv('PLEDGEBOARD_DATA_DIR', folder);
afterAll(remove);

type Row = {
  id: string;
  updateId: string;
  title: string;
  fileName: string;
  fileType: string;
  fileHash: string;
  state: string;
  version: number;
};
const files = () =>
  inPortsmouth<Row>(`SELECT e.id, e."updateId", e.title, e."fileName", e."fileType", e."fileHash", u.state, u.version
    FROM "Evidence" e JOIN "Update" u ON u.id = e."updateId" JOIN "Commitment" c ON c.id = u."commitmentId"
   WHERE c.slug = 'home-3' AND e."fileHash" IS NOT NULL ORDER BY e.id`);
const versionNow = async () =>
  (
    await inPortsmouth<{
      version: number;
    }>(`SELECT u.version FROM "Update" u JOIN "Commitment" c ON c.id = u."commitmentId"
    WHERE c.slug = 'home-3' AND u.state <> 'published'`)
  )[0]?.version ?? 0;

beforeEach(async () => {
  await inPortsmouth(`DELETE FROM "Evidence" e USING "Update" u WHERE e."updateId" = u.id AND u.state <> 'published'`);
  await inPortsmouth(`DELETE FROM "Update" WHERE state <> 'published'`);
});

const fileOf = (name: string) => new File([(taken[name] ?? refused[name])?.[0] as Uint8Array<ArrayBuffer>], name);
const write = { commitment: 'home-3', status: 'onTrack', done: 'We opened two homes.' };
const attach = async (name: string, more: Record<string, string> = {}) =>
  actAs('home-lead', writeUpdate, {
    ...write,
    version: await versionNow(),
    intent: 'attach',
    file: fileOf(name),
    ...more,
  });

/** What a person gets at the address of a file; the status where they get nothing. */
const get = (who: string | null, id: string) =>
  readAs(who, async () => {
    try {
      return await GET(new Request('http://localhost'), { params: Promise.resolve({ council: 'portsmouth', id }) });
    } catch (error) {
      return (error as { digest?: string }).digest ?? String(error);
    }
  });

describe('a file on an update', () => {
  it('is attached with everything that was typed, lies under its hash, and is served to be saved alone', async () => {
    const answer = await attach('plan.docx', { fileTitle: 'Our plan' });
    expect(answer.to).toBe('/portsmouth/commitments/home-3/update#files');
    const [row] = await files();
    expect(row).toMatchObject({ title: 'Our plan', fileName: 'plan.docx', state: 'draft' });
    const [council = ''] = readdirSync(join(folder, 'evidence'));
    expect(readdirSync(join(folder, 'evidence', council))).toEqual([row?.fileHash]);
    const served = await get('home-lead', row?.id ?? '');
    if (typeof served === 'string') throw new Error(served);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      'content-type': taken['plan.docx']?.[1],
      'content-disposition': `attachment; filename="plan.docx"; filename*=UTF-8''plan.docx`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(new Uint8Array(await served.arrayBuffer())).toEqual(taken['plan.docx']?.[0]);
  });

  it('is read by those who may read the update, and by everybody once it is published', async () => {
    await attach('notes.txt');
    await actAs('home-lead', writeUpdate, { ...write, version: await versionNow(), intent: 'send' });
    const [row] = await files();
    const id = row?.id ?? '';
    const readers = async () => {
      const found = [];
      for (const who of ['home-lead', 'strategy-officer', 'health-lead', 'board-member', 'scrutiny-viewer']) {
        if (typeof (await get(who, id)) !== 'string') found.push(who);
      }
      return found;
    };
    expect(await readers()).toEqual(['home-lead', 'strategy-officer']);
    expect(await get(null, id)).toContain('NEXT_REDIRECT');
    await actAs('strategy-officer', approveUpdate, {
      update: row?.updateId ?? '',
      version: row?.version ?? 0,
      publish: '1',
    });
    expect(await readers()).toHaveLength(5);
    for (const other of [crypto.randomUUID(), 'x', '../../secrets.json'])
      expect(await get('home-lead', other)).toContain('404');
    await expect(inPortsmouth(`UPDATE "Evidence" SET "fileName" = 'x' WHERE id = $1`, [id])).rejects.toThrow(
      /published/,
    );
    const again = await actAs('home-lead', confirmUnchanged, { commitment: 'home-3', version: 0 });
    expect(again.to).toContain('sent=home-3');
    expect((await files()).map((one) => [one.fileHash, one.state])).toEqual([
      [row?.fileHash, 'published'],
      [row?.fileHash, 'submitted'],
    ]);
  });

  it('that was changed on disk is never served', async () => {
    await attach('totals.csv');
    const row = (await files()).at(-1);
    const [council = ''] = readdirSync(join(folder, 'evidence'));
    const path = join(folder, 'evidence', council, row?.fileHash ?? '');
    const before = readFileSync(path);
    writeFileSync(path, 'something else');
    expect(await get('home-lead', row?.id ?? '')).toContain('not what was stored');
    writeFileSync(path, before);
  });

  it.each(Object.entries(refused))(
    '%s is refused, nothing is changed and every word stays',
    async (name, [, words]) => {
      const before = await versionNow();
      const answer = await attach(name);
      expect(answer.state?.errors.file).toContain(words);
      expect(answer.state?.values.done).toBe(write.done);
      expect([await versionNow(), await files()]).toEqual([
        before,
        (await files()).filter(({ state }) => state === 'published'),
      ]);
    },
  );

  it('stays through each save, goes when it is taken out, and counts among the five', async () => {
    for (const name of ['plan.pdf', 'picture.png']) await attach(name);
    const links = {
      evidenceTitle1: 'A',
      evidenceUrl1: 'https://example.org/a',
      evidenceTitle2: 'B',
      evidenceUrl2: 'https://example.org/b',
    };
    await actAs('home-lead', saveDraft, { ...write, ...links, version: await versionNow() });
    const drafts = async () =>
      (await files()).filter(({ state }) => state !== 'published').map(({ fileName }) => fileName);
    expect(await drafts()).toEqual(['plan.pdf', 'picture.png']);
    await attach('notes.txt', links);
    expect((await attach('totals.csv', links)).state?.errors.file).toContain('5 pieces of evidence');
    const more = { ...links, evidenceTitle3: 'C', evidenceUrl3: 'https://example.org/c' };
    const over = await actAs('home-lead', writeUpdate, {
      ...write,
      ...more,
      version: await versionNow(),
      intent: 'send',
    });
    expect(over.state?.errors.file).toContain('5 links and files');
    const out = (await files()).find(({ fileName }) => fileName === 'picture.png');
    await actAs('home-lead', writeUpdate, {
      ...write,
      ...links,
      version: await versionNow(),
      intent: `remove ${out?.id}`,
    });
    expect(await drafts()).toEqual(['plan.pdf', 'notes.txt']);
  });

  it('cannot be put on or taken from what was sent, nor by somebody else', async () => {
    await attach('plan.pdf');
    await actAs('home-lead', writeUpdate, { ...write, version: await versionNow(), intent: 'send' });
    const sent = (await files()).filter(({ state }) => state === 'submitted');
    expect((await attach('notes.txt')).state?.message).toContain('sent an update');
    const out = { ...write, version: await versionNow(), intent: `remove ${sent[0]?.id}` };
    expect((await actAs('home-lead', writeUpdate, out)).state?.message).toContain('sent an update');
    expect((await actAs('health-lead', writeUpdate, out)).state?.message).toBe('Your role does not allow this.');
    expect((await files()).filter(({ state }) => state === 'submitted')).toEqual(sent);
    await actAs('home-lead', takeBack, { commitment: 'home-3', version: await versionNow() });
    expect((await actAs('home-lead', writeUpdate, { ...out, version: await versionNow() })).to).toContain('#files');
  });

  it('that was not chosen is not a file, however the browser says so', async () => {
    for (const nothing of [new File([], ''), new File([], 'undefined', { type: 'application/octet-stream' })]) {
      const { to } = await actAs('home-lead', writeUpdate, {
        ...write,
        version: await versionNow(),
        intent: 'draft',
        file: nothing,
      });
      expect(to).toContain('#draft');
    }
    expect((await files()).filter(({ state }) => state !== 'published')).toEqual([]);
  });

  it('is asked for when the button is pressed without one', async () => {
    const { state } = await actAs('home-lead', writeUpdate, { ...write, version: 0, intent: 'attach' });
    expect(state?.errors.file).toBe('Choose a file first.');
  });
});
