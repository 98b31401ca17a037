import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getViewer } from '#lib/auth/viewer.ts';
import { listCommitments } from '#lib/commitments/queries.ts';
import {
  approveUpdate,
  publishApproved,
  publishUpdate,
  returnUpdate,
  takeBack,
  writeUpdate,
} from '#lib/updates/mutations.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

type Row = {
  id: string;
  state: string;
  version: number;
  comment: string;
  publisher: string | null;
  approver: string | null;
};

const sent = async (): Promise<Row> => {
  const [row] = await inPortsmouth<Row>(`SELECT u.id, u.state, u.version, u.comment,
         (SELECT name FROM "Person" p WHERE p.id = u."publisherId") AS publisher,
         (SELECT name FROM "Person" p WHERE p.id = u."approverId") AS approver
    FROM "Update" u JOIN "Commitment" c ON c.id = u."commitmentId"
   WHERE c.slug = 'skills-2' ORDER BY u."startedAt" DESC LIMIT 1`);
  if (!row) throw new Error('nothing was sent');
  return row;
};

const write = {
  commitment: 'skills-2',
  version: 0,
  status: 'atRisk',
  reason: 'A worker left.',
  done: 'Half of it.',
};
const decision = ({ id, version }: Row) => ({ update: id, version });

beforeAll(async () => {
  // A second administrator, who leads the commitment as well.
  await inPortsmouth(`INSERT INTO "Membership" ("councilId", id, "personId", role, "startsOn")
    SELECT "councilId", gen_random_uuid(), id, 'administrator', '2020-01-01' FROM "Person" WHERE name = 'Skills lead'`);
});

beforeEach(async () => {
  await inPortsmouth(`DELETE FROM "Evidence" e USING "Update" u WHERE e."updateId" = u.id AND u.state <> 'published'`);
  await inPortsmouth(`DELETE FROM "Update" WHERE state <> 'published'`);
  await actAs('skills-lead', writeUpdate, { ...write, intent: 'send' });
});

describe('deciding on an update', () => {
  it('approves and publishes in one click, and everybody reads it at once', async () => {
    const update = await sent();
    const { to } = await actAs('strategy-officer', approveUpdate, { ...decision(update), publish: '1' });
    expect(to).toBe('/portsmouth/updates?published=skills-2');
    expect(await sent()).toMatchObject({
      state: 'published',
      publisher: 'Strategy officer',
      approver: 'Strategy officer',
    });
    const seen = await readAs('board-member', async () => {
      const viewer = await getViewer('portsmouth');
      return viewer && listCommitments(viewer);
    });
    expect(seen?.find((row) => row.slug === 'skills-2')).toMatchObject({
      updateId: update.id,
      standing: 'atRisk',
      freshness: 'current',
      reason: write.reason,
    });
  });

  it('shows nothing to others while it is only approved, then publishes', async () => {
    const update = await sent();
    await actAs('strategy-officer', approveUpdate, { ...decision(update), publish: '' });
    const approved = await sent();
    expect(approved).toMatchObject({ state: 'approved', publisher: null });
    const seen = await readAs('board-member', async () => {
      const viewer = await getViewer('portsmouth');
      return viewer && listCommitments(viewer);
    });
    expect(seen?.map((row) => row.updateId)).not.toContain(update.id);
    expect((await actAs('strategy-officer', publishUpdate, decision(approved))).to).toContain('published=skills-2');
    expect((await sent()).state).toBe('published');
  });

  it('publishes nothing that was not approved', async () => {
    await actAs('strategy-officer', publishUpdate, decision(await sent()));
    expect((await sent()).state).toBe('submitted');
  });

  it('returns it with a comment, which is required; the lead sends it again', async () => {
    const update = await sent();
    const empty = await actAs('strategy-officer', returnUpdate, { ...decision(update), comment: '  ' });
    expect(empty.state?.errors.comment).toContain('Say what should change');
    const comment = 'Which worker? Say who covers.';
    await actAs('strategy-officer', returnUpdate, { ...decision(update), comment });
    const returned = await sent();
    expect(returned).toMatchObject({ state: 'returned', comment });
    const told = await inPortsmouth<{ subject: string; name: string }>(
      `SELECT m.subject, p.name FROM "Message" m JOIN "Person" p ON p.id = m."personId" WHERE m.kind = 'updateReturned'`,
    );
    expect(told).toEqual([{ subject: 'Your update on Skills 2 came back', name: 'Skills lead' }]);
    const again = { ...write, version: returned.version, done: 'A team covers.', intent: 'send' };
    expect((await actAs('skills-lead', writeUpdate, again)).to).toContain('sent=skills-2');
    expect(await sent()).toMatchObject({ id: update.id, state: 'submitted' });
  });

  it('is never the author, though an administrator, nor anybody else', async () => {
    const update = await sent();
    const fields = { ...decision(update), comment: 'No.', publish: '1' };
    for (const person of ['skills-lead', 'home-lead', 'board-member', 'board-chair']) {
      for (const mutation of [approveUpdate, publishUpdate, returnUpdate]) {
        expect((await actAs(person, mutation, fields)).state?.message).toBe('Your role does not allow this.');
      }
    }
    expect(await sent()).toMatchObject({ state: 'submitted', version: update.version });
  });

  it('by two administrators at once: one decides, the other is told', async () => {
    const update = await sent();
    await inPortsmouth(`INSERT INTO "Membership" ("councilId", id, "personId", role, "startsOn")
      SELECT "councilId", gen_random_uuid(), id, 'administrator', '2020-01-01' FROM "Person" WHERE name = 'Voice lead'`);
    const answers = await Promise.all([
      actAs('strategy-officer', approveUpdate, { ...decision(update), publish: '1' }),
      actAs('voice-lead', returnUpdate, { ...decision(update), comment: 'Not yet.' }),
    ]);
    expect(answers.filter(({ to }) => to)).toHaveLength(1);
    const told = answers.find(({ to }) => !to)?.state;
    expect(told?.message).toMatch(/^Nothing was changed\. Somebody has (published|returned) this update/);
  });

  it('comes too late when the lead has taken it back, or sent a newer text', async () => {
    const update = await sent();
    await actAs('skills-lead', takeBack, { commitment: 'skills-2', version: update.version });
    const late = () => actAs('strategy-officer', approveUpdate, { ...decision(update), publish: '1' });
    expect((await late()).state?.message).toContain('taken this update back');
    await actAs('skills-lead', writeUpdate, { ...write, version: update.version + 1, intent: 'send' });
    expect((await late()).state?.message).toContain('newer text');
    expect((await sent()).state).toBe('submitted');
  });

  it('is not found when there is no such update', async () => {
    const nowhere = { update: crypto.randomUUID(), version: 1 };
    expect((await actAs('strategy-officer', publishUpdate, nowhere)).notFound).toBe(true);
  });
});

