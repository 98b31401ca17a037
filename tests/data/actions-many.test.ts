import { beforeEach, describe, expect, it, vi } from 'vitest';
import { everything } from '#lib/actions/filter.ts';
import { addAction, changeAction, reassignActions } from '#lib/actions/mutations.ts';
import { listActions } from '#lib/actions/queries.ts';
import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { add, noActions, on, partner, row, rows, skills, typed } from '#tests/data/actions-acting.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

beforeEach(noActions);

describe('forms that come late, twice, or from elsewhere', () => {
  it('shows the later of two people what the other wrote, and saves theirs when they say so', async () => {
    const { row: made } = await add('One');
    const save = (who: string, title: string, version: number) =>
      actAs(who, changeAction, { ...typed, action: made.id, version, title });
    await save('home-lead', 'By the lead', made.version);
    const late = await save('strategy-officer', 'By the officer', made.version);
    expect(late.state?.message).toContain('Somebody else changed this action');
    expect(late.state?.theirs).toMatchObject({ title: 'By the lead', version: String(made.version + 1) });
    expect(late.state?.values.title).toBe('By the officer');
    expect((await rows()).map(({ title }) => title)).toEqual(['By the lead']);
    await save('strategy-officer', 'By the officer', made.version + 1);
    expect((await rows()).map(({ title }) => title)).toEqual(['By the officer']);
  });

  it('makes one action of a double click', async () => {
    const key = crypto.randomUUID();
    const form = { ...typed, commitment: 'home-2', title: 'Once' };
    await Promise.all([1, 2, 3].map(() => actAs('home-lead', addAction, form, { key })));
    expect(await rows()).toHaveLength(1);
  });

  it('takes nothing from another site, or from a session that was ended', async () => {
    const form = { ...typed, commitment: 'home-2', title: 'No' };
    expect(
      (await actAs('home-lead', addAction, form, { origin: 'https://elsewhere.example' })).state?.message,
    ).toContain('another site');
    expect((await actAs(null, addAction, form)).state?.message).toContain('signed out');
    expect(await rows()).toEqual([]);
  });
});

describe('giving many to somebody else', () => {
  const give = (who: string, fields: Record<string, string>) => actAs(who, reassignActions, fields);

  it('gives what has a tick, a line in the trail for each', async () => {
    const { row: one } = await add('One', { owner: partner });
    await add('Two', { owner: partner });
    const { to } = await give('home-lead', { action: one.id, owner: skills, back: 'q=One' });
    expect(to).toBe('/portsmouth/actions?q=One&given=1');
    expect((await rows()).map(({ ownerId }) => ownerId)).toEqual([skills, partner]);
    expect(
      await inPortsmouth(`SELECT FROM "AuditEvent" WHERE operation = 'reassignAction' AND subject = $1`, [one.id]),
    ).toHaveLength(1);
  });

  it('gives every one that the filter leaves, unless the list has changed meanwhile', async () => {
    for (const title of ['One', 'Two', 'Three']) await add(title);
    const all = { all: '1', back: 'commitment=home-2', owner: skills };
    expect((await give('home-lead', { ...all, matching: '2' })).state?.message).toContain('3 actions match now');
    await give('home-lead', { ...all, matching: '3' });
    expect((await rows()).map(({ ownerId }) => ownerId)).toEqual([skills, skills, skills]);
  });

  it('refuses the lot when one of them is not theirs, and none, and nobody', async () => {
    const { row: one } = await add('One');
    const [other] = await inPortsmouth<{ id: string }>(
      `SELECT a.id FROM "Action" a JOIN "Commitment" c ON c.id = a."commitmentId" WHERE c.slug = 'health-1' LIMIT 1`,
    );
    const everyone = {
      all: '1',
      back: '',
      matching: String((await inPortsmouth(`SELECT FROM "Action"`)).length),
      owner: skills,
    };
    expect((await give('home-lead', everyone)).state?.message).toBe('Your role does not allow this.');
    expect((await give('home-lead', { action: other?.id ?? '', owner: skills })).state?.message).toBe(
      'Your role does not allow this.',
    );
    expect((await give('home-lead', { owner: skills })).state?.errors.action).toBeTruthy();
    expect((await give('home-lead', { action: one.id })).state?.errors.owner).toBeTruthy();
    expect((await give('home-lead', { action: crypto.randomUUID(), owner: skills })).notFound).toBe(true);
    expect((await row('One')).ownerId).toBeNull();
  });
});

