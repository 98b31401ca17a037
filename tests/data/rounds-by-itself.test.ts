import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addDays, day } from '#lib/calendar/rules.ts';
import { isoDay } from '#lib/format.ts';
import { readMail } from '#lib/mail/rules.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';
import { database } from '#tests/setup/database.ts';
import { startMailbox } from '#tests/setup/mailbox.ts';
import { startWorker } from '#tests/setup/worker.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const folder = mkdtempSync(join(tmpdir(), 'pledgeboard-round-'));
const clockFile = join(folder, 'clock');
const setClock = (iso: string) => writeFileSync(clockFile, iso);
setClock('2030-10-28T10:00:00Z');
process.env.PLEDGEBOARD_CLOCK = clockFile;
const { makeRound, nudge } = await import('#lib/rounds/mutations.ts');
const { writeUpdate } = await import('#lib/updates/mutations.ts');

/** The meeting is on Tuesday 26 November 2030: the round opens on 29 October, updates are due on 19 November. */
const meeting = '2030-11-26T16:30:00Z';
const kills = 50;

/** Who is to get which mail when, written down by hand from the rules. */
const expected = [
  ...['home-lead', 'relationships-lead', 'health-lead', 'skills-lead'].map((who) => `${who} 2030-10-29 opened`),
  // Relationships have sent everything by now, skills want no mail, learning only what is due.
  ...['home-lead', 'health-lead', 'learning-lead', 'health-partner'].map((who) => `${who} 2030-11-12 reminder`),
  'health-partner 2030-10-29 opened',
  'home-lead 2030-11-18 nudge',
  // The nudge of the 18th holds off what would have come to the home lead on the 20th.
  ...['health-lead', 'learning-lead', 'health-partner'].map((who) => `${who} 2030-11-20 late`),
  'board-member 2030-11-20 deputy',
  'young-peoples-representative 2030-11-21 organisation',
  'strategy-officer 2030-11-22 administrator',
  ...['home-lead', 'health-lead', 'learning-lead', 'health-partner'].map((who) => `${who} 2030-11-25 late`),
].filter((line) => line !== 'skills-lead 2030-10-29 opened');

/** What a mail is, by its subject alone. */
function kindOf(subject: string): string {
  if (subject.startsWith('Say how')) return 'opened';
  if (/asks you for/.test(subject)) return 'nudge';
  if (/due on/.test(subject)) return 'reminder';
  if (/you are the deputy/.test(subject)) return 'deputy';
  if (/from your organisation/.test(subject)) return 'organisation';
  return /in this round/.test(subject) ? 'administrator' : 'late';
}

