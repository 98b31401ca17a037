import { beforeEach, describe, expect, it, vi } from 'vitest';
import { authClient } from '#lib/db.ts';
import { getNeeds } from '#lib/needs/queries.ts';
import { listWithoutEvidence } from '#lib/promises/evidence.ts';
import { getPromise, listPromises } from '#lib/promises/queries.ts';
import { getThemeDashboard } from '#lib/themes/queries.ts';
import { hideWords, ratePromises, showWords, writeAnswer } from '#lib/voice/mutations.ts';
import { getAnswering, getPromiseVoice, getRating, getVoice, listLinks, listWords } from '#lib/voice/queries.ts';
import { fieldsOf, makeLink, openRound, promiseId, say, viewerOf } from '#tests/data/voice-acting.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));
// What `experimental.authInterrupts` sets in a build: without it forbidden() refuses to work.
vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true');

beforeEach(async () => void (await authClient().signInAttempt.deleteMany()));

const young = async (number: number) =>
  (await listPromises(await viewerOf('board-member'))).find((promise) => promise.number === number)?.young;
const voiceOf = async (number: number, who = 'board-member') => {
  const viewer = await viewerOf(who);
  return getPromiseVoice(viewer, await getPromise(viewer, number));
};
const many = async (code: string, number: number, rating: string, times: number) => {
  for (let n = 0; n < times; n++) await say(code, { [number]: { rating } });
};

describe('young people’s verdict', () => {
  it('stands beside the board’s, and differs in plain sight', async () => {
    const promises = await listPromises(await viewerOf('board-member'));
    const of = (number: number) => promises.find((promise) => promise.number === number);
    expect(of(11)).toMatchObject({ verdict: 'kept', young: { view: { verdict: 'notYet', by: 'groups' } } });
    expect(of(1)).toMatchObject({ verdict: 'kept', young: { view: { verdict: 'kept' }, isAnswered: true } });
    const theme = await getThemeDashboard(await viewerOf('board-member'), 'voice');
    expect(theme.promises.find((promise) => promise.number === 11)?.young.view?.verdict).toBe('notYet');
  });

  it('is not shown while too few have answered; then the newer round counts, without small counts', async () => {
    expect((await young(3))?.view).toBeNull();
    const code = await makeLink({ places: 60 });
    await many(code, 3, 'notYet', 5);
    expect((await young(3))?.view).toBeNull();
    await many(code, 3, 'notYet', 1);
    expect((await young(3))?.view).toMatchObject({ verdict: 'notYet', counts: { total: 6, cells: { notYet: 6 } } });
    await many(code, 3, 'kept', 1);
    expect((await young(3))?.view).toMatchObject({ verdict: 'notYet', counts: { total: 7, cells: null } });
  });

  it('is that of the representatives where the groups are too few, and never counted with theirs', async () => {
    await inPortsmouth(`DELETE FROM "PromiseRating" WHERE "promiseId" = $1`, [await promiseId(7)]);
    await actAs('young-peoples-representative', ratePromises, await fieldsOf({ 7: { rating: 'partly' } }));
    expect((await young(7))?.view).toMatchObject({ verdict: 'partly', by: 'representatives', counts: { total: 0 } });
    const code = await makeLink();
    await many(code, 7, 'kept', 5);
    expect((await young(7))?.view).toMatchObject({ verdict: 'partly', counts: { total: null, cells: null } });
    await many(code, 7, 'kept', 1);
    expect((await young(7))?.view).toMatchObject({ verdict: 'kept', by: 'groups', representatives: 'partly' });
  });

  it('gets old: it counts until the next round has closed', async () => {
    expect((await young(10))?.view?.verdict).toBe('kept');
    const { id } = await openRound();
    const days = (from: string, to: string) =>
      inPortsmouth(`UPDATE "Round" SET "opensOn" = ${from}, "dueOn" = ${to}, "closesOn" = ${to} WHERE id = $1`, [id]);
    const [was] = await inPortsmouth<Record<string, string>>(
      `SELECT "opensOn"::text, "dueOn"::text, "closesOn"::text FROM "Round" WHERE id = $1`,
      [id],
    );
    await days('"opensOn"', `current_date - 1`);
    expect((await young(10))?.view).toBeNull();
    await inPortsmouth(`UPDATE "Round" SET "opensOn" = $2, "dueOn" = $3, "closesOn" = $4 WHERE id = $1`, [
      id,
      was?.opensOn,
      was?.dueOn,
      was?.closesOn,
    ]);
    expect((await young(10))?.view?.verdict).toBe('kept');
  });
});