describe('publishing', () => {
  it('takes every approved update at once, and says so when nothing is left', async () => {
    await actAs('home-lead', writeUpdate, {
      commitment: 'home-3',
      version: 0,
      status: 'onTrack',
      done: 'Yes.',
    });
    const waiting = await inPortsmouth<Row>(`SELECT id, version FROM "Update" WHERE state = 'submitted'`);
    expect(waiting).toHaveLength(2);
    for (const update of waiting) await actAs('strategy-officer', approveUpdate, decision(update));
    expect((await actAs('strategy-officer', publishApproved, {})).to).toBe('/portsmouth/updates?published=2');
    expect((await actAs('strategy-officer', publishApproved, {})).state?.message).toContain('nothing left');
    expect((await actAs('home-lead', publishApproved, {})).state?.message).toBe('Your role does not allow this.');
  });

  it('leaves out what the administrator wrote', async () => {
    await actAs('strategy-officer', approveUpdate, decision(await sent()));
    expect((await actAs('skills-lead', publishApproved, {})).state?.message).toContain('nothing left');
    expect((await sent()).state).toBe('approved');
  });

  it('never puts an older statement over a newer one', async () => {
    const update = await sent();
    await actAs('strategy-officer', approveUpdate, { ...decision(update), publish: '1' });
    await actAs('skills-lead', writeUpdate, { ...write, intent: 'send' });
    await inPortsmouth(`UPDATE "Update" SET "submittedAt" = now() - interval '9 days' WHERE state = 'submitted'`);
    const older = await sent();
    const { state } = await actAs('strategy-officer', approveUpdate, { ...decision(older), publish: '1' });
    expect(state?.message).toContain('A later update of Skills 2 is published already');
  });

  it('freezes: nobody changes a published update or its evidence', async () => {
    const update = await sent();
    await actAs('strategy-officer', approveUpdate, { ...decision(update), publish: '1' });
    for (const text of [
      `UPDATE "Update" SET done = 'other' WHERE id = $1`,
      `DELETE FROM "Update" WHERE id = $1`,
      `INSERT INTO "Evidence" ("councilId", id, "updateId", title, url)
       SELECT "councilId", gen_random_uuid(), id, 'late', 'https://example.org' FROM "Update" WHERE id = $1`,
    ]) {
      await expect(inPortsmouth(text, [update.id])).rejects.toThrow(/published update/);
    }
  });
});
