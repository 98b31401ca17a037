import { describe, expect, it, vi } from 'vitest';
import { getViewer } from '#lib/auth/viewer.ts';
import { markOf } from '#lib/councils/marks.ts';
import {
  finishSetUp,
  saveLanguage,
  saveRoleNames,
  saveRules,
  saveStatuses,
  saveWords,
} from '#lib/councils/mutations.ts';
import { statusKinds } from '#lib/councils/settings.ts';
import { removeMeeting, saveMeeting } from '#lib/meetings/mutations.ts';
import { getMeetingSettings } from '#lib/meetings/settings.ts';
import { addPerson, endRole, giveRole } from '#lib/people/mutations.ts';
import { saveTheme } from '#lib/themes/mutations.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const officer = 'strategy-officer';
const council = async () => {
  const viewer = await readAs(officer, () => getViewer('portsmouth'));
  if (!viewer) throw new Error('the officer is not signed in');
  return viewer.council;
};

describe('the words of a council', () => {
  it('are saved, and those that no page asks for stay', async () => {
    const { vocabulary } = await council();
    const shown = markOf(vocabulary);
    const { to } = await actAs(officer, saveWords, { ...vocabulary, shown, board: 'Parenting Panel 👪' });
    expect(to).toMatch(/^\/portsmouth\/settings\/words\?saved=/);
    expect((await council()).vocabulary).toEqual({ ...vocabulary, board: 'Parenting Panel 👪' });
  });

  it('that somebody else saved meanwhile are shown beside those that were typed', async () => {
    const { vocabulary } = await council();
    const shown = markOf(vocabulary);
    await actAs(officer, saveWords, { ...vocabulary, shown, pledge: 'Theirs' });
    const late = await actAs(officer, saveWords, { ...vocabulary, shown, pledge: 'Mine' });
    expect(late.state?.message).toMatch(/somebody else changed this/);
    expect(late.state?.theirs).toMatchObject({ pledge: 'Theirs' });
    expect(late.state?.values.pledge).toBe('Mine');
    expect((await council()).vocabulary.pledge).toBe('Theirs');
    const again = { ...vocabulary, shown: late.state?.theirs?.shown ?? '', pledge: 'Both' };
    expect((await actAs(officer, saveWords, again)).state).toBeNull();
    expect((await council()).vocabulary.pledge).toBe('Both');
  });

  it('are for the administrator alone', async () => {
    const { vocabulary } = await council();
    const answer = await actAs('board-chair', saveWords, { ...vocabulary, shown: markOf(vocabulary), board: 'Ours' });
    expect(answer.state?.message).toMatch(/role does not allow/);
    expect((await council()).vocabulary.board).not.toBe('Ours');
  });
});

it('language: rows are added, emptied rows go, half rows are told', async () => {
  const { language } = await council();
  const half = await actAs(officer, saveLanguage, {
    shown: markOf(language),
    avoid1: 'x',
    prefer1: '',
    why1: 'y',
    unless1: '',
  });
  expect(half.state?.errors).toEqual({ avoid1: expect.any(String), prefer1: expect.any(String) });
  const rows = {
    avoid1: '',
    prefer1: '',
    avoid2: 'in care',
    prefer2: 'we care for',
    why2: '',
    unless2: 'in care of; care plan',
  };
  await actAs(officer, saveLanguage, { shown: markOf(language), ...rows });
  expect((await council()).language).toEqual([
    { avoid: 'in care', prefer: 'we care for', why: '', unless: ['in care of', 'care plan'] },
  ]);
});

it('statuses and roles: their words change, their kinds do not', async () => {
  const { statuses, roleNames } = await council();
  const words = statusKinds.flatMap((kind) => [
    [`${kind}Label`, `${kind} here`],
    [`${kind}Meaning`, 'What it means here.'],
  ]);
  await actAs(officer, saveStatuses, { shown: markOf(statuses), ...Object.fromEntries(words) });
  expect((await council()).statuses.map(({ key, label }) => [key, label])).toEqual(
    statusKinds.map((kind) => [kind, `${kind} here`]),
  );
  await actAs(officer, saveRoleNames, { shown: markOf(roleNames), chair: 'Convener', lead: '' });
  expect((await council()).roleNames).toEqual({ chair: 'Convener' });
});

it('rules: out of order they are refused, and rules of other pages stay', async () => {
  const { rules, contact } = await council();
  const shown = markOf({ ...rules, contact });
  const days = { roundOpensWorkingDaysBefore: 15, updatesDueWorkingDaysBefore: 8, roundClosesWorkingDaysBefore: 3 };
  const more = { shown, disclosureThreshold: 0, papers: 'private', contact: 'Ask the officer.' };
  const wrong = await actAs(officer, saveRules, { ...days, ...more, updatesDueWorkingDaysBefore: 16 });
  expect(wrong.state?.errors.updatesDueWorkingDaysBefore).toMatch(/before the round opens/);
  const [before] = await inPortsmouth<{ rules: object }>('SELECT rules FROM "Council"');
  await actAs(officer, saveRules, { ...days, ...more });
  const [after] = await inPortsmouth<{ rules: object }>('SELECT rules FROM "Council"');
  // What is too small to show is decided on its own page, with a reason.
  expect(after?.rules).toEqual({ ...before?.rules, ...days, papers: 'private' });
});

