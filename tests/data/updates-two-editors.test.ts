import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveDraft, takeBack, writeUpdate } from '#lib/updates/mutations.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

type Row = { state: string; done: string; next: string; version: number; author: string };

const rows = () =>
  inPortsmouth<Row>(`SELECT u.state, u.done, u.next, u.version, p.name AS author
    FROM "Update" u JOIN "Commitment" c ON c.id = u."commitmentId" JOIN "Person" p ON p.id = u."authorId"
   WHERE c.slug = 'voice-2' AND u.state <> 'published'`);

const writes = (done: string, version: number) => ({
  commitment: 'voice-2',
  version,
  status: 'onTrack',
  done,
});

beforeAll(() =>
  inPortsmouth(`INSERT INTO "Assignment" ("councilId", id, "personId", kind, "commitmentId", "startsOn")
    SELECT c."councilId", gen_random_uuid(), p.id, 'deputy', c.id, '2020-01-01'
      FROM "Commitment" c, "Person" p WHERE c.slug = 'voice-2' AND p.name = 'Health lead'`),
);

beforeEach(() =>
  inPortsmouth(`DELETE FROM "Update" u USING "Commitment" c
    WHERE u."commitmentId" = c.id AND c.slug = 'voice-2' AND u.state <> 'published'`),
);

describe('two people at one update', () => {
  it('begin at the same moment: one row, and the other is shown both texts', async () => {
    const [one, other] = await Promise.all([
      actAs('voice-lead', saveDraft, writes('from one', 0)),
      actAs('health-lead', saveDraft, writes('from the other', 0)),
    ]);
    const [won, lost] = one.state?.savedVersion ? [one, other] : [other, one];
    expect(won.state?.savedVersion).toBe(1);
    expect(lost.state?.savedVersion).toBeUndefined();
    expect(lost.state?.message).toContain('while you were writing');
    const [row] = await rows();
    expect(await rows()).toHaveLength(1);
    expect(lost.state?.theirs).toMatchObject({ done: row?.done, version: '1', state: 'draft' });
    expect(lost.state?.values.done).not.toBe(row?.done);
  });

  it('ten saves of the same version at once: one is kept, nine are told', async () => {
    await actAs('voice-lead', saveDraft, writes('first', 0));
    const saves = Array.from({ length: 10 }, (_, index) =>
      actAs(index % 2 ? 'voice-lead' : 'health-lead', saveDraft, writes(`text ${index}`, 1)),
    );
    const answers = await Promise.all(saves);
    expect(answers.filter(({ state }) => state?.savedVersion === 2)).toHaveLength(1);
    const told = answers.filter(({ state }) => state?.theirs);
    expect(told).toHaveLength(9);
    const [row] = await rows();
    expect(row?.version).toBe(2);
    for (const { state } of told) expect(state?.theirs?.done).toBe(row?.done);
  });

  it('a late save changes nothing, and keeping both keeps every word of both', async () => {
    await actAs('voice-lead', saveDraft, { ...writes('theirs', 0), next: 'the same plan' });
    const mine = { ...writes('mine', 0), next: 'the same plan', evidenceTitle1: 'My plan' };
    const late = await actAs('health-lead', writeUpdate, { ...mine, intent: 'draft' });
    expect(late.state?.theirs).toMatchObject({ done: 'theirs', version: '1' });
    expect(await rows()).toMatchObject([{ done: 'theirs', author: 'Voice lead' }]);
    const both = await actAs('health-lead', writeUpdate, { ...mine, version: 1, intent: 'both' });
    expect(both.to).toBe('/portsmouth/commitments/voice-2/update#draft');
    expect(await rows()).toMatchObject([{ state: 'draft', done: 'mine\n\ntheirs', next: 'the same plan' }]);
  });

  it('sends anyway with the version that was shown', async () => {
    await actAs('voice-lead', saveDraft, writes('theirs', 0));
    const sent = await actAs('health-lead', writeUpdate, { ...writes('mine', 1), intent: 'send' });
    expect(sent.to).toBe('/portsmouth?sent=voice-2');
    expect(await rows()).toMatchObject([{ state: 'submitted', done: 'mine', author: 'Health lead' }]);
  });

  it('never overwrites what the other has sent, whatever version is named', async () => {
    await actAs('voice-lead', writeUpdate, { ...writes('sent', 0), intent: 'send' });
    for (const version of [0, 1, 2]) {
      const late = await actAs('health-lead', writeUpdate, { ...writes('late', version), intent: 'send' });
      expect(late.state?.message).toContain('Voice lead sent an update');
      expect(late.state?.values.done).toBe('late');
    }
    expect(await rows()).toMatchObject([{ state: 'submitted', done: 'sent' }]);
  });

  it('lets only the one who sent it take it back', async () => {
    await actAs('voice-lead', writeUpdate, { ...writes('sent', 0), intent: 'send' });
    const back = await actAs('health-lead', takeBack, { commitment: 'voice-2', version: 1 });
    expect(back.state?.message).toContain('you did not send it');
    expect(await rows()).toMatchObject([{ state: 'submitted', version: 1 }]);
  });
});
