import { beforeAll, describe, expect, it, vi } from 'vitest';
import { getViewer } from '#lib/auth/viewer.ts';
import { getCommitment } from '#lib/commitments/chain.ts';
import { listCommitments } from '#lib/commitments/queries.ts';
import { getNeeds } from '#lib/needs/queries.ts';
import { getPromise, listPromises } from '#lib/promises/queries.ts';
import { getMeasure } from '#lib/strategies/measures.ts';
import { addRow, carryOver, confirmDirection, editRow, removeRow, startStrategy } from '#lib/strategies/mutations.ts';
import { getPriority, listStrategies } from '#lib/strategies/queries.ts';
import { getWholeStrategy } from '#lib/strategies/whole.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const notFound = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };
const officer = 'strategy-officer';

const as = <T>(person: string, read: (viewer: NonNullable<Awaited<ReturnType<typeof getViewer>>>) => Promise<T>) =>
  readAs(person, async () => read((await getViewer('portsmouth')) ?? expect.unreachable()));

type Stored = Record<string, string | number> & { version: number };
const commitment = async (ref: string) =>
  (await inPortsmouth<Stored>('SELECT * FROM "Commitment" WHERE ref = $1 ORDER BY id', [ref]))[0] ??
  expect.unreachable();

/** The form of a commitment as it is, with what somebody typed. */
async function formOf(ref: string, typed: Record<string, string | number>) {
  const { title, wording, notes, publishedOrder, displayOrder, version } = await commitment(ref);
  const [{ key } = { key: '' }] = await inPortsmouth<{ key: string }>(
    'SELECT p.key FROM "Commitment" c JOIN "Priority" p ON p.id = c."priorityId" WHERE c.ref = $1',
    [ref],
  );
  const row = { title, wording, notes, publishedOrder, displayOrder, version, priority: key, parent: '', reason: '' };
  return { strategy: '2023-26', noun: 'commitment', name: ref, ...row, ...typed } as Record<string, string | number>;
}

describe('adopted wording', () => {
  it('changes with a reason, which stands in the history with both texts', async () => {
    const { wording: before } = await commitment('Home 1');
    const silent = await actAs(officer, editRow, await formOf('Home 1', { wording: 'We will do it well.' }));
    expect(silent.state?.errors).toHaveProperty('reason');
    expect((await commitment('Home 1')).wording).toBe(before);

    const said = await formOf('Home 1', { wording: 'We will do it well.', reason: 'Cabinet, 3 November.' });
    expect((await actAs(officer, editRow, said)).to).toBe('/portsmouth/commitments/home-1');
    const { history, wording } = await as('board-member', (viewer) => getCommitment(viewer, 'home-1'));
    expect(wording).toBe('We will do it well.');
    expect(history).toMatchObject([
      {
        field: 'wording',
        before,
        after: wording,
        reason: 'Cabinet, 3 November.',
        person: { name: 'Strategy officer' },
      },
    ]);
    const [event] = await inPortsmouth<{ operation: string; subject: string }>(
      'SELECT operation, subject FROM "AuditEvent" ORDER BY number DESC LIMIT 1',
    );
    expect(event).toEqual({ operation: 'editStrategy', subject: '2023-26, commitment Home 1' });
  });

  it('is changed by the administrator alone', async () => {
    const form = await formOf('Home 2', { wording: 'Mine.', reason: 'Because.' });
    for (const person of ['home-lead', 'board-chair', 'scrutiny-viewer']) {
      expect((await actAs(person, editRow, form)).state?.message).toBe('Your role does not allow this.');
    }
    expect((await actAs(null, editRow, form)).state?.message).toMatch(/signed out/);
    const rotherham = await formOf('Home 2', { strategy: '2024-27' });
    expect((await actAs(officer, editRow, rotherham)).notFound).toBe(true);
  });

  it('of two editors keeps the first, and shows the second what stands', async () => {
    const first = await formOf('Home 3', { notes: 'First.' });
    const second = await formOf('Home 3', { notes: 'Second.' });
    expect((await actAs(officer, editRow, first)).to).toBeTruthy();
    const { state } = await actAs(officer, editRow, second);
    expect(state).toMatchObject({ theirs: { notes: 'First.' }, values: { notes: 'Second.' } });
    const again = { ...second, version: state?.theirs?.version ?? '' };
    expect((await actAs(officer, editRow, again)).to).toBeTruthy();
    expect((await commitment('Home 3')).notes).toBe('Second.');
  });

  it('of two rows saved at once keeps both', async () => {
    const forms = await Promise.all(
      ['Home 5', 'Home 6', 'Home 7'].map((ref) => formOf(ref, { notes: `About ${ref}.` })),
    );
    const answers = await Promise.all(forms.map((form) => actAs(officer, editRow, form)));
    expect(answers.filter(({ to }) => !to)).toEqual([]);
    for (const ref of ['Home 5', 'Home 6', 'Home 7']) expect((await commitment(ref)).notes).toBe(`About ${ref}.`);
  });
});

