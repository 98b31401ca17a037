import { beforeAll, describe, expect, it, vi } from 'vitest';
import { requireViewer, type Viewer } from '#lib/auth/viewer.ts';
import authorities from '#lib/councils/authorities.json' with { type: 'json' };
import { type DisclosureRule, discloseObservation } from '#lib/disclosure/rules.ts';
import { getIndicator, readIndicators, readValues } from '#lib/indicators/queries.ts';
import { modelsOf } from '#lib/neighbours/models.ts';
import { readPeers } from '#lib/neighbours/peers.ts';
import { readInCouncil } from '#lib/reading.ts';
import { inPortsmouth, readAs } from '#tests/setup/act.ts';
import { decide, type Made, makeAreas, makeIndicator, planned, random, record } from './neighbours-made.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const own = 'E06000044';
const ten =
  modelsOf(own)
    .at(-1)
    ?.members.map(({ areaCode }) => areaCode) ?? [];
let viewer: Viewer;

beforeAll(async () => {
  viewer = await readAs('board-member', () => requireViewer('portsmouth'));
});

const figureOf = async (key: string) => (await getIndicator(viewer, key)).figure;
const peersOf = async (key: string, asOf = new Date(), until?: string) =>
  (await readInCouncil(viewer.councilId, (db) => readPeers(db, asOf, { keys: [key], until })))[0];

describe('beside others', () => {
  beforeAll(makeAreas);

  it('has the mean of those with a figure, unweighted, and the place among eleven', async () => {
    await makeIndicator('eleven');
    const values = [70, 95, 90, 85, 92, 91, 88, 86, 93, 89];
    await record('eleven', 2025, [
      { code: own, value: 84 },
      ...ten.map((code, at) => ({ code, value: values[at] ?? null })),
    ]);
    expect((await figureOf('eleven')).neighbours).toMatchObject({
      setName: 'Statistical neighbours, May 2025',
      mean: 87.9,
      meanText: '88%',
      n: 10,
      of: 10,
      rank: 10,
      outOf: 11,
      quartile: null,
      councils: { rank: 10, outOf: 11 },
    });
    await makeIndicator('nine-of-ten', { polarity: 'low' });
    const some = [...ten.slice(1, 9).map((code) => ({ code, value: 80 })), { code: ten[9] ?? '', value: null }];
    await record('nine-of-ten', 2025, [{ code: own, value: 84 }, ...some]);
    expect((await figureOf('nine-of-ten')).neighbours).toMatchObject({ mean: 80, n: 8, of: 10, rank: 9, outOf: 9 });
  });

  it('takes the last that was recorded, of the same period, and keeps no council twice', async () => {
    await makeIndicator('corrected');
    const before = new Date(Date.now() - 60_000);
    await record(
      'corrected',
      2024,
      ten.map((code) => ({ code, value: 10 })),
      before,
    );
    await record(
      'corrected',
      2025,
      [
        { code: own, value: 50 },
        { code: ten[0] ?? '', value: 99 },
      ],
      before,
    );
    await record('corrected', 2025, [{ code: ten[0] ?? '', value: 40 }]);
    expect(await peersOf('corrected')).toMatchObject({ period: '2025', neighbours: { n: 1, mean: 40, below: 1 } });
    expect(await peersOf('corrected', before)).toMatchObject({ neighbours: { n: 1, mean: 99, above: 1 } });
    expect(await peersOf('corrected', new Date(), '2024-12-31')).toBeUndefined();
  });

  it('asks the set that had started by then', async () => {
    await makeIndicator('sets');
    const [earlier] = modelsOf(own);
    const first = earlier?.members.map(({ areaCode }) => areaCode) ?? [];
    const at = new Date('2021-01-01');
    await record(
      'sets',
      2020,
      [
        { code: own, value: 50 },
        ...first.map((code) => ({ code, value: 60 })),
        ...ten.filter((code) => !first.includes(code)).map((code) => ({ code, value: 90 })),
      ],
      at,
    );
    expect(await peersOf('sets', new Date('2021-03-31'))).toMatchObject({ set: null });
    expect(await peersOf('sets', new Date('2025-04-30'))).toMatchObject({
      set: { model: '2021' },
      neighbours: { n: 10, mean: 60 },
    });
    expect(await peersOf('sets', new Date('2025-05-01'))).toMatchObject({
      set: { model: '2025' },
      neighbours: { n: 10, mean: 72 },
    });
  });

  it.each<[string, Partial<DisclosureRule>]>([
    ['%', {}],
    ['%', { threshold: 0, protectsRest: false }],
    ['number', { roundTo: 5 }],
    ['%', { roundTo: 5, zeros: 'hidden' }],
    ['rate', { roundTo: 10, threshold: 7, minimumDenominator: 40 }],
    ['%', { minimumDenominator: 60, zeros: 'hidden' }],
    ['score', { threshold: 10 }],
  ])('agrees with the rule for small numbers, one council after the other: %s %o', async (unit, over) => {
    const rule: DisclosureRule = {
      threshold: 5,
      roundTo: 1,
      zeros: 'shown',
      minimumDenominator: 0,
      protectsRest: true,
      ...over,
    };
    const key = `random-${unit === '%' ? 'share' : unit}-${JSON.stringify(over).replaceAll(/\W/g, '')}`.toLowerCase();
    await decide(rule);
    await makeIndicator(key, { unit });
    const made = authorities.map(({ code }) => random(code, unit));
    const mine = { ...random(own, unit), value: 60, numerator: 60, denominator: 100 };
    await record(key, 2025, [mine, ...made.filter(({ code }) => code !== own)]);
    const shown = (one: Made) =>
      discloseObservation(
        { value: one.value, numerator: one.numerator ?? null, denominator: one.denominator ?? null, symbol: null },
        unit,
        rule,
      ).value;
    const values = made
      .filter(({ code }) => code !== own)
      .flatMap((one) => ({ code: one.code, value: shown(one) ?? [] })) as { code: string; value: number }[];
    const held = values.filter(({ value }) => typeof value === 'number');
    const mineShown = shown(mine) ?? Number.NaN;
    const neighbours = held.filter(({ code }) => ten.includes(code)).map(({ value }) => value);
    const found = (await peersOf(key)) ?? expect.unreachable();
    expect(found.hasOwn).toBe(true);
    expect(found.councils.n).toBe(held.length);
    expect(found.councils.above).toBe(held.filter(({ value }) => value > mineShown).length);
    expect(found.councils.equal).toBe(held.filter(({ value }) => value === mineShown).length);
    expect(found.neighbours.n).toBe(neighbours.length);
    expect(found.neighbours.mean ?? 0).toBeCloseTo(
      neighbours.reduce((sum, value) => sum + value, 0) / (neighbours.length || 1),
      3,
    );
    expect(found.councils.bounds?.middle).toBeCloseTo(middle([mineShown, ...held.map(({ value }) => value)]), 3);
  });

  it('has a quarter where most councils have a figure', async () => {
    await decide({ threshold: 5, roundTo: 1, zeros: 'shown', minimumDenominator: 0, protectsRest: true });
    await makeIndicator('quarters', { polarity: 'low' });
    await record('quarters', 2025, [
      { code: own, value: 500 },
      ...authorities.filter(({ code }) => code !== own).map(({ code }, at) => ({ code, value: at })),
    ]);
    expect((await figureOf('quarters')).neighbours).toMatchObject({
      quartile: 'D',
      councils: { rank: 153, outOf: 153 },
    });
  });
});

