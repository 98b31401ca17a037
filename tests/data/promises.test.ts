import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#lib/auth/viewer.ts';
import { councilSettings, type Status } from '#lib/councils/settings.ts';
import { inCouncil } from '#lib/db.ts';
import { isCountUnit, isSmallCount } from '#lib/disclosure/rules.ts';
import { getPromise, listPromises } from '#lib/promises/queries.ts';
import { verdict } from '#lib/promises/rules.ts';
import { introWords, ruleIntro, ruleWords } from '#lib/promises/words.ts';
import { readability } from '#lib/readability/rules.ts';
import { getPriority, getStrategy } from '#lib/strategies/queries.ts';
import { emptyTally, youngView } from '#lib/voice/rules.ts';
import {
  answerWords,
  countSentences,
  differSentence,
  notHeard,
  ratingOptions,
  representativeWords,
  sayWords,
  youngRule,
} from '#lib/voice/words.ts';
import { database } from '#tests/setup/database.ts';

const notFound = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };
const stranger = { councilId: crypto.randomUUID(), council: { rules: { disclosureThreshold: 5 } } } as Viewer;
let viewer: Viewer;

beforeAll(async () => {
  const client = new pg.Client(database.authUrl);
  await client.connect();
  const { rows } = await client.query(`SELECT * FROM "Council" WHERE slug = 'portsmouth'`);
  await client.end();
  const [{ id, ...council }] = rows;
  viewer = {
    councilId: id,
    roles: ['boardMember'],
    council: { ...council, ...councilSettings.parse(council) },
  } as unknown as Viewer;
});

