import { describe, expect, it, vi } from 'vitest';
import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { getCommitment } from '#lib/commitments/chain.ts';
import { getHeaderCounts, getNeeds } from '#lib/needs/queries.ts';
import { openRound } from '#lib/rounds/rules.ts';
import { confirmUnchanged, saveDraft } from '#lib/updates/mutations.ts';
import { getWaiting, getWriting, listWaiting } from '#lib/updates/queries.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));
// What `experimental.authInterrupts` sets in a build: without it forbidden() refuses to work.
vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true');

const cast = [
  'strategy-officer',
  'board-chair',
  'board-member',
  'home-lead',
  'health-partner',
  'young-peoples-representative',
  'scrutiny-viewer',
];

/** What a read gives this person; "403" or "404" where they may not have it. */
const readBy = <T>(person: string, read: (viewer: Viewer) => Promise<T>): Promise<T | string> =>
  readAs(person, async () => {
    const viewer = await getViewer('portsmouth');
    if (!viewer) throw new Error(`${person} is not signed in`);
    try {
      return await read(viewer);
    } catch (error) {
      const [kind, status] = ((error as { digest?: string }).digest ?? '').split(';');
      if (kind === 'NEXT_HTTP_ERROR_FALLBACK' && status) return status;
      throw error;
    }
  });

const needsOf = async (person: string) => {
  const needs = await readBy(person, getNeeds);
  if (typeof needs === 'string') throw new Error(needs);
  return needs;
};

const keys = async (person: string) => (await needsOf(person)).acts.map((act) => `${act.kind} ${act.key}`);

describe('what needs me', () => {
  it('has as many rows as the number in the header says, for everybody', async () => {
    for (const person of cast) {
      const needs = await needsOf(person);
      const counted = async (viewer: Viewer) => (await getHeaderCounts(viewer)).waiting;
      expect(await readBy(person, counted), person).toBe(needs.acts.length);
    }
  });

  it('gives leads their updates, and only the administrator the decisions', async () => {
    const of = async (person: string) => new Set((await needsOf(person)).acts.map((act) => act.kind));
    const lead = await of('home-lead');
    expect(lead.has('returned') && lead.has('due')).toBe(true);
    expect(lead.has('decide')).toBe(false);
    expect(await of('strategy-officer')).toEqual(new Set(['decide', 'words', 'answer']));
    expect((await of('young-peoples-representative')).has('rate')).toBe(true);
    for (const person of ['board-member', 'scrutiny-viewer']) expect(await of(person), person).toEqual(new Set());
    for (const kind of await of('health-partner')) expect(kind).toBe('action');
  });

  it('agrees with the rule on which round is open', async () => {
    const rounds = await inPortsmouth<{ opensOn: Date; dueOn: Date; closesOn: Date }>(
      `SELECT "opensOn"::timestamp AT TIME ZONE 'UTC' AS "opensOn", "dueOn"::timestamp AT TIME ZONE 'UTC' AS "dueOn",
              "closesOn"::timestamp AT TIME ZONE 'UTC' AS "closesOn" FROM "Round"`,
    );
    const { acts, today, round } = await needsOf('home-lead');
    expect(round?.dueOn).toEqual(openRound(rounds, today)?.dueOn);
    for (const act of acts.filter((one) => one.kind === 'due')) expect(act.on).toEqual(round?.dueOn);
  });

  it('follows an update from due to begun to sent', async () => {
    const form = { commitment: 'home-3', version: 0 };
    expect(await keys('home-lead')).toContain('due home-3');
    await actAs('home-lead', saveDraft, { ...form, status: 'onTrack' });
    expect(await keys('home-lead')).toContain('begun home-3');
    await actAs('home-lead', confirmUnchanged, { ...form, version: 1 });
    expect((await keys('home-lead')).filter((key) => key.endsWith(' home-3'))).toEqual([]);
    const waiting = (await needsOf('strategy-officer')).acts.map((act) => act.ref);
    expect(waiting).toContain('Home 3');
  });

  it('asks the lead of the commitment itself, not the lead of its priority', async () => {
    await inPortsmouth(
      `INSERT INTO "Assignment" ("councilId", id, "personId", kind, "commitmentId", "startsOn")
       SELECT c."councilId", gen_random_uuid(), p.id, 'lead', c.id, '2020-01-01'
         FROM "Commitment" c, "Person" p WHERE c.slug = 'home-7' AND p.name = 'Health partner'`,
    );
    expect(await keys('health-partner')).toContain('due home-7');
    expect(await keys('home-lead')).not.toContain('due home-7');
  });

  it('asks nobody for what is complete or stopped', async () => {
    const done = await inPortsmouth<{ slug: string }>(
      `SELECT c.slug FROM "Commitment" c WHERE (SELECT u.status FROM "Update" u WHERE u."commitmentId" = c.id
        AND u.state = 'published' ORDER BY u."publishedAt" DESC LIMIT 1) IN ('complete', 'stopped')`,
    );
    expect(done.length).toBeGreaterThan(0);
    const people = ['voice', 'relationships', 'learning', 'home', 'health', 'skills'].map((key) => `${key}-lead`);
    const asked = new Set((await Promise.all(people.map(keys))).flat());
    for (const { slug } of done) expect(asked).not.toContain(`due ${slug}`);
  });

  it('shows each role what concerns it', async () => {
    await inPortsmouth(`WITH made AS (
        INSERT INTO "Report" ("councilId", id, "strategyId", "startsOn", "endsOn", title, texts, "authorId")
        SELECT s."councilId", gen_random_uuid(), s.id, now(), now(), 'The year', '{}', p.id
          FROM "Strategy" s, "Person" p WHERE p.name = 'Strategy officer' RETURNING *)
      INSERT INTO "Snapshot" ("councilId", id, "reportId", edition, content, hash, "frozenById")
      SELECT "councilId", gen_random_uuid(), id, 2, '{}', 'x', "authorId" FROM made`);
    const [officer, chair, scrutiny, young, lead] = await Promise.all(
      ['strategy-officer', 'board-chair', 'scrutiny-viewer', 'young-peoples-representative', 'home-lead'].map(needsOf),
    );
    expect(officer?.quiet.length).toBeGreaterThan(0);
    expect(chair?.offTrack.length).toBeGreaterThan(0);
    expect(chair?.meeting?.meetingAt.getTime()).toBeGreaterThan(Date.now() - 86_400_000);
    expect(scrutiny?.report).toMatchObject({ title: 'The year', edition: 2 });
    expect(young?.promises).toHaveLength(11);
    expect(lead).toMatchObject({ quiet: [], offTrack: [], promises: [], report: null });
  });
});

