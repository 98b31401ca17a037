import { beforeEach, describe, expect, it, vi } from 'vitest';
import { confirmUnchanged, saveDraft, takeBack, writeUpdate } from '#lib/updates/mutations.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

type Row = {
  id: string;
  state: string;
  status: string | null;
  reason: string;
  done: string;
  next: string;
  version: number;
  author: string;
  demo: boolean;
  submittedAt: Date | null;
  links: { title: string; url: string }[];
};

const rows = () =>
  inPortsmouth<Row>(`
    SELECT u.id, u.state, u.status, u.reason, u.done, u.next, u.version, p.name AS author, u.demo, u."submittedAt",
           (SELECT COALESCE(json_agg(json_build_object('title', e.title, 'url', e.url) ORDER BY e.id), '[]')
              FROM "Evidence" e WHERE e."updateId" = u.id) AS links
      FROM "Update" u JOIN "Commitment" c ON c.id = u."commitmentId" JOIN "Person" p ON p.id = u."authorId"
     WHERE c.slug = 'home-3' AND u.state <> 'published'`);

const filled = { commitment: 'home-3', version: 0, status: 'onTrack', done: 'We opened two homes.' };

beforeEach(async () => {
  // Home 3 begins each test with nothing on its way, on track when last published, in the open round.
  await inPortsmouth(`DELETE FROM "Evidence" e USING "Update" u, "Commitment" c
    WHERE e."updateId" = u.id AND u."commitmentId" = c.id AND c.slug = 'home-3' AND u.state <> 'published'`);
  await inPortsmouth(`DELETE FROM "Update" u USING "Commitment" c
    WHERE u."commitmentId" = c.id AND c.slug = 'home-3' AND u.state <> 'published'`);
});

describe('sending an update', () => {
  it('makes one submitted row, with its evidence in order, and leads home', async () => {
    const { to } = await actAs('home-lead', writeUpdate, {
      ...filled,
      intent: 'send',
      evidenceTitle1: 'Plan',
      evidenceUrl1: 'https://example.org/plan',
      evidenceTitle3: 'Minutes',
      evidenceUrl3: 'https://example.org/minutes',
    });
    expect(to).toBe('/portsmouth?sent=home-3');
    expect(await rows()).toMatchObject([
      {
        state: 'submitted',
        status: 'onTrack',
        author: 'Home lead',
        demo: true,
        links: [
          { title: 'Plan', url: 'https://example.org/plan' },
          { title: 'Minutes', url: 'https://example.org/minutes' },
        ],
      },
    ]);
  });

  it('leads to the next one that is due when asked', async () => {
    const { to } = await actAs('home-lead', writeUpdate, { ...filled, intent: 'sendNext' });
    expect(to).toMatch(/^\/portsmouth\/commitments\/home-\d+\/update\?sent=home-3$/);
    expect(to).not.toContain('home-3/');
  });

  it('makes one row of a double click, and both clicks lead to the same place', async () => {
    const key = crypto.randomUUID();
    const click = () => actAs('home-lead', writeUpdate, { ...filled, intent: 'send' }, { key });
    const [one, other] = await Promise.all([click(), click()]);
    expect(one.to).toBe('/portsmouth?sent=home-3');
    expect(other.to).toBe(one.to);
    expect((await click()).to).toBe(one.to);
    expect(await rows()).toHaveLength(1);
    const trail = await inPortsmouth(`SELECT FROM "AuditEvent" WHERE subject = 'Home 3, sent'`);
    expect(trail.length).toBeGreaterThan(0);
  });

  it('is refused to a lead of something else, a reader, the administrator, and nobody', async () => {
    for (const person of ['health-lead', 'board-member', 'strategy-officer', 'scrutiny-viewer']) {
      const { state } = await actAs(person, writeUpdate, { ...filled, intent: 'send' });
      expect(state?.message, person).toBe('Your role does not allow this.');
    }
    expect((await actAs(null, writeUpdate, filled)).state?.message).toContain('signed out');
    expect(await rows()).toEqual([]);
  });

  it('is refused to a lead whose time has ended, and open to their deputy', async () => {
    const assign = (kind: string, endsOn: string) =>
      inPortsmouth(
        `INSERT INTO "Assignment" ("councilId", id, "personId", kind, "commitmentId", "startsOn", "endsOn")
         SELECT c."councilId", gen_random_uuid(), p.id, $1::"AssignmentKind", c.id, '2020-01-01', ${endsOn}
           FROM "Commitment" c, "Person" p WHERE c.slug = 'home-3' AND p.name = 'Skills lead'`,
        [kind],
      );
    await assign('lead', 'current_date - 1');
    expect((await actAs('skills-lead', writeUpdate, filled)).state?.message).toBe('Your role does not allow this.');
    await assign('deputy', 'NULL');
    expect((await actAs('skills-lead', writeUpdate, { ...filled, intent: 'send' })).to).toContain('sent=home-3');
    await inPortsmouth(`DELETE FROM "Assignment" a USING "Commitment" c
      WHERE a."commitmentId" = c.id AND c.slug = 'home-3'`);
  });

  it('is not found for a commitment that is not there', async () => {
    expect((await actAs('home-lead', writeUpdate, { ...filled, commitment: 'home-99' })).notFound).toBe(true);
  });

  it('is refused when the form came from another site', async () => {
    for (const origin of ['https://elsewhere.example', null]) {
      const { state } = await actAs('home-lead', writeUpdate, filled, { origin });
      expect(state?.message).toContain('another site');
    }
    expect(await rows()).toEqual([]);
  });

  it('asks for a reason when it got worse, and keeps every word', async () => {
    const { state } = await actAs('home-lead', writeUpdate, {
      ...filled,
      status: 'offTrack',
      intent: 'send',
    });
    expect(state?.errors.reason).toContain('Say why it is off track');
    expect(state?.values.done).toBe(filled.done);
    expect(await rows()).toEqual([]);
  });

  it('refuses 10,000 characters in one sentence, and keeps them', async () => {
    const done = 'x'.repeat(10_000);
    const { state } = await actAs('home-lead', writeUpdate, { ...filled, done, intent: 'send' });
    expect(state?.errors.done).toBe(
      'What was done has 10,000 characters. Shorten it to 4,000 or fewer; a longer paper can be linked as evidence.',
    );
    expect(state?.values.done).toBe(done);
    expect((await actAs('home-lead', saveDraft, { ...filled, done })).state?.savedVersion).toBe(1);
    expect(await rows()).toMatchObject([{ state: 'draft', done }]);
  });

  it('keeps emoji, right-to-left text and line ends, and drops null characters', async () => {
    const done = 'שלום 👩🏽‍👧 مرحبا\r\nsecond line\0';
    await actAs('home-lead', writeUpdate, { ...filled, done, intent: 'send' });
    expect(await rows()).toMatchObject([{ done: 'שלום 👩🏽‍👧 مرحبا\nsecond line' }]);
  });

  it('takes no address that is not a page', async () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,hello', 'example.org', 'https://']) {
      const fields = { ...filled, intent: 'send', evidenceTitle2: 'Plan', evidenceUrl2: url };
      const { state } = await actAs('home-lead', writeUpdate, fields);
      expect(state?.errors.evidenceUrl2, url).toContain('whole address');
    }
    expect(await rows()).toEqual([]);
  });

  it('is refused in words while no round is open', async () => {
    await inPortsmouth(
      `UPDATE "Round" SET "opensOn" = "opensOn" + 3650, "dueOn" = "dueOn" + 3650, "closesOn" = "closesOn" + 3650`,
    );
    const { state } = await actAs('home-lead', writeUpdate, { ...filled, intent: 'send' });
    await inPortsmouth(
      `UPDATE "Round" SET "opensOn" = "opensOn" - 3650, "dueOn" = "dueOn" - 3650, "closesOn" = "closesOn" - 3650`,
    );
    expect(state?.message).toMatch(/^No round is open today\. The next one opens on/);
    expect(state?.values.done).toBe(filled.done);
  });
});