describe('words', () => {
  const rowOf = async (why: string) =>
    (
      await inPortsmouth<{ id: string; moderation: string }>(
        `SELECT id, moderation FROM "PromiseRating" WHERE why = $1`,
        [why],
      )
    )[0] ?? expect.unreachable();
  const shown = async (number: number) =>
    (await voiceOf(number)).rounds.flatMap(({ words }) => words.map(({ why }) => why));

  it('are read by nobody until the administrator shows them, and hidden only for a reason', async () => {
    const [one, two] = ['We chose the sofa.', 'Line one\nline two 🛋️'];
    const code = await makeLink();
    await say(code, { 8: { rating: 'kept', why: one } });
    await say(code, { 8: { rating: 'kept', why: two } });
    expect(await shown(8)).not.toContain(one);
    const officer = await viewerOf('strategy-officer');
    expect((await listWords(officer)).waiting.map(({ why }) => why)).toContain(two);

    const { id: first } = await rowOf(one);
    expect((await actAs('home-lead', showWords, { rating: first, words: one })).state?.message).toContain('role');
    expect(
      (await actAs('strategy-officer', showWords, { rating: first, words: 'other words' })).state?.message,
    ).toContain('changed it');
    expect((await actAs('strategy-officer', showWords, { rating: first, words: one })).to).toContain('decided=shown');
    const { id: second } = await rowOf(two);
    const hidden = { rating: second, words: two.replace('\n', '\r\n') };
    expect((await actAs('strategy-officer', hideWords, { ...hidden, reason: ' ' })).state?.errors).toHaveProperty(
      'reason',
    );
    expect((await actAs('strategy-officer', hideWords, { ...hidden, reason: 'A test' })).to).toContain(
      'decided=hidden',
    );
    expect(await shown(8)).toContain(one);
    expect(await shown(8)).not.toContain(two);
    expect(
      (await actAs('strategy-officer', hideWords, { rating: first, words: one, reason: 'After all' })).to,
    ).not.toBeNull();
    expect(await shown(8)).not.toContain(one);
  });
});

