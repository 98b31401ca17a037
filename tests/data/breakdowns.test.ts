import { describe, expect, it } from 'vitest';
import { readBreakdowns } from '#lib/breakdowns/queries.ts';
import type { ShownBreakdown } from '#lib/breakdowns/rules.ts';
import type { Only } from '#lib/breakdowns/stored.ts';
import { readInCouncil } from '#lib/reading.ts';
import { inPortsmouth } from '#tests/setup/act.ts';

const [council] = await inPortsmouth<{ id: string }>(`SELECT id FROM "Council" WHERE slug = 'portsmouth'`);
const councilId = council?.id ?? '';
const soon = () => new Date(Date.now() + 60_000);
const read = (only: Only, asOf = soon()) => readInCouncil(councilId, (db) => readBreakdowns(db, asOf, only));

const own = { key: 'children-in-care-own-count' };
/** "Under 1 Boys": 8, or its symbol. */
const cellsOf = (breakdown: ShownBreakdown | undefined, period: string, code = 'E06000044') =>
  Object.fromEntries(
    breakdown?.tables
      .find((table) => table.period === period && table.area.code === code)
      ?.cells.map(({ row, column, value, symbol }) => [`${row} ${column}`.trim(), value ?? symbol]) ?? [],
  );
const named = (breakdowns: ShownBreakdown[], key: string) => breakdowns.find((one) => one.key === key);

/** Writes a correction of one cell of the council's own count, and takes nothing else away. */
const correct = (breakdown: string, row: string, column: string, value: number) =>
  inPortsmouth(
    `INSERT INTO "BreakdownValue" ("councilId", id, "breakdownId", "definitionId", "areaId", period, "periodEndsOn",
                                   "row", "column", value, "recordedAt")
     SELECT x."councilId", gen_random_uuid(), x."breakdownId", x."definitionId", x."areaId", x.period, x."periodEndsOn",
            x."row", x."column", $4, now()
       FROM "BreakdownValue" x JOIN "Breakdown" b ON b.id = x."breakdownId"
      WHERE b.key = $1 AND x."row" = $2 AND x."column" = $3 AND x.period = '202526Q3' LIMIT 1`,
    [breakdown, row, column, value],
  );

describe('the breakdowns of an indicator', () => {
  it('hide a small number and what would give it away, in every table of the same children', async () => {
    const found = await read(own);
    expect(found.map(({ key }) => key)).toEqual(['age', 'age-and-sex', 'sex']);
    const both = cellsOf(named(found, 'age-and-sex'), '202526Q4');
    // 3 boys under 1 are small; the girls of their line, and a pair of another line, hide them from sums.
    expect(Object.entries(both).filter(([, value]) => value === 'c')).toHaveLength(4);
    expect(both).toMatchObject({ 'Under 1 Boys': 'c', 'Under 1 Girls': 'c', '': 391, 'Under 1': 11, Boys: 210 });
    expect(cellsOf(named(found, 'age'), '202526Q4')).toMatchObject({ 'Under 1': 11, '': 391 });
    expect(JSON.stringify(found)).not.toMatch(/"value":[1-5],/);
    expect(Object.values(cellsOf(named(found, 'age-and-sex'), '202526Q3'))).not.toContain('c');
  });

  it('are those known at a moment: a correction counts from when it was recorded', async () => {
    const before = new Date();
    expect(cellsOf(named(await read(own), 'sex'), '202526Q3').Girls).toBe(180);
    await correct('sex', 'Girls', '', 184);
    expect(cellsOf(named(await read(own), 'sex'), '202526Q3').Girls).toBe(184);
    expect(cellsOf(named(await read(own, before), 'sex'), '202526Q3').Girls).toBe(180);
    expect(await read(own, new Date('2001-01-01'))).toEqual([]);
  });

  it('of the Department are as it printed them, symbols and all', async () => {
    const [doing] = await read({ key: 'learning-or-work-19-21' });
    expect(cellsOf(doing, '2025')).toEqual({
      'Education other than higher education': 29,
      'Higher education': 'c',
      Apprenticeship: 'c',
      'Training or employment': 19,
      'Training or employment with apprenticeships': 'z',
      '': 51,
    });
    expect(doing?.tables.every(({ area }) => area.kind === 'council')).toBe(true);
    const [compared] = await read({ key: 'learning-or-work-19-21', areas: 'compared', newest: 1 });
    expect(compared?.tables.map(({ area, period }) => `${area.name} ${period}`)).toEqual([
      'Portsmouth 2025',
      'South East 2025',
      'England 2025',
    ]);
    expect(cellsOf(compared, '2025', 'E92000001')).toMatchObject({ Apprenticeship: 2, '': 54 });
  });

  it('of a theme are those that it shows, in its order, and of the newest periods that are asked for', async () => {
    const found = await read({ theme: 'education-and-work', newest: 2 });
    expect(found.map(({ indicator, key }) => `${indicator} ${key}`)).toEqual([
      'learning-or-work-17-18 what-they-do',
      'learning-or-work-19-21 what-they-do',
      'not-in-learning-or-work-19-21 reasons',
    ]);
    expect(found.map(({ tables }) => tables.map(({ period }) => period).join(' '))).toEqual(Array(3).fill('2025 2024'));
    expect(await read({ theme: 'voice' })).toEqual([]);
  });

  it('are protected by tables that are not asked for', async () => {
    await inPortsmouth(
      `DELETE FROM "ThemeBreakdown" USING "Breakdown" b WHERE b.id = "breakdownId" AND b.key IN ('age', 'sex')`,
    );
    const both = (await read({ theme: 'home' })).find(({ key }) => key === 'age-and-sex');
    const hidden = Object.values(cellsOf(both, '202526Q4')).filter((value) => value === 'c');
    expect(hidden).toHaveLength(4);
    expect((await read({ theme: 'home' })).map(({ key }) => key)).not.toContain('age');
  });

  it('of another council are not there', async () => {
    expect(await readInCouncil(crypto.randomUUID(), (db) => readBreakdowns(db, soon(), own))).toEqual([]);
  });
});
