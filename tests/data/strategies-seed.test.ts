import { beforeAll, describe, expect, it } from 'vitest';
import { type Db, inCouncil } from '#lib/db.ts';
import type { StrategyContent } from '#lib/strategies/content.ts';
import { readContent } from '#lib/strategies/reading-content.ts';
import { inCouncilNamed } from '#tests/setup/act.ts';

/** What the published documents hold, counted by hand: 2017 to 2020, Appendix 2 and section 7; Rotherham, paragraphs 1.3 and 1.5. */
const strategies = new Map<string, StrategyContent>();
const rows = (key: string) => strategies.get(key) ?? expect.unreachable();
const read = async (db: Db) => {
  for (const { id, key } of await db.strategy.findMany()) strategies.set(key, await readContent(db, id));
};

beforeAll(async () => {
  for (const slug of ['portsmouth', 'rotherham']) {
    const [council] = await inCouncilNamed<{ id: string }>(slug, 'SELECT id FROM "Council"');
    await inCouncil(council?.id ?? '', read);
  }
});

describe('Portsmouth 2017 to 2020', () => {
  const of = (kind: 'indicator' | 'success') => rows('2017-20').measures.filter((row) => row.kind === kind);
  const top = (kind: 'indicator' | 'success') => of(kind).filter(({ parent }) => parent === null);

  it('has 7 pledges with 4, 8, 3, 9, 5, 2 and 4 indicators, in 44 parts that all have a direction', () => {
    expect(rows('2017-20').promises.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const counts = [1, 2, 3, 4, 5, 6, 7].map((n) => top('indicator').filter(({ promise }) => promise === n).length);
    expect(counts).toEqual([4, 8, 3, 9, 5, 2, 4]);
    expect(top('indicator')).toHaveLength(35);
    const wholes = new Set(of('indicator').map(({ parent }) => parent));
    const parts = of('indicator').filter(({ ref }) => !wholes.has(ref));
    expect(parts).toHaveLength(44);
    expect(parts.filter(({ publishedDirection }) => publishedDirection === null)).toEqual([]);
    expect(parts.flatMap(({ target }) => target ?? []).length).toBeGreaterThan(5);
  });

  it('has 7 measures of success with 16 items under them', () => {
    expect(top('success')).toHaveLength(7);
    const under = top('success').map(({ ref }) => of('success').filter(({ parent }) => parent === ref).length);
    expect(under).toEqual([3, 2, 5, 4, 0, 0, 2]);
  });

  it('keeps the printed direction of coming back into care, and doubts it; nobody has confirmed it', async () => {
    const doubted = rows('2017-20').measures.filter(({ directionQuery }) => directionQuery);
    expect(doubted.map(({ ref, publishedDirection }) => [ref, publishedDirection])).toEqual([['2.6', 'increase']]);
    const confirmed = `SELECT ref FROM "Measure" WHERE "confirmedDirection" IS NOT NULL`;
    expect(await inCouncilNamed('portsmouth', confirmed)).toEqual([]);
  });

  it('has no priorities, because the list is missing from the source, and says so', () => {
    expect(rows('2017-20').priorities).toEqual([]);
    expect(rows('2017-20').note).toMatch(/the list is missing.*no priorities are kept/i);
  });

  it('prints 35 figures, notes where two of them clash, and keeps no small count', () => {
    const { statistics } = rows('2017-20');
    expect(statistics).toHaveLength(35);
    expect(statistics.find(({ order }) => order === 11)).toMatchObject({
      value: 169,
      note: expect.stringMatching('276'),
    });
    expect(statistics.filter(({ symbol }) => symbol === 'c').map(({ measure }) => measure)).toEqual([
      'Ethnic background: Mixed White and Black African',
      'Ethnic background: White Irish',
    ]);
    const isCount = (unit: string) => unit !== '%' && unit !== 'rate';
    const small = statistics.filter(({ value, unit }) => isCount(unit) && value !== null && value > 0 && value <= 5);
    expect(small).toEqual([]);
  });

  it('was superseded by 2023 to 2026, with its 62 commitments, 11 promises and 6 priorities', () => {
    const { supersedes, commitments, promises, priorities } = rows('2023-26');
    expect(supersedes).toBe('2017-20');
    expect([commitments.length, promises.length, priorities.length]).toEqual([62, 11, 6]);
  });
});

describe('Rotherham 2024 to 2027', () => {
  it('has six priorities and what else the report says: no commitments, no promises, two figures', () => {
    const { priorities, commitments, promises, statistics, note } = rows('2024-27');
    expect(priorities.map(({ title }) => title)).toEqual([
      'Children and Young People’s Voice',
      'Placement Sufficiency',
      'Education and Attainment',
      'Wellbeing and Independence',
      'Delivering an Outstanding Care Leaver Service',
      'Workforce Development',
    ]);
    expect([commitments, promises]).toEqual([[], []]);
    expect(statistics.map(({ value }) => value)).toEqual([509, 323]);
    expect(note).toMatch(/none were made up/);
  });

  it('has words, statuses and rules of its own', async () => {
    type Council = {
      rules: Record<string, unknown>;
      statuses: { label: string }[];
      vocabulary: Record<string, string>;
    };
    const of = async (slug: string) => (await inCouncilNamed<Council>(slug, 'SELECT * FROM "Council"'))[0];
    const [portsmouth, rotherham] = [await of('portsmouth'), await of('rotherham')];
    expect(rotherham?.rules.papers).toBe('private');
    expect(portsmouth?.rules.papers).toBe('public');
    expect(rotherham?.vocabulary.careExperienced).toBe('care leavers');
    const labels = portsmouth?.statuses.map(({ label }) => label);
    expect(rotherham?.statuses.filter(({ label }) => labels?.includes(label))).toEqual([]);
  });
});
