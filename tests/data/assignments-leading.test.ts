import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { assign, endAssignment } from '#lib/assignments/mutations.ts';
import { listPeople } from '#lib/assignments/people.ts';
import { deputiesOf, leadsOf, listWithoutLead } from '#lib/assignments/queries.ts';
import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { addDays, day } from '#lib/calendar/rules.ts';
import { getCommitment } from '#lib/commitments/chain.ts';
import { listCommitments } from '#lib/commitments/queries.ts';
import { isoDay } from '#lib/format.ts';
import { getHeaderCounts, getNeeds } from '#lib/needs/queries.ts';
import { readInCouncil } from '#lib/reading.ts';
import { writeUpdate } from '#lib/updates/mutations.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const today = day(isoDay(new Date()));
const on = (days: number) => isoDay(addDays(today, days));

const as = <T>(person: string, read: (viewer: Viewer) => Promise<T>): Promise<T> =>
  readAs(person, async () => read((await getViewer('portsmouth')) as Viewer));

const idOf = async (table: 'Person' | 'Commitment' | 'Priority', column: string, value: string) => {
  const [row] = await inPortsmouth<{ id: string }>(`SELECT id FROM "${table}" WHERE "${column}" = $1`, [value]);
  return row?.id ?? '';
};
const home4 = await idOf('Commitment', 'slug', 'home-4');
const home = await idOf('Priority', 'key', 'home');
const partner = await idOf('Person', 'name', 'Health partner');
const homeLead = await idOf('Person', 'name', 'Home lead');

/** "Health partner lead 2026-11-22 –" of everything that this statement picks. */
const rows = async (where: string) =>
  (
    await inPortsmouth<{ text: string }>(
      `SELECT p.name || ' ' || a.kind || ' ' || a."startsOn" || ' – ' || COALESCE(a."endsOn"::text, '') AS text
         FROM "Assignment" a JOIN "Person" p ON p.id = a."personId" WHERE ${where} ORDER BY a."startsOn", p.name, a.kind`,
    )
  ).map(({ text }) => text);

const seeded = await inPortsmouth(`SELECT * FROM "Assignment"`);
const reset = async () => {
  await inPortsmouth(`DELETE FROM "Assignment" WHERE NOT (id = ANY ($1::uuid[]))`, [seeded.map(({ id }) => id)]);
  await inPortsmouth(`UPDATE "Assignment" SET "endsOn" = NULL`);
  await inPortsmouth(`UPDATE "Person" SET "leftOn" = NULL`);
};
beforeEach(reset);
afterAll(reset);

const made = (fields: Record<string, string>) => ({
  commitment: home4,
  person: partner,
  kind: 'lead',
  startsOn: on(0),
  ...fields,
});

