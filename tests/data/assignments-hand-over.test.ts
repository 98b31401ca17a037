import { beforeEach, describe, expect, it, vi } from 'vitest';
import { getPerson } from '#lib/assignments/hands.ts';
import { assign, handOverAll, recordLeaving, takeBackLeaving } from '#lib/assignments/mutations.ts';
import { listPeople } from '#lib/assignments/people.ts';
import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { addDays, day } from '#lib/calendar/rules.ts';
import { isoDay } from '#lib/format.ts';
import { getNeeds } from '#lib/needs/queries.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const today = day(isoDay(new Date()));
const on = (days: number) => isoDay(addDays(today, days));
const as = <T>(person: string, read: (viewer: Viewer) => Promise<T>): Promise<T> =>
  readAs(person, async () => read((await getViewer('portsmouth')) as Viewer));

const people = await inPortsmouth<{ id: string; name: string }>(`SELECT id, name FROM "Person"`);
const idOf = (name: string) => people.find((one) => one.name === name)?.id ?? '';
const [from, to] = [idOf('Learning lead'), idOf('Health partner')];
const seeded = await inPortsmouth<{ id: string }>(`SELECT id FROM "Assignment"`);
const owners = await inPortsmouth<{ id: string; ownerId: string }>(`SELECT id, "ownerId" FROM "Action"`);

beforeEach(async () => {
  await inPortsmouth(`DELETE FROM "Assignment" WHERE NOT (id = ANY ($1::uuid[]))`, [seeded.map(({ id }) => id)]);
  await inPortsmouth(`UPDATE "Assignment" SET "endsOn" = NULL`);
  await inPortsmouth(`UPDATE "Person" SET "leftOn" = NULL`);
  await inPortsmouth(`UPDATE "Membership" SET "endsOn" = NULL`);
  await inPortsmouth(
    `UPDATE "Action" a SET "ownerId" = o.owner FROM jsonb_to_recordset($1::jsonb) AS o(id uuid, owner uuid) WHERE a.id = o.id`,
    [JSON.stringify(owners.map(({ id, ownerId }) => ({ id, owner: ownerId })))],
  );
});

const person = (id: string, asked = 'strategy-officer') => as(asked, (viewer) => getPerson(viewer, id));
const form = async (fields: Record<string, string> = {}) => {
  const { holds } = await person(from);
  return { person: from, to, startsOn: on(0), thing: holds[0]?.id ?? '', actions: 'all', ...fields };
};

describe('a hand over', () => {
  it('takes everything in one go: what is led, what is owned, and the tasks that come of it', async () => {
    const [before, receiver] = [await person(from), await person(to)];
    expect(before.holds.length).toBe(1);
    expect(before.actions).toBeGreaterThan(2);
    const due = async (who: string) => (await as(who, getNeeds)).acts.map(({ kind, key }) => `${kind} ${key}`);
    const hers = (await due('learning-lead')).filter((key) => !key.startsWith('returned'));
    const { to: address } = await actAs('strategy-officer', handOverAll, await form());
    expect(address).toBe(`/portsmouth/people/${from}?handed=${1 + before.actions}`);
    const [after, taker] = [await person(from), await person(to)];
    expect([after.holds, after.actions]).toEqual([[], 0]);
    expect(after.held.map(({ priority, endsOn }) => [priority?.key, endsOn && isoDay(endsOn)])).toContainEqual([
      'learning',
      on(-1),
    ]);
    expect(taker.actions).toBe(receiver.actions + before.actions);
    expect(taker.holds.map(({ priority }) => priority?.key)).toEqual(['learning']);
    expect(await due('learning-lead')).toEqual([]);
    expect(await due('health-partner')).toEqual(expect.arrayContaining(hers));
    const messages = await inPortsmouth(`SELECT subject, path FROM "Message" WHERE "personId" = $1`, [to]);
    expect(messages).toMatchObject([{ subject: `Learning lead hands over ${1 + before.actions} things to you` }]);
  });

  it('from a day to come changes nothing before it', async () => {
    const before = await person(from);
    await actAs('strategy-officer', handOverAll, await form({ startsOn: on(7) }));
    const after = await person(from);
    expect(after.holds.map(({ endsOn }) => endsOn && isoDay(endsOn))).toEqual([on(6)]);
    expect(after.actions).toBe(before.actions);
    const rows = await inPortsmouth(`SELECT FROM "Assignment" WHERE "personId" = $1 AND "startsOn" = $2`, [to, on(7)]);
    expect(rows).toHaveLength(1 + before.actions);
    // On the day, the rows say who owns them, whatever is written on the action.
    await inPortsmouth(`UPDATE "Assignment" SET "startsOn" = "startsOn" - 400, "endsOn" = "endsOn" - 7`);
    expect((await person(from)).actions).toBe(0);
  });

  it('takes only what has a tick, and refuses none, oneself, nobody, and what has changed meanwhile', async () => {
    await actAs('strategy-officer', handOverAll, await form({ actions: '' }));
    expect(await person(from)).toMatchObject({ holds: [], actions: expect.any(Number) });
    expect((await person(from)).actions).toBeGreaterThan(0);
    const again = await form({ actions: '' });
    const { state } = await actAs('strategy-officer', handOverAll, { ...again, thing: String(seeded[0]?.id) });
    expect(state?.message).toContain('has changed what this person holds');
    const { thing: _, ...none } = again;
    for (const [fields, field] of [
      [none, 'thing'],
      [{ ...none, actions: 'all', to: from }, 'to'],
      [{ ...none, actions: 'all', to: '' }, 'to'],
      [{ ...none, actions: 'all', startsOn: '2020-01-01' }, 'startsOn'],
    ] as const) {
      const answer = await actAs('strategy-officer', handOverAll, fields);
      expect(answer.state?.errors[field], field).toBeTruthy();
    }
  });

  it('is one when posted twice, and when two people send it at once the later is told', async () => {
    const [key, fields] = [crypto.randomUUID(), await form()];
    const twice = await Promise.all([1, 2].map(() => actAs('strategy-officer', handOverAll, fields, { key })));
    expect(new Set(twice.map((answer) => answer.to)).size).toBe(1);
    const late = await actAs('strategy-officer', handOverAll, { ...fields, to: idOf('Home lead') });
    expect(late.state?.message).toContain('has changed');
    const leads = await inPortsmouth(
      `SELECT FROM "Assignment" a JOIN "Priority" p ON p.id = a."priorityId"
      WHERE p.key = 'learning' AND (a."endsOn" IS NULL OR a."endsOn" >= $1)`,
      [on(0)],
    );
    expect(leads).toHaveLength(1);
  });

  it('is refused to everybody but the administrator', async () => {
    const answer = await actAs('learning-lead', handOverAll, await form());
    expect(answer.state?.message).toBe('Your role does not allow this.');
    expect((await person(from)).holds).toHaveLength(1);
  });
});

