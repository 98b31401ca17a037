import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addAction, addActionLink, changeAction, moveOnBoard, removeActionLink } from '#lib/actions/mutations.ts';
import { getAction } from '#lib/actions/one.ts';
import { assign } from '#lib/assignments/mutations.ts';
import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { addDays, day, workingDaysAfter } from '#lib/calendar/rules.ts';
import { isoDay } from '#lib/format.ts';
import {
  add,
  change,
  move,
  noActions,
  on,
  partner,
  row,
  rows,
  skills,
  today,
  typed,
} from '#tests/data/actions-acting.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

beforeEach(noActions);

describe('an action', () => {
  it('is added by who leads the commitment, its deputy and the administrator, and by nobody else', async () => {
    const { to, row: made } = await add('One', { owner: partner, dueOn: on(30) });
    expect(to).toBe(`/portsmouth/actions/${made.id}?added=1`);
    expect(made).toMatchObject({ status: 'notStarted', ownerId: partner, dueOn: on(30), completedOn: null });
    const form = { ...typed, commitment: 'home-2', title: 'Two' };
    for (const who of ['health-lead', 'health-partner', 'board-chair', 'scrutiny-viewer']) {
      expect((await actAs(who, addAction, form)).state?.message, who).toBe('Your role does not allow this.');
    }
    const [commitment] = await inPortsmouth<{ id: string }>(`SELECT id FROM "Commitment" WHERE slug = 'home-2'`);
    await actAs('strategy-officer', assign, {
      commitment: commitment?.id ?? '',
      person: skills,
      kind: 'deputy',
      startsOn: on(0),
    });
    for (const who of ['skills-lead', 'strategy-officer'])
      expect((await actAs(who, addAction, form)).to, who).toBeTruthy();
    expect(await rows()).toHaveLength(3);
  });

  it('is refused without a title, with a day outside the strategy, and with what is not there', async () => {
    const nothing = crypto.randomUUID();
    for (const [field, value] of [
      ['title', ' '],
      ['dueOn', '2019-01-01'],
      ['dueOn', 'tomorrow'],
      ['owner', nothing],
      ['organisation', nothing],
      ['waitsFor', nothing],
      ['meeting', nothing],
      ['days', '-1'],
      ['status', 'late'],
    ] as const) {
      const answer = await actAs('home-lead', addAction, {
        ...typed,
        commitment: 'home-2',
        title: 'X',
        [field]: value,
      });
      expect(answer.state?.errors[field], `${field} ${value}`).toBeTruthy();
      expect(answer.state?.values.notes).toBe('');
    }
    expect((await actAs('home-lead', addAction, { ...typed, commitment: 'home-99', title: 'X' })).notFound).toBe(true);
    expect(await rows()).toEqual([]);
  });

  it('is done if and only if it has the day', async () => {
    await add('One');
    await move('One', 'done');
    expect(await row('One')).toMatchObject({ status: 'done', completedOn: on(0) });
    await move('One', 'done', 'home-lead', on(-3));
    expect((await row('One')).completedOn).toBe(on(-3));
    expect((await move('One', 'done', 'home-lead', on(1))).state?.errors.completedOn).toBeTruthy();
    expect((await move('One', 'inProgress', 'home-lead', on(-3))).state?.errors.completedOn).toContain(
      'Only an action that is done',
    );
    await move('One', 'inProgress');
    expect(await row('One')).toMatchObject({ status: 'inProgress', completedOn: null });
    await expect(
      inPortsmouth(`UPDATE "Action" SET status = 'done' WHERE id = $1`, [(await row('One')).id]),
    ).rejects.toThrow(/done_has_a_day/);
  });

  it('is moved by its owner, who changes nothing else of it', async () => {
    await add('One', { owner: partner });
    expect((await move('One', 'inProgress', 'health-partner')).to).toBeTruthy();
    expect((await change('One', { title: 'Mine' }, 'health-partner')).state?.message).toBe(
      'Your role does not allow this.',
    );
    expect((await move('One', 'done', 'skills-lead')).state?.message).toBe('Your role does not allow this.');
    const { id, version } = await row('One');
    const board = { move: `${id} ${version} done`, back: 'view=board&owner=me' };
    expect((await actAs('health-partner', moveOnBoard, board)).to).toBe(
      `/portsmouth/actions?view=board&owner=me&moved=${id}`,
    );
    expect(await row('One')).toMatchObject({ title: 'One', status: 'done' });
  });

  it('keeps who owned it: rows are ended, and the owner of today is one', async () => {
    await add('One', { owner: partner });
    await inPortsmouth(`UPDATE "Assignment" SET "startsOn" = $1 WHERE "actionId" IS NOT NULL`, [on(-9)]);
    await change('One', { owner: skills });
    const { id } = await row('One');
    const shown = await readAs('board-member', async () => getAction((await getViewer('portsmouth')) as Viewer, id));
    expect(shown.owner?.name).toBe('Skills lead');
    expect(shown.owners.map(({ person, endsOn }) => [person.name, endsOn && isoDay(endsOn)])).toEqual([
      ['Skills lead', null],
      ['Health partner', on(-1)],
    ]);
    await change('One', { owner: '' });
    expect((await row('One')).ownerId).toBeNull();
    const after = await readAs('board-member', async () => getAction((await getViewer('portsmouth')) as Viewer, id));
    expect(after.owner).toBeNull();
  });

  it('is shown by links to web addresses, which can be taken away', async () => {
    const { row: made } = await add('One', { owner: partner });
    const link = { action: made.id, title: 'Minutes', url: 'https://example.org/minutes' };
    expect(
      (await actAs('health-partner', addActionLink, { ...link, url: 'javascript:alert(1)' })).state?.errors.url,
    ).toBeTruthy();
    expect((await actAs('health-partner', addActionLink, link)).to).toContain('#evidence');
    const [evidence] = await inPortsmouth<{ id: string; title: string }>(
      `SELECT id, title FROM "Evidence" WHERE "actionId" = $1`,
      [made.id],
    );
    expect(evidence?.title).toBe('Minutes');
    const unlink = { action: made.id, evidence: evidence?.id ?? '' };
    expect((await actAs('board-member', removeActionLink, unlink)).state?.message).toBe(
      'Your role does not allow this.',
    );
    await actAs('home-lead', removeActionLink, unlink);
    expect(await inPortsmouth(`SELECT FROM "Evidence" WHERE "actionId" = $1`, [made.id])).toEqual([]);
  });
});

