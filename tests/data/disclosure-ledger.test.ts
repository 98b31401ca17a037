import { describe, expect, it } from 'vitest';
import { type Db, inCouncil } from '#lib/db.ts';
import { amongOf, type CellPart, countKey } from '#lib/disclosure/cells.ts';
import { planRelease, writeLedger } from '#lib/disclosure/ledger.ts';
import { readRecorded } from '#lib/disclosure/recorded.ts';
import type { ReleaseCell } from '#lib/disclosure/releases.ts';
import { plainRule } from '#lib/disclosure/rules.ts';
import { Refusal } from '#lib/errors.ts';
import { inPortsmouth } from '#tests/setup/act.ts';

type Ids = { councilId: string; areaId: string; sourceId: string; personId: string };
const [ids] = await inPortsmouth<Ids>(
  `SELECT c.id AS "councilId", a.id AS "areaId", s.id AS "sourceId", m."personId"
     FROM "Council" c JOIN "Area" a ON a."councilId" = c.id AND a.code = c.code
     JOIN "Source" s ON s."councilId" = c.id JOIN "Membership" m ON m."councilId" = c.id
    WHERE c.slug = 'portsmouth' LIMIT 1`,
);
if (!ids) throw new Error('The demonstration council has no area, source or member.');
const { councilId, areaId, sourceId, personId } = ids;

const girls = amongOf([['Sex', 'Girls']]);
const boys = amongOf([['Sex', 'Boys']]);
let made = 0;

/** An indicator of our own that counts children, by sex as well. */
async function makeIndicator(db: Db, isYearToDate: boolean) {
  made += 1;
  const { id: indicatorId } = await db.indicator.create({
    data: { councilId, key: `ledger-${made}`, title: `Children counted ${made}` },
  });
  const { id: definitionId } = await db.definition.create({
    data: {
      councilId,
      indicatorId,
      version: 1,
      question: 'How many?',
      unit: 'number',
      cohort: 'All children',
      sourceId,
      periodType: 'financialQuarter',
      isYearToDate,
      decimals: 0,
      polarity: 'none',
      startsOn: new Date('2020-01-01'),
    },
  });
  const { id: breakdownId } = await db.breakdown.create({
    data: {
      councilId,
      indicatorId,
      key: 'sex',
      title: 'By sex',
      rowTitle: 'Sex',
      rows: ['Girls', 'Boys'],
      columnTitle: '',
      columns: [],
      isWhole: true,
    },
  });
  const record = async (period: string, values: { Girls: number; Boys: number }, recordedAt: Date) => {
    const at = { councilId, definitionId, areaId, period, periodEndsOn: new Date('2025-09-30'), recordedAt };
    await db.observation.create({ data: { ...at, value: values.Girls + values.Boys } });
    for (const [row, value] of Object.entries(values)) {
      await db.breakdownValue.create({ data: { ...at, breakdownId, row, value } });
    }
  };
  /** What stands now of some places, ready to be released. */
  const cells = async (period: string, amongs: readonly string[]): Promise<ReleaseCell[]> => {
    const recorded = await readRecorded(db, [definitionId], [areaId]);
    const newest = new Map(
      recorded.toSorted((a, b) => +a.recordedAt - +b.recordedAt).map((cell) => [countKey(cell), cell]),
    );
    return [...newest.values()].filter((cell) => cell.period === period && amongs.includes(cell.among));
  };
  const key = (period: string, among: string, part: CellPart = 'count') =>
    countKey({ definitionId, areaId, period, among, part });
  return { record, cells, key };
}

async function release(db: Db, cells: readonly ReleaseCell[], rule = plainRule(5)) {
  const plan = await planRelease(db, cells, () => rule);
  made += 1;
  const { id } = await db.release.create({
    data: {
      councilId,
      kind: 'figures',
      slug: `ledger-${made}`,
      edition: 1,
      title: `Figures ${made}`,
      content: {},
      html: '',
      hash: '',
      releasedById: personId,
      // It came out when its newest value was recorded.
      releasedAt: new Date(Math.max(...cells.map(({ recordedAt }) => recordedAt.getTime()))),
    },
  });
  await writeLedger(db, councilId, id, plan.rows);
  return { ...plan, id, title: `Figures ${made}` };
}