describe('somebody who leaves', () => {
  const leave = (leftOn: string, who = from) => actAs('strategy-officer', recordLeaving, { person: who, leftOn });

  it('loses their roles, and what they leave stays on the list until it is handed over', async () => {
    expect((await leave(on(-1))).to).toBe(`/portsmouth/people/${from}?left=1`);
    expect(await readAs('learning-lead', () => getViewer('portsmouth'))).toBeNull();
    const list = await as('board-member', listPeople);
    expect(list.leftBehind.map(({ name }) => name)).toEqual(['Learning lead']);
    expect(list.withoutLead.length).toBeGreaterThan(5);
    await actAs('strategy-officer', handOverAll, await form());
    const after = await as('board-member', listPeople);
    expect([after.leftBehind, after.withoutLead]).toEqual([[], []]);
    expect((await person(from)).held.map(({ endsOn }) => endsOn && isoDay(endsOn))).toContain(on(-1));
  });

  it('works until their last day', async () => {
    await leave(on(0));
    expect(await readAs('learning-lead', () => getViewer('portsmouth'))).not.toBeNull();
    expect((await as('board-member', listPeople)).withoutLead).toEqual([]);
    const late = await actAs('strategy-officer', assign, {
      commitment: (await inPortsmouth<{ id: string }>(`SELECT id FROM "Commitment" LIMIT 1`))[0]?.id ?? '',
      person: from,
      kind: 'lead',
      startsOn: on(1),
    });
    expect(late.state?.errors.person).toContain('Learning lead leaves on');
  });

  it('may stay after all, with the same roles', async () => {
    await leave(on(-1));
    await actAs('strategy-officer', takeBackLeaving, { person: from });
    expect((await readAs('learning-lead', () => getViewer('portsmouth')))?.roles).toEqual(['lead']);
    expect((await as('board-member', listPeople)).leftBehind).toEqual([]);
  });

  it('is not the only administrator, nor outside the strategy, nor said by anybody else', async () => {
    expect((await leave(on(0), idOf('Strategy officer'))).state?.message).toContain('only administrator');
    expect((await leave('2019-01-01')).state?.errors.leftOn).toBeTruthy();
    const own = await actAs('learning-lead', recordLeaving, { person: from, leftOn: on(0) });
    expect(own.state?.message).toBe('Your role does not allow this.');
    expect(await inPortsmouth(`SELECT FROM "Person" WHERE "leftOn" IS NOT NULL`)).toEqual([]);
  });

  it('shows what they had begun to write, to themselves and the administrator', async () => {
    await inPortsmouth(`UPDATE "Update" SET "authorId" = $1 WHERE state IN ('draft', 'returned')`, [from]);
    await leave(on(-1));
    const { drafts } = await person(from);
    expect(drafts.length).toBeGreaterThan(0);
    expect(drafts.every(({ others }) => Array.isArray(others))).toBe(true);
    expect((await person(from, 'board-member')).drafts).toEqual([]);
  });
});

describe('the rows of who leads what', () => {
  it('are ended and never deleted or changed in their past', async () => {
    const before = await inPortsmouth(`SELECT id, "personId", kind, "startsOn" FROM "Assignment" ORDER BY id`);
    await actAs('strategy-officer', handOverAll, await form());
    await actAs('strategy-officer', recordLeaving, { person: from, leftOn: on(0) });
    const after = await inPortsmouth(`SELECT id, "personId", kind, "startsOn" FROM "Assignment" ORDER BY id`);
    expect(after).toEqual(expect.arrayContaining(before));
  });
});