describe('the strategy of the demo council', () => {
  it('has six priorities with 11, 11, 9, 11, 10 and 10 commitments, 11 promises and 4 themes', async () => {
    const strategy = await getStrategy(viewer);
    expect(strategy.priorities.map(({ key, commitments }) => [key, commitments.length])).toEqual([
      ['voice', 11],
      ['relationships', 11],
      ['learning', 9],
      ['home', 11],
      ['health', 10],
      ['skills', 10],
    ]);
    expect(strategy.promises.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(strategy.themes.map(({ month }) => month)).toEqual([1, 5, 9, 11]);
    expect(strategy.testQuestions).toHaveLength(2);
  });

  it('prints 26 figures with 10 comparators, and none that could point at a child', async () => {
    const { statistics } = await getStrategy(viewer);
    expect(statistics).toHaveLength(26);
    const figures = statistics.flatMap((row) => [row.figure, ...row.comparators.map(({ figure }) => figure)]);
    expect(figures).toHaveLength(36);
    expect(statistics.filter(({ figure }) => figure === null || 'suppressed' in figure)).toHaveLength(1);
    for (const figure of figures) {
      if (figure === null || 'suppressed' in figure) continue;
      const { value, unit, numerator, denominator } = figure.shown;
      const counts = [isCountUnit(unit) ? value : null, numerator, denominator];
      expect(counts.filter((count) => isSmallCount(count, 5))).toEqual([]);
    }
  });

  it('gives a priority with what it serves, and the counts add up', async () => {
    const home = await getPriority(viewer, 'home');
    expect(home.counts.reduce((sum, { count }) => sum + count, 0)).toBe(11);
    expect(home.promises.map(({ number }) => number)).toContain(1);
    expect(home.themes.map(({ slug }) => slug)).toEqual(['home']);
    expect(home.leads).toHaveLength(1);
    await expect(getPriority(viewer, 'nowhere')).rejects.toMatchObject(notFound);
  });
});

describe('promises', () => {
  it('have the verdict that the rule gives for their commitments', async () => {
    const promises = await listPromises(viewer);
    for (const promise of promises) {
      const { commitments, hasCurrentEvidence, counts } = promise;
      expect(commitments.length).toBeGreaterThan(0);
      expect(promise.verdict).toBe(verdict({ words: commitments, hasCurrentEvidence }));
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(commitments.length);
    }
    expect(new Set(promises.map((promise) => promise.verdict)).size).toBeGreaterThan(1);
  });

  it('follow the next published update, and stay as they were at an earlier time', async () => {
    const before = await listPromises(viewer);
    const kept = before.find((promise) => promise.verdict !== 'notYet') ?? expect.unreachable();
    const commitmentId = kept.commitments[0]?.id ?? '';
    const asOf = new Date();
    await publish(commitmentId, 'offTrack');
    expect(await getPromise(viewer, kept.number)).toMatchObject({
      verdict: 'notYet',
      change: { turn: 'worse' },
    });
    const earlier = (await listPromises(viewer, asOf)).find(({ number }) => number === kept.number);
    expect(earlier).toMatchObject({ verdict: kept.verdict, changed: kept.changed });
  });

  it('show evidence of the latest updates and figures of their own', async () => {
    const promise = await getPromise(viewer, 9);
    const latest = promise.commitments.map(({ updateId }) => updateId);
    expect(promise.evidence.length).toBeGreaterThan(0);
    expect(promise.evidence.every(({ updateId }) => latest.includes(updateId))).toBe(true);
    expect(promise.figures.length).toBeGreaterThan(0);
    expect([promise.before?.number, promise.after?.number]).toEqual([8, 10]);
    await expect(getPromise(viewer, 12)).rejects.toMatchObject(notFound);
  });

  it('are nothing to somebody of another council', async () => {
    expect(await listPromises(stranger)).toEqual([]);
    await expect(getPromise(stranger, 1)).rejects.toMatchObject(notFound);
    await expect(getStrategy(stranger)).rejects.toMatchObject({ digest: expect.stringContaining('/strategies') });
    await expect(getPriority(stranger, 'home')).rejects.toMatchObject(notFound);
  });
});

describe('what young people read and are asked', () => {
  it('can be read by a nine-year-old: the rule, the verdicts, the form, and what comes after', async () => {
    const { shortName, rules } = viewer.council;
    const say = sayWords(shortName, 11);
    const options = ratingOptions.map(({ hint }) => hint);
    const form = [say.title, say.lead, ...say.before, say.noNames, ...options, 'Do we keep promise 3?'];
    const counts = { kept: 12, partly: 8, notYet: 0, cannotTell: 0 };
    const told = [
      { groups: counts, representatives: emptyTally() },
      { groups: { ...counts, notYet: 2 }, representatives: emptyTally() },
      { groups: emptyTally(), representatives: { ...emptyTally(), kept: 1 } },
      { groups: { ...emptyTally(), kept: 3 }, representatives: { ...emptyTally(), kept: 1 } },
    ].flatMap((said) => countSentences(youngView(said, rules.disclosureThreshold)));
    const beside = [differSentence('kept', 'notYet'), notHeard, answerWords.none, ...told];
    for (const text of [
      youngRule(rules.disclosureThreshold),
      form,
      [say.unsafe, ...say.after],
      beside,
      representativeWords,
    ]) {
      expect(readability(text).ageYears, text.join(' ')).toBeLessThanOrEqual(9);
    }
  });
});

describe('the promises page', () => {
  it('can be read by a nine-year-old, as a whole and each promise alone', async () => {
    const promises = await listPromises(viewer);
    const { shortName, vocabulary } = viewer.council;
    const rule = [...ruleIntro, ...ruleWords.map(({ meaning }) => meaning)];
    const fixed = [introWords(shortName, promises.length, vocabulary.childrenInCare ?? '').lead, ...rule];
    const stories = promises.map(({ plainWords, why, changed }) => [plainWords, why, changed]);
    const whole = readability([...fixed, ...stories.flat()]);
    expect(whole.ageYears).toBeLessThanOrEqual(9);
    for (const text of [fixed, ...stories]) expect(readability(text).ageYears, text.join(' ')).toBeLessThanOrEqual(9);
  });
});

/** A lead's word of this moment, approved and published: the way an update goes, in one row. */
function publish(commitmentId: string, status: Status) {
  return inCouncil(viewer.councilId, async (db) => {
    const now = new Date();
    const earlier = await db.update.findFirstOrThrow({
      where: { commitmentId },
      orderBy: { publishedAt: 'desc' },
    });
    const { roundId, authorId, publisherId, councilId } = earlier;
    await db.update.create({
      data: {
        councilId,
        commitmentId,
        roundId,
        authorId,
        publisherId,
        status,
        state: 'published',
        submittedAt: now,
        approvedAt: now,
        publishedAt: now,
      },
    });
  });
}