describe('what was said last time', () => {
  it('is sent again in one click when nothing changed', async () => {
    const { to } = await actAs('home-lead', confirmUnchanged, { commitment: 'home-3', version: 0 });
    expect(to).toContain('sent=home-3');
    const [last] = await inPortsmouth<Row>(`SELECT u.done, u.status FROM "Update" u JOIN "Commitment" c
      ON c.id = u."commitmentId" WHERE c.slug = 'home-3' AND u.state = 'published' ORDER BY u."publishedAt" DESC LIMIT 1`);
    expect(await rows()).toMatchObject([{ state: 'submitted', ...last }]);
  });

  it('fills the answers that are still empty, and no other', async () => {
    const mine = { ...filled, status: 'atRisk', next: 'A plan of our own.' };
    const { to } = await actAs('home-lead', writeUpdate, { ...mine, done: '', intent: 'last' });
    expect(to).toBe('/portsmouth/commitments/home-3/update#done');
    const [last] = await inPortsmouth<Row>(`SELECT u.done FROM "Update" u JOIN "Commitment" c
      ON c.id = u."commitmentId" WHERE c.slug = 'home-3' AND u.state = 'published' ORDER BY u."publishedAt" DESC LIMIT 1`);
    expect(await rows()).toMatchObject([{ state: 'draft', status: 'atRisk', done: last?.done, next: mine.next }]);
  });

  it('never takes the place of what has been written since', async () => {
    await actAs('home-lead', saveDraft, filled);
    const { state } = await actAs('home-lead', confirmUnchanged, { commitment: 'home-3', version: 1 });
    expect(state?.message).toContain('Something has been written');
    expect(await rows()).toMatchObject([{ state: 'draft', done: filled.done }]);
  });
});

describe('taking an update back', () => {
  it('makes it a draft again, once, for its author', async () => {
    await actAs('home-lead', writeUpdate, { ...filled, intent: 'send' });
    const back = { commitment: 'home-3', version: 1 };
    expect((await actAs('health-lead', takeBack, back)).state?.message).toBe('Your role does not allow this.');
    expect((await actAs('home-lead', takeBack, back)).to).toBe('/portsmouth/commitments/home-3/update');
    expect(await rows()).toMatchObject([{ state: 'draft', submittedAt: null, done: filled.done }]);
    expect((await actAs('home-lead', takeBack, back)).state?.message).toContain('too late');
  });
});
