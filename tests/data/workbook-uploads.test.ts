import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StrategyContent } from '#lib/strategies/content.ts';
import { csvFile } from '#lib/workbook/csv.ts';
import { saveWorkbook, uploadWorkbook } from '#lib/workbook/mutations.ts';
import { workbookFile } from '#lib/workbook/writing.ts';
import { current, preview, upload } from '#tests/data/workbook-acting.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';
import { wholeContent } from '#tests/unit/strategies/content-fixture.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

let key = '';
let made = 0;
/** A strategy of its own for each test. */
const strategy = (more: Partial<StrategyContent> = {}): StrategyContent => ({
  ...wholeContent(),
  key,
  supersedes: null,
  ...more,
});
beforeEach(() => {
  made += 1;
  key = `made-${made}`;
});

const save = (id: string, shown: string, reason = '', options: { key?: string } = {}) =>
  actAs('strategy-officer', saveWorkbook, { upload: id, shown, reason }, options);

/** Uploads and saves; the strategy as it then is. */
async function bring(content: StrategyContent, reason = 'The board asked for it.') {
  const { id, state } = await upload(await workbookFile(content));
  expect(state).toBeNull();
  const { shown } = await preview(id);
  expect((await save(id, shown, reason)).state).toBeNull();
  return current(key);
}

const ids = () =>
  inPortsmouth<{ id: string; ref: string; version: number }>(
    `SELECT c.id, c.ref, c.version FROM "Commitment" c JOIN "Priority" p ON p.id = c."priorityId"
       JOIN "Strategy" s ON s.id = p."strategyId" WHERE s.key = $1 ORDER BY c.ref`,
    [key],
  );

describe('a first upload', () => {
  it('makes nothing before it is confirmed, and just what was shown when it is', async () => {
    const content = strategy();
    const { id } = await upload(await workbookFile(content));
    expect(await current(key)).toBeNull();
    const { isNew, changes, needsReason, shown } = await preview(id);
    expect(isNew).toBe(true);
    expect(needsReason).toBe(false);
    expect(changes.every(({ kind }) => kind === 'made')).toBe(true);
    expect(changes).toContainEqual(expect.objectContaining({ sheet: 'Strategy', name: key }));
    expect((await save(id, shown)).to).toBe(`/portsmouth/settings/strategy?saved=${key}`);
    expect(await current(key)).toEqual(content);
  });

  it('as comma-separated values does the same', async () => {
    const { id } = await upload(csvFile(strategy()), 'strategy.csv');
    await save(id, (await preview(id)).shown);
    expect(await current(key)).toEqual(strategy());
  });

  it('that is wrong anywhere saves nothing and keeps nothing', async () => {
    const broken = strategy();
    const [row] = broken.commitments;
    if (row) row.priority = 'nowhere';
    const before = await inPortsmouth('SELECT id FROM "UploadedWorkbook"');
    const { id, state } = await upload(await workbookFile(broken));
    expect(id).toBe('');
    expect(state?.message).toMatch(/to mend in the file. Nothing was saved/);
    expect(Object.values(state?.errors ?? {})[0]).toMatch(
      /^Commitments, row 2, column C \(Priority\): No priority has the key "nowhere"/,
    );
    expect(await current(key)).toBeNull();
    expect(await inPortsmouth('SELECT id FROM "UploadedWorkbook"')).toEqual(before);
  });

  it('that names a strategy which is not there is refused before anybody looks through a preview', async () => {
    const { state } = await upload(await workbookFile(strategy({ supersedes: 'no-such-strategy' })));
    expect(state?.message).toMatch(/There is no strategy "no-such-strategy"/);
    expect(await current(key)).toBeNull();
  });

  it('of no file says so', async () => {
    const { state } = await actAs('strategy-officer', uploadWorkbook, {});
    expect(state?.errors.file).toMatch(/Choose the workbook/);
  });
});

