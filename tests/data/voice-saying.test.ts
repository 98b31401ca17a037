import { beforeEach, describe, expect, it, vi } from 'vitest';
import { authClient } from '#lib/db.ts';
import { makeVoiceLink, ratePromises, revokeVoiceLink } from '#lib/voice/mutations.ts';
import { listLinks } from '#lib/voice/queries.ts';
import { openByCode } from '#lib/voice/say.ts';
import { fieldsOf, makeLink, openRound, promiseId, say, viewerOf } from '#tests/data/voice-acting.ts';
import { actAs, inPortsmouth, readAs } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

beforeEach(async () => void (await authClient().signInAttempt.deleteMany()));

type Row = { rating: string; why: string; visit: string; moderation: string; personId: string | null };
const ratings = async (number: number) =>
  inPortsmouth<Row>(
    `SELECT r.rating, r.why, r.visit, r.moderation, r."personId" FROM "PromiseRating" r JOIN "VoiceLink" l ON l.id = r."linkId"
      WHERE l."groupName" = 'A test group' AND r."promiseId" = $1`,
    [await promiseId(number)],
  );
const linkId = async (groupName: string) =>
  (await inPortsmouth<{ id: string }>(`SELECT id FROM "VoiceLink" WHERE "groupName" = $1`, [groupName]))[0]?.id ?? '';
const thanked = { to: '/say/thank-you' };

describe('a link', () => {
  it('has a code that is shown once, and kept as a hash that nobody can try codes against', async () => {
    const { id: round, today, closesOn } = await openRound();
    const fields = { round, groupName: 'Once', places: 5, opensOn: today, closesOn };
    const key = crypto.randomUUID();
    const first = await actAs('strategy-officer', makeVoiceLink, fields, { key });
    expect(first.state?.shownOnce).toMatch(/^[2-9B-DF-HJKMNP-TV-X]{4}(-[2-9B-DF-HJKMNP-TV-X]{4}){2}$/);
    const again = await actAs('strategy-officer', makeVoiceLink, fields, { key });
    expect([again.state?.message, again.state?.shownOnce]).toEqual(['Saved', undefined]);
    const rows = await inPortsmouth(`SELECT * FROM "VoiceLink" WHERE "groupName" = 'Once'`);
    expect(rows).toHaveLength(1);
    const everything = JSON.stringify([
      rows,
      await inPortsmouth(`SELECT * FROM "AuditEvent"`),
      await inPortsmouth(`SELECT * FROM "IdempotencyKey"`),
    ]);
    expect(everything).not.toContain(first.state?.shownOnce);
    expect(JSON.stringify(await listLinks(await viewerOf('strategy-officer')))).not.toContain(rows[0]?.codeHash);
  });

  it('is made by the administrator alone, for days of its round', async () => {
    const { id: round, opensOn, today, closesOn } = await openRound();
    const good = { round, groupName: 'Refused', places: 5, opensOn: today, closesOn };
    for (const who of ['board-chair', 'home-lead', 'young-peoples-representative']) {
      expect((await actAs(who, makeVoiceLink, good)).state?.message).toContain('role does not allow');
    }
    for (const [wrong, field] of [
      [{ groupName: ' ' }, 'groupName'],
      [{ places: 0 }, 'places'],
      [{ places: 1_001 }, 'places'],
      [{ places: 'many' }, 'places'],
      [{ opensOn: '2020-01-01' }, 'opensOn'],
      [{ closesOn: '2099-01-01' }, 'closesOn'],
      [{ closesOn: 'soon' }, 'closesOn'],
      [{ opensOn: closesOn, closesOn: opensOn }, 'closesOn'],
    ] as const) {
      const { state } = await actAs('strategy-officer', makeVoiceLink, { ...good, ...wrong });
      expect(Object.keys(state?.errors ?? {}), field).toContain(field);
    }
    expect((await actAs('strategy-officer', makeVoiceLink, { ...good, round: crypto.randomUUID() })).notFound).toBe(
      true,
    );
    expect(await inPortsmouth(`SELECT 1 FROM "VoiceLink" WHERE "groupName" = 'Refused'`)).toHaveLength(0);
  });

  it('opens the promises and nothing else of the council', async () => {
    const code = await makeLink();
    const opened = await readAs(null, () => openByCode(code.toLowerCase().replaceAll('-', ' ')));
    expect(opened).toMatchObject({ problem: null, groupName: 'A test group' });
    expect(opened.problem === null && opened.promises).toHaveLength(11);
    expect(Object.keys((opened.problem === null && opened.promises[0]) || {})).toEqual([
      'id',
      'number',
      'plainTitle',
      'plainWords',
    ]);
  });
});

