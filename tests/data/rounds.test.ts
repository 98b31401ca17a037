import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getViewer } from '#lib/auth/viewer.ts';
import { datesFile } from '#lib/calendar/dates.ts';
import { chooseMail, markAllRead, markRead } from '#lib/messages/mutations.ts';
import { listMessages } from '#lib/messages/queries.ts';
import { getHeaderCounts } from '#lib/needs/queries.ts';
import { changeRound, makeRound, nudge, nudgeAll, reopenRound } from '#lib/rounds/mutations.ts';
import { getRound, listRounds } from '#lib/rounds/overview.ts';
import { tickRounds } from '#lib/rounds/ticking.ts';
import { writeUpdate } from '#lib/updates/mutations.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));
vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true');

const folder = mkdtempSync(join(tmpdir(), 'pledgeboard-rounds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
process.env.PLEDGEBOARD_CLOCK = join(folder, 'clock');
process.env.SMTP_URL = 'smtp://127.0.0.1:9';
process.env.MAIL_FROM = 'Pledgeboard <board@council.example>';
const goTo = (date: string) => writeFileSync(join(folder, 'clock'), `${date}T10:00:00Z`);

/** A Tuesday without a holiday near it: opens 29 October, due 19 November, closes 25 November 2030. */
const days = { opensOn: '2030-10-29', dueOn: '2030-11-19', closesOn: '2030-11-25' };
let meetingId: string;
let councilId: string;
let roundId: string;
const idOf = async (name: string) =>
  (await inPortsmouth<{ id: string }>(`SELECT id FROM "Person" WHERE name = $1`, [name]))[0]?.id ?? '';
const messagesOf = async (name: string) =>
  (
    await inPortsmouth<{ kind: string }>(
      `SELECT m.kind FROM "Message" m WHERE m."personId" = $1 AND m."roundId" = $2 ORDER BY m."createdAt"`,
      [await idOf(name), roundId],
    )
  ).map(({ kind }) => kind);
const as = <T>(person: string, read: (viewer: NonNullable<Awaited<ReturnType<typeof getViewer>>>) => Promise<T>) =>
  readAs(person, async () => {
    const viewer = await getViewer('portsmouth');
    if (!viewer) throw new Error('nobody');
    return read(viewer);
  });

beforeEach(async () => {
  goTo('2030-10-28');
  await inPortsmouth(`DELETE FROM "Message"`);
  await inPortsmouth(`DELETE FROM "RoundReopening"`);
  await inPortsmouth(`DELETE FROM "Update" WHERE "roundId" IN (SELECT id FROM "Round" WHERE "opensOn" > '2029-01-01')`);
  await inPortsmouth(`DELETE FROM "Round" WHERE "opensOn" > '2029-01-01'`);
  await inPortsmouth(`DELETE FROM "Meeting" WHERE "startsAt" > '2029-01-01'`);
  const made = await inPortsmouth<{ id: string; councilId: string }>(
    `INSERT INTO "Meeting" ("councilId", id, "themeId", "startsAt", place)
     SELECT "councilId", gen_random_uuid(), id, '2030-11-26T16:30:00Z', 'Guildhall' FROM "Theme" LIMIT 1
     RETURNING id, "councilId"`,
  );
  ({ id: meetingId, councilId } = made[0] as { id: string; councilId: string });
  const { to } = await actAs('strategy-officer', makeRound, { meeting: meetingId, ...days });
  roundId = /rounds\/([^?]+)/.exec(to ?? '')?.[1] ?? '';
});

describe('making a round', () => {
  it('is offered with the days of the rules, to the administrator alone', async () => {
    await inPortsmouth(`DELETE FROM "Round" WHERE id = $1`, [roundId]);
    const { meetings } = await as('strategy-officer', listRounds);
    expect(meetings.at(-1)?.plan).toEqual({
      opensOn: new Date('2030-10-29'),
      dueOn: new Date('2030-11-19'),
      closesOn: new Date('2030-11-25'),
    });
    await expect(as('home-lead', listRounds)).rejects.toThrow('403');
    const refused = await actAs('home-lead', makeRound, { meeting: meetingId, ...days });
    expect(refused.state?.message).toBe('Your role does not allow this.');
  });

  it('needs a meeting, and makes one for each', async () => {
    const again = await actAs('strategy-officer', makeRound, { meeting: meetingId, ...days });
    expect(again.state?.message).toContain('has its round already');
    expect((await actAs('strategy-officer', makeRound, { meeting: '', ...days })).state?.errors.meeting).toBe(
      'Choose the meeting that the round is for.',
    );
    const unknown = await actAs('strategy-officer', makeRound, { meeting: crypto.randomUUID(), ...days });
    expect(unknown.notFound).toBe(true);
  });

  it('keeps the days in order and before the meeting', async () => {
    const change = (to: object) => actAs('strategy-officer', changeRound, { round: roundId, ...days, ...to });
    expect((await change({ closesOn: '2030-11-27' })).state?.errors.closesOn).toContain('26 November 2030');
    expect((await change({ dueOn: '2030-10-01' })).state?.errors.dueOn).toContain('before the round opens');
    expect((await change({ dueOn: '31 June' })).state?.errors.dueOn).toBe('Choose the day on which updates are due.');
    expect((await change({ dueOn: '2030-11-20' })).to).toContain('did=changed');
    goTo('2030-11-26');
    expect((await change({ closesOn: '2030-11-26' })).state?.message).toContain('has closed');
  });
});

describe('a tick', () => {
  it('writes each message once, also when several run at once', async () => {
    goTo('2030-10-29');
    const wrote = await Promise.all([tickRounds(councilId), tickRounds(councilId), tickRounds(councilId)]);
    expect(wrote.toSorted((one, other) => one - other)).toEqual([0, 0, 6]);
    expect(await tickRounds(councilId)).toBe(0);
    expect(await messagesOf('Home lead')).toEqual(['roundOpened']);
  });

  it('writes nothing at night, and nothing at a weekend', async () => {
    writeFileSync(join(folder, 'clock'), '2030-10-29T05:00:00Z');
    expect(await tickRounds(councilId)).toBe(0);
    goTo('2030-11-02');
    expect(await tickRounds(councilId)).toBe(0);
  });
});

describe('a nudge', () => {
  it('reaches who owes something, and not within five days of the message before', async () => {
    const form = async (name: string) => ({ round: roundId, person: await idOf(name) });
    expect((await actAs('strategy-officer', nudge, await form('Home lead'))).state?.message).toContain('not open');
    goTo('2030-10-29');
    await tickRounds(councilId);
    goTo('2030-11-02');
    const early = await actAs('strategy-officer', nudge, await form('Home lead'));
    expect(early.state?.message).toBe(
      'They were last written to on 29 October 2030. Nobody gets two messages within 5 days: ask again from 3 November 2030.',
    );
    goTo('2030-11-03');
    expect((await actAs('strategy-officer', nudge, await form('Home lead'))).to).toContain('nudged=1');
    expect(await messagesOf('Home lead')).toEqual(['roundOpened', 'nudge']);
    expect((await actAs('strategy-officer', nudge, await form('Scrutiny viewer'))).state?.message).toContain(
      'owe nothing',
    );
    expect((await actAs('home-lead', nudge, await form('Health lead'))).state?.message).toContain('does not allow');
    const { to } = await actAs('strategy-officer', nudgeAll, { round: roundId });
    expect(to).toContain('nudged=5&early=1');
    expect((await actAs('strategy-officer', nudgeAll, { round: roundId })).state?.message).toContain(
      'from 8 November 2030',
    );
  });

  it('from two officers at once is one message', async () => {
    goTo('2030-10-30');
    await Promise.all([0, 1].map(() => actAs('strategy-officer', nudgeAll, { round: roundId })));
    expect(await messagesOf('Home lead')).toEqual(['nudge']);
  });
});

describe('a closed round', () => {
  const late = { commitment: 'home-3', version: 0, status: 'onTrack', done: 'Typed too late.', intent: 'send' };

  it('takes nothing and keeps what was typed, until it is opened again with a reason', async () => {
    goTo('2030-11-26');
    const refused = await actAs('home-lead', writeUpdate, late);
    expect(refused.state?.message).toMatch(/^The November round closed on 25 November 2030\..*your words are kept/);
    expect(refused.state?.values).toMatchObject({ done: 'Typed too late.', status: 'onTrack' });

    const open = (fields: object) => actAs('strategy-officer', reopenRound, { round: roundId, ...fields });
    expect((await open({ untilOn: '2030-11-28', reason: ' ' })).state?.errors.reason).toContain('Say why');
    expect((await open({ untilOn: '2030-11-25', reason: 'Ill.' })).state?.errors.untilOn).toContain('past');
    const byLead = await actAs('home-lead', reopenRound, { round: roundId, untilOn: '2030-11-28', reason: 'Ill.' });
    expect(byLead.state?.message).toBe('Your role does not allow this.');
    expect((await open({ untilOn: '2030-11-28', reason: 'A lead was ill.' })).to).toContain('did=reopened');

    expect((await as('strategy-officer', (viewer) => getRound(viewer, roundId))).reopenings).toMatchObject([
      { reason: 'A lead was ill.', person: { name: 'Strategy officer' } },
    ]);
    expect((await actAs('home-lead', writeUpdate, late)).to).toContain('sent=home-3');
    goTo('2030-11-29');
    const again = await actAs('home-lead', writeUpdate, { ...late, commitment: 'home-7' });
    expect(again.state?.message).toContain('closed on 28 November 2030');
  });

  it('is not opened while it is open, nor beside another that is open', async () => {
    const open = () =>
      actAs('strategy-officer', reopenRound, { round: roundId, untilOn: '2030-12-30', reason: 'A lead was ill.' });
    goTo('2030-11-01');
    expect((await open()).state?.message).toContain('has not closed');
    await inPortsmouth(
      `WITH m AS (INSERT INTO "Meeting" ("councilId", id, "themeId", "startsAt", place)
         SELECT "councilId", gen_random_uuid(), id, '2031-01-28T16:30:00Z', 'Guildhall' FROM "Theme" LIMIT 1 RETURNING *)
       INSERT INTO "Round" SELECT "councilId", gen_random_uuid(), id, '2030-12-10', '2031-01-21', '2031-01-27' FROM m`,
    );
    goTo('2030-12-09');
    expect((await open()).state?.errors.untilOn).toContain('opens on 10 December 2030: choose 9 December 2030');
    goTo('2030-12-10');
    expect((await open()).state?.message).toContain('Another round is open');
  });
});

describe('messages', () => {
  it('are one’s own: read one, read all, and nobody else’s', async () => {
    goTo('2030-10-29');
    await tickRounds(councilId);
    const { unread } = await as('home-lead', listMessages);
    expect(unread).toMatchObject([{ path: expect.stringMatching(/\/commitments\/home-\d+\/update$/) }]);
    expect((await as('home-lead', getHeaderCounts)).unread).toBe(1);
    const message = unread[0]?.id ?? '';
    expect((await actAs('health-lead', markRead, { message })).notFound).toBe(true);
    await actAs('home-lead', markRead, { message });
    expect((await as('home-lead', getHeaderCounts)).unread).toBe(0);
    await actAs('health-lead', markAllRead, { shownUntil: '2030-10-29T09:00:00Z' });
    expect((await as('health-lead', getHeaderCounts)).unread).toBe(1);
    await actAs('health-lead', markAllRead, { shownUntil: '2030-10-29T10:00:00Z' });
    expect((await as('health-lead', getHeaderCounts)).unread).toBe(0);
  });

  it('are mailed as the person chose', async () => {
    await actAs('home-lead', chooseMail, { mail: 'none' });
    await actAs('health-lead', chooseMail, { mail: 'dueOnly' });
    const { state } = await actAs('home-lead', chooseMail, { mail: 'sometimes' });
    expect(state?.errors.mail).toBe('Choose what comes by mail.');
    const before = await jobs();
    goTo('2030-10-29');
    expect(await tickRounds(councilId)).toBe(6);
    expect((await jobs()) - before).toBe(4);
    await inPortsmouth(`UPDATE "Person" SET mail = 'all'`);
  });
});

const jobs = async () => {
  const { database } = await import('#tests/setup/database.ts');
  const { default: pg } = await import('pg');
  const client = new pg.Client(database.workerUrl);
  await client.connect();
  const { rows } = await client.query('SELECT count(*)::int AS n FROM graphile_worker._private_jobs');
  await client.end();
  return rows[0].n as number;
};

describe('a calendar file', () => {
  it('has the meetings for everybody, and the days of rounds for who leads and who runs them', async () => {
    const lead = await as('home-lead', datesFile);
    expect(lead).toContain(`UID:round-due-${roundId}@pledgeboard`);
    expect(lead).toMatch(/DTSTART;VALUE=DATE:20301119\r?\n/);
    expect(lead).toMatch(/DTSTART:20301126T163000Z\r?\n/);
    const member = await as('board-member', datesFile);
    expect(member).toContain(`UID:meeting-${meetingId}@pledgeboard`);
    expect(member).not.toContain('round-due');
  });
});