describe('a second upload', () => {
  it('shows and changes only what changed: ids and versions of the rest stay', async () => {
    await bring(strategy());
    const before = await ids();
    const content = strategy();
    const [changed] = content.commitments;
    if (!changed) throw new Error('the strategy has commitments');
    changed.notes = 'Seen by the group. 👩🏽‍🍼 مرحبا';
    const { id } = await upload(await workbookFile(content));
    const { changes, shown, needsReason } = await preview(id);
    expect(needsReason).toBe(false);
    expect(changes).toEqual([
      expect.objectContaining({
        sheet: 'Commitments',
        name: changed.ref,
        kind: 'changed',
        fields: [{ header: 'Notes', before: expect.any(String), after: changed.notes, isAdopted: false }],
      }),
    ]);
    await save(id, shown);
    expect(await current(key)).toEqual(content);
    const after = await ids();
    expect(after.map((row) => row.id)).toEqual(before.map((row) => row.id));
    expect(after.filter((row, index) => row.version !== before[index]?.version).map(({ ref }) => ref)).toEqual([
      changed.ref,
    ]);
  });

  it('of the same file changes nothing', async () => {
    await bring(strategy());
    const { id } = await upload(await workbookFile(strategy()));
    expect((await preview(id)).changes).toEqual([]);
  });

  it('that changes adopted wording asks for a reason, and keeps it', async () => {
    const adopted = { adoptedOn: '2020-01-01', startsOn: '2020-01-01', endsOn: '2030-01-01' };
    await bring(strategy(adopted));
    const content = strategy(adopted);
    const [changed] = content.promises;
    if (!changed) throw new Error('the strategy has promises');
    changed.wording = 'We will listen, and do what we said.';
    const { id } = await upload(await workbookFile(content));
    const { needsReason, shown } = await preview(id);
    expect(needsReason).toBe(true);
    const without = await save(id, shown);
    expect(without.state?.errors.reason).toMatch(/say why it changes/);
    expect((await current(key))?.promises[0]?.wording).not.toBe(changed.wording);
    await save(id, shown, 'Young people asked for plainer words.');
    expect((await current(key))?.promises[0]?.wording).toBe(changed.wording);
    expect(await inPortsmouth(`SELECT reason FROM "WordingChange" WHERE after = $1`, [changed.wording])).toEqual([
      { reason: 'Young people asked for plainer words.' },
    ]);
  });
});

describe('confirming', () => {
  it('twice saves once, whether by the same form or by another', async () => {
    const { id } = await upload(await workbookFile(strategy()));
    const { shown } = await preview(id);
    const key1 = crypto.randomUUID();
    const answers = await Promise.all([
      save(id, shown, '', { key: key1 }),
      save(id, shown, '', { key: key1 }),
      save(id, shown),
    ]);
    const saved = answers.filter(({ to }) => to !== null);
    expect(saved.length).toBeGreaterThanOrEqual(1);
    for (const { to, state } of answers) if (to === null) expect(state?.message).toMatch(/saved already/);
    expect(
      await inPortsmouth(`SELECT number FROM "AuditEvent" WHERE subject = $1`, [`${key}, from a workbook`]),
    ).toHaveLength(1);
  });

  it('a preview of a strategy that changed since is refused, and shows the rest when it is loaded again', async () => {
    await bring(strategy());
    const mine = strategy({ note: 'My note.' });
    const { id } = await upload(await workbookFile(mine));
    const { shown } = await preview(id);
    await bring(strategy({ testQuestions: ['Their question?'] }));
    const late = await save(id, shown, 'A reason.');
    expect(late.state?.message).toMatch(/changed after this page was shown/);
    expect((await current(key))?.note).toBe(strategy().note);
    expect((await preview(id)).changes[0]?.fields.map(({ header }) => header)).toEqual(['About it', 'Test questions']);
  });

  it('is for who uploaded it, while its time lasts', async () => {
    const { id } = await upload(await workbookFile(strategy()));
    const { shown } = await preview(id);
    expect((await actAs('board-chair', saveWorkbook, { upload: id, shown, reason: '' })).notFound).toBe(true);
    await inPortsmouth(`UPDATE "UploadedWorkbook" SET "expiresAt" = now() - interval '1 minute' WHERE id = $1`, [id]);
    expect((await save(id, shown)).notFound).toBe(true);
    expect(await current(key)).toBeNull();
  });

  it('from another site, signed out, or in another role changes nothing and says so', async () => {
    const { id } = await upload(await workbookFile(strategy()));
    const { shown } = await preview(id);
    const fields = { upload: id, shown, reason: '' };
    const elsewhere = await actAs('strategy-officer', saveWorkbook, fields, { origin: 'https://elsewhere.example' });
    expect(elsewhere.state?.message).toMatch(/another site/);
    expect((await actAs(null, saveWorkbook, fields)).state?.message).toMatch(/signed out/);
    const file = new File([(await workbookFile(strategy())) as unknown as BlobPart], 'a.xlsx');
    expect((await actAs('board-chair', uploadWorkbook, { file })).state?.message).toMatch(/role does not allow/);
    expect(await current(key)).toBeNull();
  });
});