describe('an answer', () => {
  const lastRound = async (number: number) =>
    (
      await inPortsmouth<{ id: string }>(
        `SELECT DISTINCT o.id, o."opensOn" FROM "Round" o JOIN "PromiseRating" r ON r."roundId" = o.id
          WHERE r."promiseId" = $1 AND o."closesOn" < current_date`,
        [await promiseId(number)],
      )
    )[0]?.id ?? '';
  const write = async (who: string, fields: Record<string, string | number>) => {
    const { to, state, notFound } = await actAs(who, writeAnswer, {
      promise: 6,
      round: await lastRound(6),
      version: 0,
      ...fields,
    });
    return to ?? state?.message ?? (notFound ? '404' : '');
  };

  it('is missing in plain sight, written by a lead, published by the administrator, and told', async () => {
    expect(await young(6)).toMatchObject({ wasHeard: true, isAnswered: false });
    const tasks = async () =>
      (await getNeeds(await viewerOf('strategy-officer'))).acts
        .filter(({ kind }) => kind === 'answer')
        .map(({ title }) => Number(title));
    const [before = 0] = await tasks();
    expect(await write('scrutiny-viewer', { words: 'No.' })).toContain('role does not allow');
    expect(await write('skills-lead', { words: ' ' })).toContain('problem');
    expect(await write('skills-lead', { words: 'We will tell you your story.', intent: 'publish' })).toContain(
      'administrator publishes',
    );
    expect(await write('skills-lead', { words: 'We will tell you your story.' })).toContain('saved=1');
    expect((await voiceOf(6)).rounds[0]?.answer).toBeNull();
    expect(await write('strategy-officer', { words: 'Other words', intent: 'publish' })).toContain(
      'Somebody else has saved',
    );
    expect(
      await write('strategy-officer', { version: 1, words: 'We will tell you your story in June.', intent: 'publish' }),
    ).toContain('answered=1');
    expect((await voiceOf(6)).rounds[0]).toMatchObject({ answer: 'We will tell you your story in June.' });
    expect(await young(6)).toMatchObject({ isAnswered: true });
    expect((await tasks())[0]).toBe(before - 1);
    expect(await write('strategy-officer', { version: 2, words: 'Changed', intent: 'save' })).toContain(
      'stays as it is',
    );
    const told = await inPortsmouth(
      `SELECT m.path FROM "Message" m JOIN "Membership" s ON s."personId" = m."personId" WHERE m.kind = 'answered' AND s.role = 'youngPeople'`,
    );
    expect(told).toEqual([{ path: '/portsmouth/promises/6#young-people' }]);
  });

  it('is not to be had where nobody said anything', async () => {
    await inPortsmouth(`DELETE FROM "PromiseRating" WHERE "promiseId" = $1`, [await promiseId(10)]);
    expect(await write('strategy-officer', { promise: 10, words: 'x' })).toBe('404');
    expect(await write('strategy-officer', { promise: 99, words: 'x' })).toBe('404');
  });
});

describe('who may see what', () => {
  it('gives links and words to the administrator, the form to representatives, and the verdicts to all', async () => {
    const refused = { digest: 'NEXT_HTTP_ERROR_FALLBACK;403' };
    const { id } = await openRound();
    await say(await makeLink(), { 2: { rating: 'kept' } });
    for (const who of ['board-chair', 'board-member', 'home-lead', 'scrutiny-viewer', 'young-peoples-representative']) {
      const viewer = await viewerOf(who);
      await expect(listLinks(viewer)).rejects.toMatchObject(refused);
      await expect(listWords(viewer)).rejects.toMatchObject(refused);
      await expect(getAnswering(viewer, 2, id)).rejects.toMatchObject(refused);
      expect((await getVoice(viewer)).promises).toHaveLength(11);
      if (who === 'young-peoples-representative') expect((await getRating(viewer)).promises).toHaveLength(11);
      else await expect(getRating(viewer)).rejects.toMatchObject(refused);
    }
    expect((await getAnswering(await viewerOf('learning-lead'), 2, id)).mayPublish).toBe(false);
  });
});

describe('promises without current evidence', () => {
  it('are those whose last evidence is old, longest ago first, with who leads behind them', async () => {
    const viewer = await viewerOf('board-member');
    expect((await listWithoutEvidence(viewer)).without).toEqual([]);
    await inPortsmouth(`ALTER TABLE "Evidence" DISABLE TRIGGER published_evidence_stays`);
    const commitments = (await getPromise(viewer, 10)).commitments.map(({ id }) => id);
    await inPortsmouth(
      `DELETE FROM "Evidence" WHERE "updateId" IN (SELECT id FROM "Update" WHERE "commitmentId" = ANY ($1))`,
      [commitments],
    );
    const { without, all } = await listWithoutEvidence(viewer);
    expect(all).toBe(11);
    expect(without[0]).toMatchObject({ number: 10, lastEvidence: null });
    expect(without[0]?.commitments.some(({ leads }) => leads === 'Voice lead')).toBe(true);
  });
});