const slowMs = 5;
let mailbox = await startMailbox({ slowMs });
const delivered: string[] = [];
const worker = startWorker({
  DATABASE_WORKER_URL: database.workerUrl,
  PLEDGEBOARD_CLOCK: clockFile,
  PLEDGEBOARD_URL: 'https://board.example',
  PLEDGEBOARD_DATA_DIR: folder,
  SMTP_URL: mailbox.url,
  MAIL_FROM: 'Pledgeboard <board@council.example>',
});
const queue = new pg.Client(database.workerUrl);
await queue.connect();
afterAll(async () => {
  await worker.stop();
  await queue.end();
  await mailbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

const personId = (key: string) => `(SELECT p.id FROM "Person" p WHERE p.name = '${key}')`;

beforeAll(async () => {
  // The demo's own rounds are of another time; this one has a meeting of its own.
  await inPortsmouth(
    `INSERT INTO "Meeting" ("councilId", id, "themeId", "startsAt", place)
     SELECT "councilId", gen_random_uuid(), id, $1, 'Guildhall' FROM "Theme" LIMIT 1`,
    [meeting],
  );
  await inPortsmouth(`UPDATE "Person" SET mail = 'none' WHERE name = 'Skills lead'`);
  await inPortsmouth(`UPDATE "Person" SET mail = 'dueOnly' WHERE name = 'Learning lead'`);
  await inPortsmouth(`UPDATE "Person" SET "leftOn" = '2030-10-01' WHERE name = 'Voice lead'`);
  const assign = (who: string, kind: string, column: string, thing: string) =>
    inPortsmouth(`INSERT INTO "Assignment" ("councilId", id, "personId", kind, "${column}", "startsOn")
      SELECT "councilId", gen_random_uuid(), ${personId(who)}, '${kind}', id, '2020-01-01' FROM ${thing}`);
  await assign('Board member', 'deputy', 'priorityId', `"Priority" WHERE key = 'home'`);
  await assign('Health partner', 'lead', 'commitmentId', `"Commitment" WHERE slug = 'health-7'`);
  // Somebody who speaks for the organisation that the health partner comes from.
  await inPortsmouth(`UPDATE "Person" SET "organisationId" = (SELECT id FROM "Organisation" WHERE name = 'NHS partner')
                       WHERE name = 'Children in Care Council representative'`);
  await inPortsmouth(`INSERT INTO "Membership" ("councilId", id, "personId", role, "startsOn")
    SELECT "councilId", gen_random_uuid(), id, 'partner', '2020-01-01' FROM "Person"
     WHERE name = 'Children in Care Council representative'`);
});

const count = async (sql: string) => Number((await queue.query(sql)).rows[0].n);
const left = () => count('SELECT count(*) AS n FROM graphile_worker._private_jobs');
let killed = 0;
let killedAtWork = 0;

/** Waits for a moment to die in: while it starts, or about when the mail server has a mail and says so. */
async function somewhere(): Promise<void> {
  if (killed % 3 === 0) {
    await delay((killed * 53) % 500);
    return;
  }
  await worker.ready();
  const before = mailbox.mails.length;
  while (mailbox.mails.length === before && (await left()) > 0) await delay(5);
  if (mailbox.mails.length > before) killedAtWork += 1;
  await delay((killed * 7) % (6 * slowMs));
}

/** One day: everything that is to happen happens, however often the worker dies over it. */
async function liveThrough(date: string, deaths: number): Promise<void> {
  setClock(`${date}T10:00:00Z`);
  await queue.query(`SELECT graphile_worker.add_job('tickRounds', job_key := 'tickRounds')`);
  for (let death = 0; death < deaths; death++) {
    await somewhere();
    worker.kill();
    killed += 1;
    await delay(10);
  }
  // What waits for another try has waited long enough.
  const hurry = 'UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_by IS NULL AND run_at > now()';
  const hurryAndCount = async () => {
    await queue.query(hurry);
    return left();
  };
  await expect.poll(hurryAndCount, { timeout: 30_000, interval: 50 }).toBe(0);
  keep(date);
}

/** Takes what came on this day out of the mailbox. */
function keep(date: string): void {
  for (const source of mailbox.mails.splice(0)) {
    const { to, subject, text } = readMail(source);
    const id = /^Message-ID: (.*)$/im.exec(source)?.[1];
    expect(text).toContain('https://board.example/portsmouth');
    delivered.push(`${id} ${to.split('@')[0]} ${date} ${kindOf(subject)}`);
  }
}

it(`a whole round runs by itself, and with its worker killed ${kills} times each message comes once`, async () => {
  const [held] = await inPortsmouth<{ id: string }>(`SELECT id FROM "Meeting" WHERE "startsAt" = $1`, [meeting]);
  const days = { opensOn: '2030-10-29', dueOn: '2030-11-19', closesOn: '2030-11-25' };
  expect((await actAs('strategy-officer', makeRound, { meeting: held?.id ?? '', ...days })).to).toMatch(/\/rounds\//);
  const [round] = await inPortsmouth<{ id: string }>(`SELECT id FROM "Round" WHERE "meetingId" = $1`, [held?.id]);
  const home = await inPortsmouth<{ id: string }>(`SELECT id FROM "Person" WHERE name = 'Home lead'`);
  const nudging = { round: round?.id ?? '', person: home[0]?.id ?? '' };

  const busy = ['2030-10-29', '2030-11-12', '2030-11-18', '2030-11-20', '2030-11-21', '2030-11-22', '2030-11-25'];
  for (let date = day('2030-10-28'); date <= day('2030-11-28'); date = addDays(date, 1)) {
    const iso = isoDay(date);
    if (iso === '2030-11-12') {
      // The mail server is away while the reminders go out, and comes back at the same address.
      const port = Number(new URL(mailbox.url).port);
      await mailbox.stop();
      setClock(`${iso}T10:00:00Z`);
      await queue.query(`SELECT graphile_worker.add_job('tickRounds', job_key := 'tickRounds')`);
      await expect
        .poll(() => count('SELECT count(*) AS n FROM graphile_worker._private_jobs WHERE last_error IS NOT NULL'))
        .toBeGreaterThan(0);
      mailbox = await startMailbox({ port, slowMs });
    }
    if (iso === '2030-11-14') {
      setClock(`${iso}T10:00:00Z`);
      const answer = await actAs('strategy-officer', nudge, nudging);
      expect(answer.state?.message).toMatch(/12 November 2030\..*from 17 November 2030/);
    }
    if (iso === '2030-11-18') {
      setClock(`${iso}T10:00:00Z`);
      expect((await actAs('strategy-officer', nudge, nudging)).to).toContain('nudged=1');
    }
    const nth = busy.indexOf(iso);
    await liveThrough(iso, nth === 0 ? kills - 7 * (busy.length - 1) : nth > 0 ? 7 : 0);
    if (iso === '2030-11-05') await sendAll(round?.id ?? '', 'relationships');
  }

  expect(killed).toBe(kills);
  expect(killedAtWork).toBeGreaterThan(7);
  const ids = delivered.map((line) => line.split(' ')[0]);
  // A mail whose receipt the dying worker could not write down goes out again under its old Message-ID: a mailbox
  // keeps one of each.
  const inBoxes = [...new Set(delivered)].map((line) => line.split(' ').slice(1).join(' '));
  expect(inBoxes.toSorted()).toEqual(expected.toSorted());
  expect(new Set(ids).size).toBe(expected.length);
  expect(ids.length).toBeLessThanOrEqual(expected.length + killedAtWork);
  const unread = await inPortsmouth(`SELECT m.key FROM "Message" m WHERE m."mailedAt" IS NULL
    AND m."roundId" = '${round?.id}' AND m."personId" NOT IN (${personId('Skills lead')}, ${personId('Learning lead')})`);
  expect(unread).toEqual([]);
  const skills = await inPortsmouth<{ key: string }>(
    `SELECT split_part(key, ' ', 1) AS key FROM "Message" WHERE "personId" = ${personId('Skills lead')}
      AND "roundId" = '${round?.id}' ORDER BY "createdAt"`,
  );
  expect(skills.map(({ key }) => key)).toEqual(['roundOpened', 'roundReminder', 'roundOverdue', 'roundOverdue']);

  const late = { commitment: 'home-3', version: 0, status: 'onTrack', done: 'Written too late.', intent: 'send' };
  const { state } = await actAs('home-lead', writeUpdate, late);
  expect(state?.message).toMatch(/closed on 25 November 2030\. .*your words are kept/);
  expect(state?.values.done).toBe('Written too late.');
}, 300_000);

/** Everything that is asked of a priority is sent in this round. */
async function sendAll(roundId: string, priority: string): Promise<void> {
  await inPortsmouth(
    `DELETE FROM "Update" u USING "Commitment" c, "Priority" p
      WHERE c.id = u."commitmentId" AND p.id = c."priorityId" AND p.key = $1 AND u.state IN ('draft', 'returned')`,
    [priority],
  );
  await inPortsmouth(
    `INSERT INTO "Update" ("councilId", id, "commitmentId", "roundId", "authorId", state, status, done, "submittedAt")
     SELECT c."councilId", gen_random_uuid(), c.id, $1, ${personId('Relationships lead')}, 'submitted', 'onTrack', 'Done.', now()
       FROM "Commitment" c JOIN "Priority" p ON p.id = c."priorityId" WHERE p.key = $2`,
    [roundId, priority],
  );
}