describe('what is not published', () => {
  it('is seen by its lead and the administrator, and by nobody else', async () => {
    for (const person of cast) {
      const chain = await readBy(person, (viewer) => getCommitment(viewer, 'home-8'));
      const sees = typeof chain !== 'string' && chain.working !== null;
      expect(sees, person).toBe(person === 'home-lead' || person === 'strategy-officer');
    }
  });

  it('has a form for its lead alone, and decisions for the administrator alone', async () => {
    const [waiting] = await inPortsmouth<{ id: string }>(`SELECT id FROM "Update" WHERE state = 'submitted' LIMIT 1`);
    const ofLead = cast.filter((person) => person !== 'home-lead');
    for (const person of ofLead) {
      expect(await readBy(person, (viewer) => getWriting(viewer, 'home-8')), person).toBe('403');
    }
    for (const person of cast.filter((one) => one !== 'strategy-officer')) {
      expect(await readBy(person, listWaiting), person).toBe('403');
      expect(await readBy(person, (viewer) => getWaiting(viewer, waiting?.id ?? '')), person).toBe('403');
    }
  });

  it('shows the administrator no draft to decide on', async () => {
    await actAs('home-lead', saveDraft, { commitment: 'home-2', version: 0, done: 'Not ready.' });
    const [draft] = await inPortsmouth<{ id: string }>(`SELECT id FROM "Update" WHERE state = 'draft' LIMIT 1`);
    for (const id of [draft?.id ?? '', crypto.randomUUID(), 'home-1']) {
      expect(await readBy('strategy-officer', (viewer) => getWaiting(viewer, id))).toBe('404');
    }
  });

  it('has no page where there is no such commitment', async () => {
    expect(await readBy('home-lead', (viewer) => getCommitment(viewer, 'home-99'))).toBe('404');
    expect(await readBy('home-lead', (viewer) => getWriting(viewer, 'home-99'))).toBe('404');
  });
});
