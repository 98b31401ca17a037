import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it, vi } from 'vitest';
import { isStanding } from '#lib/imports/columns.ts';
import { takeKnownRules } from '#lib/imports/mutations.ts';
import {
  asOfficer,
  councilId,
  csv,
  importOf,
  isThere,
  placeCells,
  read,
  save,
  send,
} from '#tests/data/imports-acting.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';
import { header } from '#tests/setup/standard-columns.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

/** The Department's files where they are at hand; made ones of the same shape stand in for them elsewhere. */
const folders = [process.env.PLEDGEBOARD_DFE_DIR ?? '', '../shared/data/dfe'];
const folder = folders.find((path) => path !== '' && existsSync(path));

function files(): { name: string; text: string }[] {
  if (!folder) return madeFiles();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.portsmouth.csv'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

function madeFiles() {
  const rows = (['England', 'South East', 'Portsmouth'] as const).flatMap((place) =>
    ['2024', '2025'].flatMap((year, y) =>
      [
        ['17 to 18 years', 'Accommodation considered suitable', '13', 'c'],
        ['17 to 18 years', 'Suitability total', 'low', 'z'],
        ['19 to 21 years', 'Suitability total', '12.75', '100'],
      ].map(([age = '', item = '', n = '', share = '']) => [
        year,
        'Reporting year',
        ...placeCells(place),
        age,
        item,
        n === '13' ? String(13 + y) : n,
        share,
      ]),
    ),
  );
  const columns = [...header, 'care_leaver_age', 'breakdown', 'care_leaver_count', 'care_leaver_percent'];
  const school = (['England', 'Portsmouth'] as const).map((place) => [
    '202425',
    'Academic year',
    ...placeCells(place),
    'CLA 12 months at 31 March',
    '-1.59',
    '21.3',
    'x',
  ]);
  return [
    { name: 'made-suitability.csv', text: `\uFEFF${csv(columns, rows)}` },
    {
      name: 'made-ks4.csv',
      text: csv([...header, 'social_care_group', 'avg_p8score', 'avg_att8', 't_pupils'], school),
    },
  ];
}

type Cells = Record<string, string>;
const combination = (row: Cells, filters: readonly string[]) =>
  Object.fromEntries(filters.map((name) => [name, row[name] ?? '']));

/** An indicator for every combination of items and every column of numbers, so that no cell of the file is left out. */
async function mapEverything(id: string, rows: readonly Cells[], name: string) {
  const { findings } = await importOf(id);
  const filters = (findings.facts?.filters ?? []).map(({ column }) => column);
  const measures = (findings.facts?.measures ?? []).map(({ column }) => column);
  const combinations = [...new Set(rows.map((row) => JSON.stringify(combination(row, filters))))];
  const periodType = rows[0]?.time_identifier === 'Academic year' ? 'academicYear' : 'snapshot31March';
  const rules = combinations.flatMap((pick, at) =>
    measures.map((value) => ({
      id: `${at} ${value}`,
      indicator: `${name} ${at} ${value}`,
      breakdown: '',
      pick: JSON.parse(pick) as Cells,
      value,
      numerator: '',
      denominator: '',
      denominatorPick: {},
      across: [],
    })),
  );
  const council = await councilId();
  const keys = rules.map(({ indicator }) => indicator);
  await inPortsmouth(
    `INSERT INTO "Indicator" ("councilId", id, key, title) SELECT $1, gen_random_uuid(), key, key FROM unnest($2::text[]) AS key`,
    [council, keys],
  );
  await inPortsmouth(
    `INSERT INTO "Definition" ("councilId", id, "indicatorId", version, question, unit, cohort, "sourceId", "periodType",
       decimals, polarity, "startsOn")
     SELECT i."councilId", gen_random_uuid(), i.id, 1, '?', 'number', '', (SELECT id FROM "Source" LIMIT 1), $2::"PeriodType",
            2, 'none', '2018-04-01' FROM "Indicator" i WHERE i.key = ANY ($1)`,
    [keys, periodType],
  );
  await inPortsmouth(
    `WITH map AS (INSERT INTO "ImportMap" ("councilId", id, name, columns, mapping, "savedById")
       SELECT $1, gen_random_uuid(), $2, 'none', $3, "personId" FROM "Import" WHERE id = $4 RETURNING id)
     UPDATE "Import" SET "mapId" = map.id, state = 'waiting' FROM map WHERE "Import".id = $4`,
    [council, name, JSON.stringify({ rules }), id],
  );
  return { filters, measures, rules };
}

const levels: Record<string, string> = {
  National: 'country_code',
  Regional: 'region_code',
  'Local authority': 'new_la_code',
};

describe('a file of the Department', () => {
  for (const { name, text } of files()) {
    it(`${name}: every cell is kept as the file has it`, async () => {
      const rows: Cells[] = parse(text, { bom: true, columns: true });
      const { id, to } = await send(text, { name });
      expect(to).toBe(`/portsmouth/indicators/import/${id}`);
      expect((await read(id)).state).toBe('ready');
      const { filters, measures, rules } = await mapEverything(id, rows, name);
      expect([...filters, ...measures].toSorted()).toEqual(
        Object.keys(rows[0] ?? {})
          .filter((column) => !isStanding(column))
          .toSorted(),
      );
      const { findings } = await read(id);
      const cells = rows.length * measures.length;
      expect(findings.preview).toMatchObject({ added: cells, changed: 0, unchanged: 0, refused: 0 });
      await inPortsmouth(`UPDATE "Import" SET state = 'saving' WHERE id = $1`, [id]);
      expect((await save(id)).state).toBe('saved');
      expect(await isThere(id)).toBe(false);

      const kept = await inPortsmouth<{ key: string; period: string; code: string; value: string; symbol: string }>(
        `SELECT i.key, o.period, a.code, o.value::float8::text AS value, o.symbol::text
           FROM "Observation" o JOIN "Definition" d ON d.id = o."definitionId" JOIN "Indicator" i ON i.id = d."indicatorId"
           JOIN "Area" a ON a.id = o."areaId" WHERE o."importId" = $1 AND o."recordedById" IS NOT NULL`,
        [id],
      );
      const found = new Map(kept.map((one) => [`${one.key} ${one.code} ${one.period}`, one.symbol ?? one.value]));
      expect(kept.length).toBe(cells);
      const wrong = rows.flatMap((row) =>
        measures.flatMap((value) => {
          const pick = JSON.stringify(combination(row, filters));
          const rule = rules.find((one) => one.value === value && JSON.stringify(one.pick) === pick);
          const code = row[levels[row.geographic_level ?? ''] ?? ''];
          const written = row[value] ?? '';
          const expected = written === 'low' ? 'k' : /^[a-z]$/.test(written) ? written : String(Number(written));
          const stored = found.get(`${rule?.indicator} ${code} ${row.time_period}`);
          return stored === expected
            ? []
            : [`${rule?.indicator} ${code} ${row.time_period}: ${stored}, not ${expected}`];
        }),
      );
      expect(wrong).toEqual([]);
    });
  }

  it('is known for what it is: the usual meaning of its columns is offered, and brings counts with their groups', async () => {
    let filesKnown = 0;
    for (const { name, text } of files()) {
      const { id } = await send(text, { name: `known-${name}` });
      await read(id);
      const { getMapping, getImport } = await import('#lib/imports/queries.ts');
      const offered = await asOfficer((viewer) => getMapping(viewer, id));
      const known = 'known' in offered ? offered.known.length : 0;
      if (known === 0) continue;
      filesKnown += 1;
      await actAs('strategy-officer', takeKnownRules, { import: id });
      await inPortsmouth(`UPDATE "Import" SET state = 'waiting' WHERE id = $1`, [id]);
      const { findings } = await read(id);
      expect(findings.preview?.refused).toBe(0);
      expect(findings.preview?.rules).toHaveLength(known);
      // The seed holds what these files say, with counts and groups: nothing of it is new or changed.
      if (folder) expect(findings.preview, name).toMatchObject({ added: 0, changed: 0 });
      expect((await asOfficer((viewer) => getImport(viewer, id))).targets.every(({ title }) => title !== '')).toBe(
        true,
      );
    }
    expect(filesKnown).toBeGreaterThan(0);
  });
});
