import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cancelImport, mapBreakdown, mapFigure, previewFigures, saveFigures } from '#lib/imports/mutations.ts';
import { getImport } from '#lib/imports/queries.ts';
import {
  asOfficer,
  councilId,
  csv,
  header,
  importOf,
  isThere,
  placeCells,
  read,
  save,
  send,
} from '#tests/data/imports-acting.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

type Place = Parameters<typeof placeCells>[0];
const columns = [...header, 'age', 'item', 'n', 'share'];
const row = (place: Place, year: string, age: string, item: string, n: string, share: string) => [
  year,
  'Reporting year',
  ...placeCells(place),
  age,
  item,
  n,
  share,
];
const region = (code: string, name: string): Place => ['Regional', 'E92000001', 'England', code, name, '', '', ''];
const authority = (code: string, name: string): Place => [
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
/** An indicator of its own for each test. */
beforeEach(async () => {
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
});

const officer = 'strategy-officer';
const stored = () =>
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
const short = async () =>
  (await stored()).map(
    (one) => `${one.code} ${one.period} ${one.symbol ?? one.value} ${one.numerator}/${one.denominator}`,
  );

/** Sends a file, maps the share of suitable homes at all ages where that is not known yet, and reads it with its preview. */
async function bring(text: string) {
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

async function confirm(id: string, without?: '1') {
  const { shown } = await asOfficer((viewer) => getImport(viewer, id));
  return actAs(officer, saveFigures, { import: id, shown, ...(without && { without }) });
}

const rows = (n: string, share: string) => [
  row('England', '2025', 'All', 'Total', '100', '100'),
  row('England', '2025', 'All', 'Suitable', '90', '90'),
  row('Portsmouth', '2025', 'All', 'Total', '20', '100'),
  row('Portsmouth', '2025', 'All', 'Suitable', n, share),
];

describe('a file', () => {
  it('brings values with their groups from other rows, whatever the order of its columns, and places as they are', async () => {
    const places: Place[] = [
      'England',
      region('E12000007', 'London'),
      region('E13000001', 'Inner London'),
      region('E13000002', 'Outer London'),
      authority('E10000006', 'Cumbria, "old"\ncounty'),
      authority('E09000001', 'z'),
    ];
    const text = csv(
      columns,
      places.flatMap((place, at) => [
        row(place, '2025', 'All', 'Suitable', `${at}0`, `${at}.5`),
        row(place, '2025', 'All', 'Total', '990', '100'),
      ]),
    );
    const turned = csv(
      [...columns].reverse(),
      [
        ...places.flatMap((place, at) => [
          row(place, '2025', 'All', 'Suitable', `${at}0`, `${at}.5`),
          row(place, '2025', 'All', 'Total', '990', '100'),
        ]),
        row(['Local authority district', ...placeCells('England').slice(1)], '2025', 'All', 'Suitable', '1', '1'),
      ].map((cells) => [...cells].reverse()),
    );
    expect(text).not.toBe(turned);
    const { id, added, newAreaCount } = await bring(
      `\uFEFF${turned.replaceAll('\n2', '\r\n2')}`.replaceAll('\r\n', '\n'),
    );
    expect({ added, newAreaCount }).toEqual({ added: 6, newAreaCount: 5 });
    expect((await importOf(id)).findings.facts?.levels.find(({ isRead }) => !isRead)).toMatchObject({
      level: 'Local authority district',
      rows: 1,
    });
    expect(await stored()).toEqual([]);
    expect((await confirm(id)).state).toBeNull();
    expect((await save(id)).state).toBe('saved');
    expect(await short()).toEqual([
      'E09000001 2025 5.5 50/990',
      'E10000006 2025 4.5 40/990',
      'E12000007 2025 1.5 10/990',
      'E13000001 2025 2.5 20/990',
      'E13000002 2025 3.5 30/990',
      'E92000001 2025 0.5 0/990',
    ]);
    const [old] = await inPortsmouth('SELECT name, kind FROM "Area" WHERE code = $1', ['E10000006']);
    expect(old).toEqual({ name: 'Cumbria, "old"\ncounty', kind: 'council' });
    expect(
      (await stored()).every(
        (one) => 'importId' in one && one.importId === id && 'recordedById' in one && one.recordedById !== null,
      ),
    ).toBe(true);
    expect(await isThere(id)).toBe(false);
  });

  it('says with row, column and reason what it cannot take, and saves the rest only when that is asked for', async () => {
    const years = ['2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025'];
    const cells = ['00:10', '', '1,5', 'low', 'c', '~', ':', 'u', '-1.59', '12.34567'];
    const text = csv(columns, [
      ...years.map((year, at) => row('Portsmouth', year, 'All', 'Suitable', at === 4 ? 'c' : '7', cells[at] ?? '')),
      row('England', '2025', 'All', 'Suitable', '14.6', '9'),
      row(authority('z', 'Nowhere'), '2025', 'All', 'Suitable', '7', '9'),
    ]);
    const { id, refused, added, obsolete, firstRefused } = await bring(text);
    expect({ refused, added, obsolete }).toEqual({ refused: 5, added: 7, obsolete: 2 });
    expect(firstRefused).toEqual([
      { line: 2, column: 'share', reason: '"00:10" is neither a number nor a symbol.' },
      { line: 3, column: 'share', reason: 'The cell is empty. Where there is no number, a symbol must say why.' },
      { line: 4, column: 'share', reason: '"1,5" is neither a number nor a symbol.' },
      { line: 12, column: 'n', reason: '"14.6" is not a whole number, so it cannot be the count behind the value.' },
      { line: 13, column: 'new_la_code', reason: '"z" is not the code of a place, like E06000044.' },
    ]);
    expect((await confirm(id)).state?.errors.without).toMatch(/Tick this/);
    expect((await confirm(id, '1')).state).toBeNull();
    await save(id);
    expect(await short()).toEqual(
      [
        '2019 k 7/7',
        '2020 c null/null',
        '2021 x 7/7',
        '2022 x 7/7',
        '2023 u 7/7',
        '2024 -1.59 7/7',
        '2025 12.3457 7/7',
      ].map((one) => `E06000044 ${one}`),
    );
  });

  it('with a figure in two rows refuses both', async () => {
    const text = csv(columns, [...rows('16', '80'), row('Portsmouth', '2025', 'All', 'Suitable', '15', '75')]);
    const { added, refused, firstRefused } = await bring(text);
    expect({ added, refused }).toEqual({ added: 1, refused: 2 });
    expect(firstRefused?.map(({ line }) => line)).toEqual([5, 6]);
  });

  it('with its meta file says what its columns are called and which of them are filters', async () => {
    const meta =
      'col_name,col_type,label,indicator_unit\nn,Filter,Number of homes,\nshare,Indicator,Share of homes,%\n';
    const { id } = await send(csv(columns, rows('16', '80')), { meta });
    const { facts } = (await read(id)).findings;
    expect(facts?.filters.find(({ column }) => column === 'n')).toMatchObject({
      label: 'Number of homes',
      items: ['100', '90', '20', '16'],
    });
    expect(facts?.measures).toEqual([{ column: 'share', label: 'Share of homes', unit: '%' }]);
  });
});

describe('next year’s file', () => {
  it('is read the same way by itself, shows what is revised, and keeps what was recorded', async () => {
    const first = await bring(csv(columns, rows('16', '80')));
    await confirm(first.id);
    await save(first.id);
    const { id } = await send(
      csv(
        columns.toReversed(),
        [...rows('17', '85'), row('Portsmouth', '2026', 'All', 'Suitable', '18', '90')].map((cells) =>
          cells.toReversed(),
        ),
      ),
      { name: 'next.csv' },
    );
    const { findings, mapId } = await read(id);
    expect(mapId).toBe((await importOf(first.id)).mapId);
    expect(findings.preview).toMatchObject({ added: 1, changed: 1, unchanged: 1, refused: 0 });
    expect(findings.preview?.firstChanged).toMatchObject([
      {
        area: 'Portsmouth',
        period: '2025',
        before: { value: 80, numerator: 16, denominator: 20 },
        after: { value: 85, numerator: 17 },
      },
    ]);
    await confirm(id);
    await save(id);
    expect(await short()).toEqual([
      'E06000044 2025 80 16/20',
      'E06000044 2025 85 17/20',
      'E06000044 2026 90 18/null',
      'E92000001 2025 90 90/100',
    ]);
  });

  it('is previewed anew where the figures changed after its preview', async () => {
    const [mine, theirs] = [await bring(csv(columns, rows('16', '80'))), await bring(csv(columns, rows('15', '75')))];
    await confirm(mine.id);
    await confirm(theirs.id);
    await save(theirs.id);
    const { state, findings } = await save(mine.id);
    expect(state).toBe('ready');
    expect(findings.note).toMatch(/^The figures here have changed since/);
    expect(findings.preview).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect(await stored()).toHaveLength(2);
    expect((await actAs(officer, cancelImport, { import: mine.id })).state).toBeNull();
    expect((await importOf(mine.id)).state).toBe('cancelled');
    expect(await isThere(mine.id)).toBe(false);
  });
});

it('a filter becomes the parts of a table, a new one or one that is there', async () => {
  const ages = ['17', '18'].flatMap((age, at) => [
    row('Portsmouth', '2025', age, 'Suitable', `${6 + at}`, `${60 + at}`),
    row('Portsmouth', '2025', age, 'Total', '10', '100'),
  ]);
  const { id } = await bring(csv(columns, [...rows('16', '80'), ...ages]));
  const form = {
    import: id,
    indicator: key,
    rowFilter: 'age',
    title: 'By age',
    rowTitle: 'Age',
    isWhole: 'yes',
    row0: '=',
    row1: '17',
    row2: '18',
    pick1: 'Suitable',
    value: 'share',
    numerator: 'n',
    denominator: 'n',
    denominatorItem: '1 Total',
  };
  expect((await actAs(officer, mapBreakdown, form)).state).toBeNull();
  expect((await actAs(officer, mapBreakdown, form)).state?.errors.title).toMatch(/There is a breakdown of this title/);
  const again = { ...form, breakdown: 'by-age', row1: '19' };
  expect((await actAs(officer, mapBreakdown, again)).state?.message).toMatch(/none of those in the breakdown/);
  await actAs(officer, previewFigures, { import: id });
  expect((await read(id)).findings.preview).toMatchObject({ added: 4, refused: 0 });
  await confirm(id);
  await save(id);
  const parts = await inPortsmouth(
    `SELECT v."row", v."column", v.value::float8, v.numerator, v.denominator FROM "BreakdownValue" v
      WHERE v."importId" = $1 ORDER BY v."row"`,
    [id],
  );
  expect(parts).toEqual([
    { row: '17', column: '', value: 60, numerator: 6, denominator: 10 },
    { row: '18', column: '', value: 61, numerator: 7, denominator: 10 },
  ]);
  expect(await short()).toEqual(['E06000044 2025 80 16/20', 'E92000001 2025 90 90/100']);
});