describe('somebody with a code', () => {
  it('says what they think, and nothing tells who or when', async () => {
    const code = await makeLink();
    const why = 'خوش 🎬 <b>“all” of it</b>\r\nyes';
    expect(await say(code, { 1: { rating: 'kept', why }, 2: { rating: 'notYet' } })).toMatchObject(thanked);
    const [row] = await inPortsmouth(`SELECT * FROM "PromiseRating" WHERE why LIKE '%🎬 <b>%'`);
    expect(row).toMatchObject({
      rating: 'kept',
      why: why.replace('\r\n', '\n'),
      personId: null,
      moderation: 'waiting',
    });
    // Version 4 is drawn; version 7, which other rows have, would hold the time.
    expect(String(row?.id)).toMatch(/^.{14}4/);
    expect(
      Object.values(row ?? {}).filter((value) => value instanceof Date && value.getTime() % 86_400_000 !== 0),
    ).toEqual([]);
    const [event] = await inPortsmouth(`SELECT * FROM "AuditEvent" ORDER BY number DESC LIMIT 1`);
    expect(event).toMatchObject({ operation: 'sayByLink', subject: 'A test group', personId: null });
    expect(JSON.stringify([event, row])).not.toContain('192.0.2.1');
  });

  it('sends a form twice and is counted once, also at the same moment', async () => {
    const code = await makeLink({ groupName: 'A test group' });
    const visit = crypto.randomUUID();
    const before = (await ratings(3)).length;
    const events = () => inPortsmouth(`SELECT 1 FROM "AuditEvent" WHERE operation = 'sayByLink'`);
    const eventsBefore = (await events()).length;
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => say(code, { 3: { rating: 'partly' } }, { visit })),
    );
    expect(answers.every((answer) => answer.to === thanked.to)).toBe(true);
    expect(await say(code, { 3: { rating: 'kept' } }, { visit })).toMatchObject(thanked);
    const now = await ratings(3);
    expect(now.slice(before).map(({ rating }) => rating)).toEqual(['partly']);
    expect(await events()).toHaveLength(eventsBefore + 1);
  });

  it('finds no place once all are taken, however many come at once', async () => {
    const code = await makeLink({ places: 3 });
    const before = (await ratings(4)).length;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => say(code, { 4: { rating: 'kept', why: 'kept words' } })),
    );
    expect(answers.filter(({ to }) => to === thanked.to)).toHaveLength(3);
    const refused = answers.filter(({ to }) => to === null);
    expect(
      refused.every(
        ({ state }) => state?.message.includes('places') && Object.values(state.values).includes('kept words'),
      ),
    ).toBe(true);
    expect((await ratings(4)).length - before).toBe(3);
  });

  it('is told what to mend, and loses nothing', async () => {
    const code = await makeLink();
    const [five, six] = [await promiseId(5), await promiseId(6)];
    const long = '😀'.repeat(10_000);
    const { state } = await say(code, { 5: { why: 'no answer chosen' }, 6: { rating: 'kept', why: long } });
    expect(Object.keys(state?.errors ?? {})).toEqual([`rating-${five}`, `why-${six}`]);
    expect(state?.values).toMatchObject({ [`why-${six}`]: long, [`rating-${six}`]: 'kept' });
    expect((await say(code, {})).state?.errors).toHaveProperty([`rating-${await promiseId(1)}`]);
    expect((await say(code, { 5: { rating: 'certainly' } })).to).toBeNull();
    expect(await ratings(6)).toHaveLength(0);
    expect(await say(code, { 6: { rating: 'kept', why: '😀'.repeat(1_000) } })).toMatchObject(thanked);
  });

  it('from another site, or from nowhere, changes nothing', async () => {
    const code = await makeLink();
    for (const origin of [null, 'https://elsewhere.example', 'null']) {
      expect((await say(code, { 7: { rating: 'kept' } }, { origin })).state?.message).toContain('another site');
    }
    expect(await ratings(7)).toHaveLength(0);
  });

  it('is turned away with a wrong, revoked, early or late code', async () => {
    const refusal = async (code: string) => {
      const { state, to } = await say(code, { 8: { rating: 'kept', why: 'still here' } });
      expect(to).toBeNull();
      expect(Object.values(state?.values ?? {})).toContain('still here');
      expect((await readAs(null, () => openByCode(code))).problem).toBe(state?.message);
      return state?.message;
    };
    expect(await refusal('2222-2222-2222')).toContain('do not know this code');
    expect(await refusal('x'.repeat(90))).toContain('do not know this code');
    const revoked = await makeLink({ groupName: 'Revoked' });
    const done = await actAs('strategy-officer', revokeVoiceLink, { link: await linkId('Revoked') });
    expect(done.to).toContain('/voice/links');
    expect(await refusal(revoked)).toContain('does not work any more');
    const moved = await makeLink({ groupName: 'Moved' });
    const set = (sql: string) => inPortsmouth(`UPDATE "VoiceLink" SET ${sql} WHERE "groupName" = 'Moved'`);
    await set(`"opensOn" = now() + interval '2 days', "closesOn" = now() + interval '3 days'`);
    expect(await refusal(moved)).toContain('too soon');
    await set(`"opensOn" = now() - interval '9 days', "closesOn" = now() - interval '2 days'`);
    expect(await refusal(moved)).toContain('too late');
    const [over] = await inPortsmouth<{ id: string }>(
      `SELECT id FROM "Round" WHERE "closesOn" < now() - interval '1 day' LIMIT 1`,
    );
    await set(
      `"opensOn" = now() - interval '9 days', "closesOn" = now() + interval '9 days', "roundId" = '${over?.id}'`,
    );
    expect(await refusal(moved)).toContain('too late');
    expect(await inPortsmouth(`SELECT 1 FROM "PromiseRating" WHERE why = 'still here'`)).toHaveLength(0);
  });

  it('cannot guess: thirty wrong codes from one network, then none for a while, not even a right one', async () => {
    const code = await makeLink();
    const tries = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        say(`3333-3333-33${n + 22}`, { 9: { rating: 'kept' } }, { network: '192.0.2.7' }),
      ),
    );
    expect(tries.filter(({ state }) => state?.message.includes('do not know'))).toHaveLength(30);
    expect(tries.filter(({ state }) => state?.message.includes('Too many'))).toHaveLength(10);
    expect((await say(code, { 9: { rating: 'kept' } }, { network: '192.0.2.7' })).state?.message).toContain('Too many');
    expect(await say(code, { 9: { rating: 'kept' } }, { network: '192.0.2.8' })).toMatchObject(thanked);
    expect(JSON.stringify(await authClient().signInAttempt.findMany())).not.toMatch(/3333|192\.0\.2/);
  });

  it('with a right code is not counted, so that a whole room can answer', async () => {
    const code = await makeLink({ places: 50 });
    for (let n = 0; n < 35; n++) expect(await say(code, { 10: { rating: 'kept' } })).toMatchObject(thanked);
  });
});