describe('who leads what', () => {
  it('is said by the administrator alone', async () => {
    const refused = await actAs('home-lead', assign, made({}));
    expect(refused.state?.message).toBe('Your role does not allow this.');
    const answer = await actAs('strategy-officer', assign, made({}));
    expect(answer.to).toBe('/portsmouth/commitments/home-4/leads?assigned=lead');
    expect(await rows(`a."commitmentId" IS NOT NULL`)).toEqual([`Health partner lead ${on(0)} – `]);
  });

  it('follows the nearest: the commitment itself before its priority', async () => {
    await actAs('strategy-officer', assign, made({}));
    const { leads } = await as('board-member', (viewer) => getCommitment(viewer, 'home-4'));
    expect(leads.map(({ name }) => name)).toEqual(['Health partner']);
    const standings = await as('board-member', (viewer) => listCommitments(viewer));
    const leadOf = (slug: string) => standings.find((row) => row.slug === slug)?.leads;
    expect([leadOf('home-4'), leadOf('home-3')]).toEqual(['Health partner', 'Home lead']);
  });

  it('reaches what a commitment is made of', async () => {
    const due = async (person: string) =>
      (await as(person, getNeeds)).acts.filter(({ kind }) => kind === 'due').map(({ key }) => key);
    const [part = ''] = await due('health-lead');
    await inPortsmouth(`UPDATE "Commitment" SET "parentId" = $1 WHERE slug = $2`, [home4, part]);
    const standings = await as('board-member', (viewer) => listCommitments(viewer));
    expect(standings.find((row) => row.slug === part)?.leads).toBe('Health lead');
    await actAs('strategy-officer', assign, made({ person: homeLead }));
    const after = await as('board-member', (viewer) => listCommitments(viewer));
    expect(after.find((row) => row.slug === part)?.leads).toBe('Home lead');
    expect(await due('home-lead')).toContain(part);
    expect(await due('health-lead')).not.toContain(part);
    await inPortsmouth(`UPDATE "Commitment" SET "parentId" = NULL`);
  });

  it('lets a deputy write, says who stands in, and escalates to nobody who has left', async () => {
    await actAs('strategy-officer', assign, made({ kind: 'deputy' }));
    const councilId = String(seeded[0]?.councilId);
    const ofDay = () =>
      readInCouncil(councilId, async (db) => [await leadsOf(db, today), await deputiesOf(db, today)] as const);
    const [leads, deputies] = await ofDay();
    expect(leads.get(home4)?.map(({ name }) => name)).toEqual(['Home lead']);
    expect(deputies.get(home4)?.map(({ name }) => name)).toEqual(['Health partner']);
    const sent = await actAs('health-partner', writeUpdate, {
      commitment: 'home-4',
      version: 0,
      status: 'onTrack',
      done: 'x',
      intent: 'draft',
    });
    expect(sent.to ?? sent.state?.theirs).toBeTruthy();
    await inPortsmouth(`UPDATE "Person" SET "leftOn" = $1 WHERE id = $2`, [on(-1), partner]);
    expect((await ofDay())[1].get(home4)).toEqual([]);
  });

  it('refuses a lead of nothing, of two things, and of what is not there', async () => {
    const targets: Record<string, string>[] = [
      { commitment: '' },
      { priority: home },
      { commitment: crypto.randomUUID() },
    ];
    for (const target of targets) {
      const answer = await actAs('strategy-officer', assign, made(target));
      expect(answer.notFound).toBe(true);
    }
    const nobody = await actAs('strategy-officer', assign, made({ person: crypto.randomUUID() }));
    expect(nobody.state?.errors.person).toBe('Choose a person in the list.');
    expect(await rows(`a."commitmentId" IS NOT NULL`)).toEqual([]);
  });

  it('refuses days outside the strategy, and what is no day', async () => {
    for (const startsOn of ['2022-12-31', '2199-01-01', 'soon', '2026-02-30']) {
      const { state } = await actAs('strategy-officer', assign, made({ startsOn }));
      expect(state?.errors.startsOn, startsOn).toBeTruthy();
    }
    expect(await rows(`a."commitmentId" IS NOT NULL`)).toEqual([]);
  });

  it('refuses the same person twice, and takes the place of whoever led', async () => {
    await actAs('strategy-officer', assign, made({ startsOn: on(-10) }));
    const twice = await actAs('strategy-officer', assign, made({}));
    expect(twice.state?.errors.person).toContain('Health partner is lead already');
    await actAs('strategy-officer', assign, made({ person: homeLead, instead: '1' }));
    expect(await rows(`a."commitmentId" IS NOT NULL`)).toEqual([
      `Health partner lead ${on(-10)} – ${on(-1)}`,
      `Home lead lead ${on(0)} – `,
    ]);
  });

  it('does one thing when posted twice, and nothing when posted from another site', async () => {
    const key = crypto.randomUUID();
    const posts = await Promise.all([1, 2].map(() => actAs('strategy-officer', assign, made({}), { key })));
    expect(new Set(posts.map(({ to }) => to)).size).toBe(1);
    expect(await rows(`a."commitmentId" IS NOT NULL`)).toHaveLength(1);
    const other = await actAs('strategy-officer', assign, made({ person: homeLead }), {
      origin: 'https://elsewhere.example',
    });
    expect(other.state?.message).toContain('another site');
    expect(await rows(`a."commitmentId" IS NOT NULL`)).toHaveLength(1);
  });
});

describe('a commitment without a lead', () => {
  it('stands where the administrator cannot overlook it, and goes when it has one', async () => {
    expect(await as('strategy-officer', listWithoutLead)).toEqual([]);
    const [row] = await inPortsmouth<{ id: string }>(`SELECT id FROM "Assignment" WHERE "priorityId" = $1`, [home]);
    const ended = await actAs('strategy-officer', endAssignment, { assignment: row?.id ?? '', endsOn: on(-1) });
    expect(ended.to).toBe(`/portsmouth/priorities/home/leads?ended=${on(-1)}`);
    const without = await as('strategy-officer', listWithoutLead);
    expect(without.length).toBeGreaterThan(5);
    expect(without.every(({ slug }) => slug.startsWith('home-'))).toBe(true);
    const needs = await as('strategy-officer', getNeeds);
    expect(needs.acts.find(({ kind }) => kind === 'leaderless')?.title).toBe(String(without.length));
    expect((await as('strategy-officer', getHeaderCounts)).waiting).toBe(needs.acts.length);
    expect((await as('board-member', getNeeds)).acts).toEqual([]);
    const { withoutLead } = await as('board-member', listPeople);
    expect(withoutLead).toEqual(without);
    await actAs('strategy-officer', assign, { priority: home, person: partner, kind: 'deputy', startsOn: on(0) });
    expect(await as('strategy-officer', listWithoutLead)).toEqual(without);
    await actAs('strategy-officer', assign, { priority: home, person: homeLead, kind: 'lead', startsOn: on(0) });
    expect(await as('strategy-officer', listWithoutLead)).toEqual([]);
  });

  it('is one whose lead has left', async () => {
    await inPortsmouth(`UPDATE "Person" SET "leftOn" = $1 WHERE id = $2`, [on(-1), homeLead]);
    expect((await as('strategy-officer', listWithoutLead)).every(({ slug }) => slug.startsWith('home-'))).toBe(true);
    const acts = (await as('strategy-officer', getNeeds)).acts.map(({ kind }) => kind);
    expect(acts).toContain('leaderless');
    expect(acts).toContain('leftBehind');
  });

  it('is refused an end before its beginning', async () => {
    await actAs('strategy-officer', assign, made({ startsOn: on(-3) }));
    const [row] = await inPortsmouth<{ id: string }>(`SELECT id FROM "Assignment" WHERE "commitmentId" = $1`, [home4]);
    const answer = await actAs('strategy-officer', endAssignment, { assignment: row?.id ?? '', endsOn: on(-4) });
    expect(answer.state?.errors.endsOn).toContain('it began on');
  });
});