const [first, second, third] = ['2026-01-01', '2026-02-01', '2026-03-01'].map((day) => new Date(day)) as [
  Date,
  Date,
  Date,
];

describe('the ledger', () => {
  it('keeps what was printed and what was hidden, and never a hidden number', () =>
    inCouncil(councilId, async (db) => {
      const { record, cells } = await makeIndicator(db, false);
      await record('202526Q1', { Girls: 3, Boys: 20 }, first);
      const { id, why } = await release(db, await cells('202526Q1', ['', girls, boys]));
      expect([...why.values()]).toEqual(expect.arrayContaining(['small', 'protects']));
      const rows = await db.releasedCell.findMany({ where: { releaseId: id }, orderBy: { among: 'asc' } });
      expect(rows.map(({ among, shown }) => [among, shown])).toEqual([
        ['', 23],
        [boys, null],
        [girls, null],
      ]);
    }));

  it('does not let a second view tell what the first one hid, withdrawn or not', () =>
    inCouncil(councilId, async (db) => {
      const { record, cells, key } = await makeIndicator(db, false);
      await record('202526Q1', { Girls: 3, Boys: 20 }, first);
      const { id } = await release(db, await cells('202526Q1', ['', girls]));
      const withdrawal = { withdrawnById: personId, withdrawnAt: second, withdrawnReason: 'A mistake.' };
      await db.release.update({ where: { councilId_id: { councilId, id } }, data: withdrawal });
      // Alone the count of boys could be printed; beside the total of before it tells that of the girls.
      const { why } = await release(db, await cells('202526Q1', [boys]));
      expect(why.get(key('202526Q1', boys))).toBe('protects');
      // Recorded anew it is the same count still.
      await record('202526Q1', { Girls: 3, Boys: 20 }, second);
      expect((await release(db, await cells('202526Q1', [boys]))).why.get(key('202526Q1', boys))).toBe('earlier');
      // A correction is another one: now the girls are many enough.
      await record('202526Q1', { Girls: 9, Boys: 21 }, third);
      expect((await release(db, await cells('202526Q1', ['', girls, boys]))).hidden.size).toBe(0);
    }));

  it('lets no two counts of a year to date tell a small quarter', () =>
    inCouncil(councilId, async (db) => {
      const { record, cells, key } = await makeIndicator(db, true);
      await record('202526Q1', { Girls: 10, Boys: 12 }, first);
      expect((await release(db, await cells('202526Q1', ['']))).hidden.size).toBe(0);
      await record('202526Q2', { Girls: 11, Boys: 14 }, second);
      expect((await release(db, await cells('202526Q2', ['']))).hidden).toEqual(new Set([key('202526Q2', '')]));
      await record('202526Q3', { Girls: 18, Boys: 22 }, third);
      expect((await release(db, await cells('202526Q3', ['']))).hidden.size).toBe(0);
    }));

  it('refuses what no hiding makes safe, and says which release and figure it is, but no number', () =>
    inCouncil(councilId, async (db) => {
      const { record, cells } = await makeIndicator(db, false);
      await record('202526Q1', { Girls: 3, Boys: 20 }, first);
      const careless = await release(db, await cells('202526Q1', ['', boys]), { ...plainRule(0), protectsRest: false });
      const refusal = await release(db, await cells('202526Q1', [girls])).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Refusal);
      const { message } = refusal as Refusal;
      expect(message).toContain(`“${careless.title}, edition 1”`);
      const [what, why] = message.split('Sex Girls: ');
      expect(what).toMatch(/^Children counted \d+, April to June 2025, $/);
      expect(why).toMatch(/small number/);
      expect(why?.replace('edition 1', '').replace(careless.title, '')).not.toMatch(/\d/);
    }));
});