describe('the list', () => {
  const list = (filter: Partial<typeof everything>, view: 'list' | 'board' | 'timeline' = 'list', page = 1) =>
    readAs('home-lead', async () =>
      listActions((await getViewer('portsmouth')) as Viewer, { filter: { ...everything, ...filter }, view, page }),
    );
  const ids = async (where: string, values: unknown[] = []) =>
    (
      await inPortsmouth<{ id: string }>(
        `SELECT a.id FROM "Action" a JOIN "Commitment" c ON c.id = a."commitmentId" JOIN "Priority" p ON p.id = c."priorityId"
          WHERE ${where} ORDER BY a.id`,
        values,
      )
    ).map(({ id }) => id);
  const found = async (filter: Partial<typeof everything>) => (await list(filter)).rows.map(({ id }) => id).toSorted();

  it('leaves what each field asks for, and all of them together', async () => {
    const open = `a.status IN ('notStarted', 'inProgress')`;
    const month = on(20).slice(0, 7);
    expect(await found({ status: 'done' })).toEqual(await ids(`a.status = 'done'`));
    expect(await found({ status: 'open' })).toEqual(await ids(open));
    expect(await found({ owner: 'me' })).toEqual(
      await ids(`a."ownerId" = (SELECT id FROM "Person" WHERE name = 'Home lead')`),
    );
    expect(await found({ priority: 'health' })).toEqual(await ids(`p.key = 'health'`));
    expect(await found({ commitment: 'home-5' })).toEqual(await ids(`c.slug = 'home-5'`));
    expect(await found({ due: 'overdue' })).toEqual(await ids(`${open} AND a."dueOn" < $1`, [on(0)]));
    expect(await found({ due: 'soon' })).toEqual(await ids(`${open} AND a."dueOn" BETWEEN $1 AND $2`, [on(0), on(14)]));
    expect(await found({ due: 'none' })).toEqual(await ids(`a."dueOn" IS NULL`));
    expect(await found({ due: month })).toEqual(await ids(`to_char(a."dueOn", 'YYYY-MM') = $1`, [month]));
    expect(await found({ q: 'evening nowhere' })).toEqual([]);
    expect(await found({ q: 'line EVENING' })).toEqual(await ids(`a.title = 'Open the evening help line'`));
    expect(await found({ q: "100% o'_\\" })).toEqual([]);
    const both = await ids(`p.key = 'home' AND ${open} AND a."dueOn" < $1`, [on(0)]);
    expect(both.length).toBeGreaterThan(0);
    expect(await found({ priority: 'home', due: 'overdue' })).toEqual(both);
  });

  it('turns round when it is sorted the other way, by every column', async () => {
    for (const column of ['title', 'commitment', 'owner', 'due', 'status']) {
      const [there, back] = [await list({ sort: column }), await list({ sort: `-${column}` })];
      const key = ({ title, ref, owner, dueOn, status }: (typeof there.rows)[number]) =>
        ({ title, commitment: ref, owner, due: String(dueOn), status })[column];
      expect(there.rows.map(key)).toEqual(back.rows.toReversed().map(key));
    }
  });

  it('has as many on the board and the timeline as in the list, and says so for each column', async () => {
    const all = (await inPortsmouth(`SELECT FROM "Action"`)).length;
    for (const view of ['board', 'timeline'] as const) {
      const { rows: shown, matching } = await list({}, view);
      const groups = new Map(shown.map(({ group, inGroup }) => [group, inGroup]));
      expect([matching, [...groups.values()].reduce((sum, n) => sum + n, 0)]).toEqual([all, all]);
      const days = shown.map(({ dueOn }) => dueOn?.getTime() ?? Number.POSITIVE_INFINITY);
      if (view === 'timeline') expect(days).toEqual(days.toSorted((one, other) => one - other));
    }
  });

  it('parts a thousand into pages, each action on one of them', async () => {
    await inPortsmouth(`INSERT INTO "Action" ("councilId", id, "commitmentId", title)
      SELECT c."councilId", gen_random_uuid(), c.id, 'Action ' || n FROM "Commitment" c, generate_series(1, 1000) n WHERE c.slug = 'home-2'`);
    const pages = await Promise.all(
      [1, 2, 3, 10, 11].map((page) => list({ commitment: 'home-2', sort: 'title' }, 'list', page)),
    );
    expect(pages.map(({ rows: shown }) => shown.length)).toEqual([100, 100, 100, 100, 0]);
    expect(new Set(pages.flatMap(({ rows: shown }) => shown.map(({ id }) => id))).size).toBe(400);
    expect(pages[0]?.matching).toBe(1000);
  });

  it('offers the buttons to who may press them', async () => {
    const { rows: shown } = await list({});
    for (const { ref, mayPlan, mayMove, owner } of shown) {
      expect(mayPlan, ref).toBe(ref.startsWith('Home'));
      expect(mayMove, ref).toBe(ref.startsWith('Home') || owner === 'Home lead');
    }
  });
});