describe('what is read', () => {
  it('is the council, its own region and the country, whatever else is held', async () => {
    await inPortsmouth(
      `INSERT INTO "Area" ("councilId", id, code, name, kind) VALUES (current_council(), gen_random_uuid(), 'E12000001', 'North East', 'region')`,
    );
    await makeIndicator('areas');
    await record(
      'areas',
      2025,
      ['E12000001', 'E12000008', 'E92000001', own, ...ten].map((code) => ({ code, value: 50 })),
    );
    const [found] = await readInCouncil(viewer.councilId, (db) => readIndicators(db, new Date(), { keys: ['areas'] }));
    expect(found?.versions[0]?.areas.map(({ code }) => code).toSorted()).toEqual(
      [own, 'E12000008', 'E92000001'].toSorted(),
    );
  });

  it('goes by the index of the values, not through all of them', async () => {
    await inPortsmouth(
      `INSERT INTO "Observation" ("councilId", id, "definitionId", "areaId", period, "periodEndsOn", value)
       SELECT d."councilId", gen_random_uuid(), d.id, a.id, y::text, (y || '-03-31')::date, 50
         FROM "Definition" d JOIN "Area" a ON a."councilId" = d."councilId" CROSS JOIN generate_series(2001, 2012) y
        WHERE d."councilId" = current_council()`,
    );
    await inPortsmouth('ANALYZE "Observation"');
    const asOf = new Date();
    const reads = [readValues, readPeers].map((read) => planned((db) => read(db, asOf, { theme: 'health' })));
    for (const plan of reads) {
      const steps = (await plan).filter((step) => step['Relation Name'] === 'Observation');
      expect(steps.length).toBeGreaterThan(0);
      for (const step of steps) expect(step['Node Type']).toMatch(/^Index (Only )?Scan$/);
    }
  }, 30_000);
});

function middle(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2;
}