describe('a representative', () => {
  const rate = async (who: string | null, said: Parameters<typeof fieldsOf>[0]) =>
    actAs(who, ratePromises, await fieldsOf(said));
  const mine = async () =>
    inPortsmouth<Row>(
      `SELECT r.rating, r.why, r.moderation FROM "PromiseRating" r JOIN "Round" o ON o.id = r."roundId"
        WHERE r."personId" IS NOT NULL AND o."closesOn" >= now() - interval '1 day' AND r."promiseId" = $1`,
      [await promiseId(11)],
    );

  it('says it once in a round, and may change it: changed words are read again', async () => {
    const who = 'young-peoples-representative';
    expect((await rate(who, { 11: { rating: 'notYet', why: 'No answers come back.' } })).to).toContain('/voice?sent=1');
    await inPortsmouth(
      `UPDATE "PromiseRating" SET moderation = 'shown', "moderatedById" = "personId" WHERE why = 'No answers come back.'`,
    );
    await rate(who, { 11: { rating: 'partly', why: 'No answers come back.' } });
    expect(await mine()).toEqual([{ rating: 'partly', why: 'No answers come back.', moderation: 'shown' }]);
    await rate(who, { 11: { rating: 'partly', why: 'Some come back.' } });
    expect(await mine()).toEqual([{ rating: 'partly', why: 'Some come back.', moderation: 'waiting' }]);
  });

  it('is the only one who may', async () => {
    for (const who of ['strategy-officer', 'board-chair', 'home-lead', 'scrutiny-viewer', 'health-partner']) {
      expect((await rate(who, { 11: { rating: 'kept' } })).state?.message).toContain('role does not allow');
    }
    expect((await rate(null, { 11: { rating: 'kept' } })).state?.message).toContain('signed out');
  });
});