describe('an action that waits for another', () => {
  it('is dated when that is done, in the same moment, and undated when that is opened again', async () => {
    const { row: first } = await add('First');
    await add('Second', { waitsFor: first.id, days: '10' });
    await add('Third', { waitsFor: first.id, dueOn: on(50) });
    expect((await row('Second')).dueOn).toBeNull();
    await move('First', 'done', 'home-lead', on(-2));
    expect((await row('Second')).dueOn).toBe(isoDay(workingDaysAfter(addDays(today, -2), 10)));
    expect((await row('Third')).dueOn).toBe(on(50));
    await move('First', 'inProgress');
    expect((await row('Second')).dueOn).toBeNull();
    await change('First', { status: 'done' });
    expect((await row('Second')).dueOn).toBe(isoDay(workingDaysAfter(today, 10)));
  });

  it('is due so many working days after a meeting, at once', async () => {
    const [meeting] = await inPortsmouth<{ id: string; day: string }>(
      `SELECT id, ("startsAt" AT TIME ZONE 'Europe/London')::date::text AS day FROM "Meeting" WHERE "startsAt" > now() ORDER BY "startsAt" LIMIT 1`,
    );
    const { row: made } = await add('After', { meeting: meeting?.id ?? '', days: '5' });
    expect(made.dueOn).toBe(isoDay(workingDaysAfter(day(meeting?.day ?? ''), 5)));
    for (const fields of [
      { meeting: meeting?.id ?? '' },
      { days: '5' },
      { days: '5', dueOn: on(3), meeting: meeting?.id ?? '' },
    ]) {
      const answer = await actAs('home-lead', addAction, {
        ...typed,
        commitment: 'home-2',
        title: 'No',
        ...(fields as Record<string, string>),
      });
      expect(Object.keys(answer.state?.errors ?? {})).toHaveLength(1);
    }
  });

  it('cannot be done before it, but when it was dropped', async () => {
    const { row: first } = await add('First');
    await add('Second', { waitsFor: first.id });
    expect((await move('Second', 'done')).state?.errors.status).toContain('It waits for “First”');
    await move('First', 'dropped');
    expect((await move('Second', 'done')).to).toBeTruthy();
  });

  it('never waits in a circle, however long, nor for itself, even when two people try at once', async () => {
    const { row: a } = await add('A');
    const { row: b } = await add('B', { waitsFor: a.id });
    const { row: c } = await add('C', { waitsFor: b.id });
    expect((await change('A', { waitsFor: c.id })).state?.errors.waitsFor).toContain('“C” waits for “B” waits for “A”');
    expect((await change('A', { waitsFor: a.id })).state?.errors.waitsFor).toBeTruthy();
    await change('B', {});
    await change('C', {});
    const pairs = Array.from({ length: 6 }, (_, n) => [`P${n}`, `Q${n}`] as const);
    for (const title of pairs.flat()) await add(title);
    const known = new Map((await rows()).map((one) => [one.title, one]));
    const wait = (title: string, other: string) => {
      const [{ id = '', version = 0 } = {}, awaited] = [known.get(title), known.get(other)];
      const form = { ...typed, title, action: id, version, waitsFor: awaited?.id ?? '' };
      return actAs('home-lead', changeAction, form);
    };
    const answers = await Promise.all(pairs.flatMap(([one, other]) => [wait(one, other), wait(other, one)]));
    expect(answers.filter(({ to }) => to)).toHaveLength(pairs.length);
    expect((await rows()).filter(({ waitsForId }) => waitsForId)).toHaveLength(pairs.length);
  });
});