describe('working notes', () => {
  it('need no reason, leave no history, and stay with leads and the administrator', async () => {
    expect((await actAs(officer, editRow, await formOf('Home 8', { notes: 'Ask housing.' }))).to).toBeTruthy();
    const notes = (person: string) => as(person, async (viewer) => (await getCommitment(viewer, 'home-8')).notes);
    expect(await notes('home-lead')).toBe('Ask housing.');
    expect(await notes(officer)).toBe('Ask housing.');
    for (const person of ['board-member', 'scrutiny-viewer', 'young-peoples-representative', 'health-partner']) {
      expect(await notes(person)).toBe('');
    }
    expect(await as(officer, async (viewer) => (await getCommitment(viewer, 'home-8')).history)).toEqual([]);
  });
});

describe('a row of a strategy', () => {
  const child = {
    strategy: '2023-26',
    noun: 'commitment',
    number: 1,
    title: 'A step',
    wording: 'We will take it.',
    priority: 'home',
    parent: 'Home 9',
    publishedOrder: '',
    displayOrder: '',
  };

  it('is put under another and taken out again, unless something rests on it', async () => {
    expect((await actAs(officer, addRow, child)).to).toBe('/portsmouth/commitments/home-9-1');
    const { children } = await as('board-member', (viewer) => getCommitment(viewer, 'home-9'));
    expect(children).toMatchObject([{ ref: 'Home 9.1', slug: 'home-9-1' }]);
    const out = (ref: string, version: number) => ({ strategy: '2023-26', noun: 'commitment', name: ref, version });
    const { version } = await commitment('Home 9.1');
    expect((await actAs(officer, removeRow, out('Home 9.1', version + 1))).state?.message).toMatch(/saved this while/);
    expect((await actAs(officer, removeRow, out('Home 9.1', version))).to).toBe('/portsmouth/strategies/2023-26');
    const kept = await actAs(officer, removeRow, out('Home 9', (await commitment('Home 9')).version));
    expect(kept.state?.message).toMatch(/Home 9/);
    expect(await commitment('Home 9')).toBeTruthy();
  });

  it('is refused field by field', async () => {
    const { state } = await actAs(officer, addRow, { ...child, title: '', parent: 'Voice 1' });
    expect(state?.errors).toHaveProperty('title');
    const other = await actAs(officer, addRow, { ...child, parent: 'Voice 1' });
    expect(other.state?.errors.parent).toMatch(/belongs to the priority "voice"/);
    const circle = await actAs(officer, editRow, await formOf('Home 9', { parent: 'Home 9' }));
    expect(circle.state?.errors.parent).toMatch(/under itself/);
  });
});

describe('the doubted direction', () => {
  it('is confirmed by an officer, beside what was printed', async () => {
    const measure = () => as('board-member', (viewer) => getMeasure(viewer, '2017-20', '2.6'));
    const { version, mayEdit } = await measure();
    expect(mayEdit).toBe(false);
    const form = { strategy: '2017-20', ref: '2.6', version, confirmedDirection: 'reduce' };
    expect((await actAs('home-lead', confirmDirection, form)).state?.message).toBe('Your role does not allow this.');
    expect((await actAs(officer, confirmDirection, form)).to).toBe('/portsmouth/strategies/2017-20/measures/2.6');
    expect((await actAs(officer, confirmDirection, form)).state?.message).toMatch(/Load the page again/);
    expect(await measure()).toMatchObject({
      publishedDirection: 'increase',
      confirmedDirection: 'reduce',
      confirmedBy: { name: 'Strategy officer' },
    });
  });
});

