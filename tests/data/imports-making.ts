import { expect } from 'vitest';
import { mapFigure, previewFigures, saveFigures } from '#lib/imports/mutations.ts';
import { getImport } from '#lib/imports/queries.ts';
import { asOfficer, councilId, importOf, placeCells, read, send } from '#tests/data/imports-acting.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';
import { header } from '#tests/setup/standard-columns.ts';

export type Place = Parameters<typeof placeCells>[0];
export const columns = [...header, 'age', 'item', 'n', 'share'];
export const row = (place: Place, year: string, age: string, item: string, n: string, share: string) => [
  year,
  'Reporting year',
  ...placeCells(place),
  age,
  item,
  n,
  share,
];
export const region = (code: string, name: string): Place => [
  'Regional',
  'E92000001',
  'England',
  code,
  name,
  '',
  '',
  '',
];
export const authority = (code: string, name: string): Place => [
  'Local authority',
  'E92000001',
  'England',
  '',
  '',
  '909',
  name,
  code,
];

let key = '';
let made = 0;
/** Makes an indicator of its own for a test, and forgets every map. @returns its key */
export async function freshFigure(): Promise<string> {
  made += 1;
  key = `made-${made}`;
  await inPortsmouth('UPDATE "Import" SET "mapId" = NULL');
  await inPortsmouth('DELETE FROM "ImportMap"');
  await inPortsmouth(
    `WITH i AS (INSERT INTO "Indicator" ("councilId", id, key, title) VALUES ($1, gen_random_uuid(), $2, 'Made') RETURNING id)
     INSERT INTO "Definition" ("councilId", id, "indicatorId", version, question, unit, cohort, "sourceId", "periodType",
       decimals, polarity, "startsOn")
     SELECT $1, gen_random_uuid(), i.id, 1, '?', '%', '', (SELECT id FROM "Source" LIMIT 1), 'snapshot31March', 1, 'none',
            '2018-04-01' FROM i`,
    [await councilId(), key],
  );
  return key;
}

export const officer = 'strategy-officer';
export const stored = () =>
  inPortsmouth<{
    code: string;
    period: string;
    value: number | null;
    symbol: string;
    numerator: number;
    denominator: number;
  }>(
    `SELECT a.code, o.period, o.value::float8, o.symbol::text, o.numerator, o.denominator, o."importId", o."recordedById"
       FROM "Observation" o JOIN "Definition" d ON d.id = o."definitionId" JOIN "Indicator" i ON i.id = d."indicatorId"
       JOIN "Area" a ON a.id = o."areaId" WHERE i.key = $1 ORDER BY a.code, o.period, o."recordedAt"`,
    [key],
  );
export const short = async () =>
  (await stored()).map(
    (one) => `${one.code} ${one.period} ${one.symbol ?? one.value} ${one.numerator}/${one.denominator}`,
  );

/** Sends a file, maps the share of suitable homes at all ages where that is not known yet, and reads it with its preview. */
export async function bring(text: string) {
  const { id } = await send(text, { name: `${key}.csv` });
  const { state, findings, mapId } = await read(id);
  expect(state, findings.problem ?? '').toBe('ready');
  if (mapId) return { id, ...findings.preview };
  expect(await actAs(officer, mapFigure, { import: id, indicator: key, ...(await chosen(id)) })).toMatchObject({
    to: expect.stringMatching(/\/map$/),
  });
  expect((await actAs(officer, previewFigures, { import: id })).state).toBeNull();
  return { id, ...(await read(id)).findings.preview };
}

/** The filters of the form go by the order of the file's columns. */
async function chosen(id: string) {
  const filters = (await importOf(id)).findings.facts?.filters.map(({ column }) => column) ?? [];
  const [age, item] = [filters.indexOf('age'), filters.indexOf('item')];
  return {
    [`pick${age}`]: 'All',
    [`pick${item}`]: 'Suitable',
    value: 'share',
    numerator: 'n',
    denominator: 'n',
    denominatorItem: (await hasTotal(id, item)) ? `${item} Total` : '',
  };
}

const hasTotal = async (id: string, at: number) =>
  (await importOf(id)).findings.facts?.filters[at]?.items.includes('Total') === true;

export async function confirm(id: string, without?: '1') {
  const { shown } = await asOfficer((viewer) => getImport(viewer, id));
  return actAs(officer, saveFigures, { import: id, shown, ...(without && { without }) });
}

export const rows = (n: string, share: string) => [
  row('England', '2025', 'All', 'Total', '100', '100'),
  row('England', '2025', 'All', 'Suitable', '90', '90'),
  row('Portsmouth', '2025', 'All', 'Total', '20', '100'),
  row('Portsmouth', '2025', 'All', 'Suitable', n, share),
];