describe('themes and meetings', () => {
  it('a theme takes the priorities that are ticked, and no other theme its name', async () => {
    const priorities = (await inPortsmouth<{ id: string }>('SELECT id FROM "Priority" LIMIT 2')).map(({ id }) => id);
    const theme = {
      shown: '',
      theme: '',
      name: 'Friendship',
      month: 3,
      question: 'Do children have friends?',
      priorities,
    };
    expect((await actAs(officer, saveTheme, theme)).state).toBeNull();
    const rows = await inPortsmouth(
      `SELECT t.slug FROM "Theme" t JOIN "ThemePriority" p ON p."themeId" = t.id WHERE t.name = 'Friendship'`,
    );
    expect(rows).toEqual([{ slug: 'friendship' }, { slug: 'friendship' }]);
    expect((await actAs(officer, saveTheme, theme)).state?.errors.name).toMatch(/already/);
  });

  it('a meeting brings its round by the rules, moves with it, and goes while nothing rests on it', async () => {
    const [theme] = await inPortsmouth<{ id: string }>(`SELECT id FROM "Theme" WHERE slug = 'home'`);
    const meeting = {
      shown: '',
      meeting: '',
      theme: theme?.id ?? '',
      date: '2031-07-24',
      time: '16:30',
      place: 'Online',
    };
    await actAs(officer, saveMeeting, meeting);
    const find = async () => {
      const viewer = await readAs(officer, () => getViewer('portsmouth'));
      if (!viewer) throw new Error('the officer is not signed in');
      const { meetings } = await getMeetingSettings(viewer);
      return meetings.find(({ now }) => now.place === 'Online');
    };
    const made = await find();
    expect(made?.startsAt.toISOString()).toBe('2031-07-24T15:30:00.000Z');
    expect(made?.round?.closesOn.toISOString().slice(0, 10)).toBe('2031-07-21');
    const moved = { ...meeting, meeting: made?.id ?? '', shown: made?.shown ?? '', date: '2031-07-31' };
    await actAs(officer, saveMeeting, moved);
    expect((await find())?.round?.closesOn.toISOString().slice(0, 10)).toBe('2031-07-28');
    expect((await actAs(officer, saveMeeting, moved)).state?.message).toMatch(/somebody else changed/);
    expect((await actAs(officer, saveMeeting, { ...meeting, date: '2020-01-01' })).state?.errors.date).toMatch(
      /still to come/,
    );
    await actAs(officer, removeMeeting, { meeting: made?.id ?? '' });
    expect(await find()).toBeUndefined();
    const [begun] = await inPortsmouth<{ id: string }>(
      `SELECT m.id FROM "Meeting" m JOIN "Round" r ON r."meetingId" = m.id JOIN "Update" u ON u."roundId" = r.id LIMIT 1`,
    );
    expect((await actAs(officer, removeMeeting, { meeting: begun?.id ?? '' })).state?.message).toMatch(/it stays/);
  });
});

describe('people', () => {
  const person = {
    name: 'Music lead',
    email: 'Music.Lead@portsmouth.example ',
    role: 'lead',
    organisation: 'Music service',
    does: '',
  };

  it('who is added can sign in, once', async () => {
    expect((await actAs(officer, addPerson, person)).state).toBeNull();
    expect(
      await inPortsmouth(
        `SELECT role::text FROM "Membership" m JOIN "Person" p ON p.id = m."personId" WHERE p.name = 'Music lead'`,
      ),
    ).toEqual([{ role: 'lead' }]);
    const viewer = await readAs('music.lead', () => getViewer('portsmouth'));
    expect(viewer?.roles).toEqual(['lead']);
    expect((await actAs(officer, addPerson, person)).state?.errors.email).toMatch(/belongs to Music lead/);
  });

  it.each([
    [{ email: 'nowhere' }, 'email', /email address/],
    [{ role: 'king' }, 'role', /Choose a role/],
    [{ name: ' ' }, 'name', /call this person/],
  ])('with %o are refused', async (wrong, field, said) => {
    const answer = await actAs(officer, addPerson, { ...person, email: 'other@portsmouth.example', ...wrong });
    expect(answer.state?.errors[field]).toMatch(said);
  });

  it('a role ends with its last day, and the last administrator stays', async () => {
    const [chair] = await inPortsmouth<{ id: string; person: string }>(
      `SELECT m.id, p.id AS person FROM "Membership" m JOIN "Person" p ON p.id = m."personId" WHERE m.role = 'chair'`,
    );
    await actAs(officer, endRole, { membership: chair?.id ?? '', endsOn: '2020-01-01' }).then(({ state }) =>
      expect(state?.errors.endsOn).toMatch(/before the first/),
    );
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await actAs(officer, endRole, { membership: chair?.id ?? '', endsOn: yesterday });
    expect(await readAs('board-chair', () => getViewer('portsmouth'))).toBeNull();
    const today = new Date().toISOString().slice(0, 10);
    await actAs(officer, giveRole, { person: chair?.person ?? '', role: 'boardMember', startsOn: today });
    expect((await readAs('board-chair', () => getViewer('portsmouth')))?.roles).toEqual(['boardMember']);
    const [own] = await inPortsmouth<{ id: string }>(`SELECT id FROM "Membership" WHERE role = 'administrator'`);
    const last = await actAs(officer, endRole, { membership: own?.id ?? '', endsOn: today });
    expect(last.state?.message).toMatch(/last administrator/);
  });
});

it('a council that has everything can begin', async () => {
  expect((await actAs(officer, finishSetUp, {})).to).toBe('/portsmouth/settings?ready=1');
});