describe('the next strategy', () => {
  const start = {
    from: '2023-26',
    key: '2027-30',
    title: 'Strategy 2027 to 2030',
    startsOn: '2027-01-01',
    endsOn: '2030-12-31',
    carry: 'Home 4',
  };
  beforeAll(async () => {
    expect((await actAs(officer, startStrategy, start)).to).toBe('/portsmouth/strategies/2027-30');
  });

  it('is a draft that takes the place of the one before on its first day, once', async () => {
    const { strategies } = await as(officer, (viewer) => listStrategies(viewer));
    expect(strategies.map(({ key, phase }) => [key, phase])).toEqual([
      ['2027-30', 'coming'],
      ['2023-26', 'inForce'],
      ['2017-20', 'closed'],
    ]);
    const again = await actAs(officer, startStrategy, { ...start, key: '2028-31' });
    expect(again.state?.message).toMatch(/took the place of this one already/);
    const early = await actAs(officer, startStrategy, {
      ...start,
      from: '2027-30',
      key: '2020',
      startsOn: '2020-01-01',
    });
    expect(early.state?.errors).toHaveProperty('startsOn');
  });

  it('takes over who leads each priority, and the themes of the board that look at it', async () => {
    const home = await as('board-member', (viewer) => getPriority(viewer, 'home', '2027-30'));
    expect(home.themes.map(({ slug }) => slug)).toEqual(['home']);
    const leads = await inPortsmouth<{ name: string; starts: string }>(
      `SELECT who.name, a."startsOn"::text AS starts FROM "Assignment" a JOIN "Person" who ON who.id = a."personId"
         JOIN "Priority" p ON p.id = a."priorityId" JOIN "Strategy" s ON s.id = p."strategyId"
        WHERE s.key = '2027-30' AND p.key = 'home'`,
    );
    expect(leads).toEqual([{ name: 'Home lead', starts: '2027-01-01' }]);
  });

  it('cannot be its own ancestor', async () => {
    const [{ version } = { version: 0 }] = await inPortsmouth<Stored>(
      `SELECT version FROM "Strategy" WHERE key = '2023-26'`,
    );
    const whole = await as(officer, (viewer) => getWholeStrategy(viewer, '2023-26', 'published'));
    const form = {
      strategy: '2023-26',
      noun: 'strategy',
      version,
      title: whole.title,
      testQuestions: whole.testQuestions.join('\n'),
      startsOn: '2023-01-01',
      endsOn: '2026-12-31',
      supersedes: '2027-30',
    };
    expect((await actAs(officer, editRow, form)).state?.errors.startsOn).toMatch(/must begin after/);
  });

  it('carries commitments over, each linked back and forth', async () => {
    const carry = { strategy: '2023-26', ref: 'Home 1', next: '2027-30', priority: 'home' };
    const { to } = await actAs(officer, carryOver, carry);
    expect(to).toBe('/portsmouth/commitments/2027-30-home-5');
    expect((await actAs(officer, carryOver, carry)).state?.message).toMatch(/carried over already/);
    const read = (slug: string) => as('board-member', (viewer) => getCommitment(viewer, slug));
    expect(await read('2027-30-home-5')).toMatchObject({ ref: 'Home 5', carriedFrom: { slug: 'home-1' }, updates: [] });
    expect((await read('home-1')).carriedTo).toMatchObject([{ slug: '2027-30-home-5' }]);
  });

  it('never leaks into what is read of the strategy in force, and stays readable at its addresses', async () => {
    const all = await as('board-member', (viewer) => listCommitments(viewer));
    expect(all).toHaveLength(62);
    expect(await as('board-member', (viewer) => listPromises(viewer))).toHaveLength(11);
    const due = await as('home-lead', (viewer) => getNeeds(viewer));
    expect(due.acts.map(({ key }) => key)).not.toContain('2027-30-home-5');
    const home = (key?: string) => as('board-member', (viewer) => getPriority(viewer, 'home', key));
    expect((await home()).commitments).toHaveLength(11);
    expect((await home('2027-30')).commitments.map(({ ref }) => ref)).toEqual(['Home 4', 'Home 5']);
    const pledge = await as('board-member', (viewer) => getPromise(viewer, 2, '2017-20'));
    expect(pledge).toMatchObject({ plainTitle: 'Safe and happy', commitments: [] });
    expect(pledge.measures).toHaveLength(8);
    await expect(as('board-member', (viewer) => getPromise(viewer, 8, '2017-20'))).rejects.toMatchObject(notFound);
    const whole = await as('board-member', (viewer) => getWholeStrategy(viewer, '2017-20', 'published'));
    expect(whole).toMatchObject({ phase: 'closed', priorities: [], supersededBy: [{ key: '2023-26' }] });
    expect(whole.measures).toHaveLength(7);
  });
});
