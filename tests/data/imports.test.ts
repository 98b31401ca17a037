import { beforeEach, describe, expect, it, vi } from 'vitest';
import { csv, importOf, isThere, placeCells, read, save, send } from '#tests/data/imports-acting.ts';
import {
  authority,
  bring,
  columns,
  confirm,
  freshFigure,
  type Place,
  region,
  row,
  rows,
  short,
  stored,
} from '#tests/data/imports-making.ts';
import { inPortsmouth } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

beforeEach(async () => void (await freshFigure()));

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
    const turned = csv(
      columns.toReversed(),
      [
        ...places.flatMap((place, at) => [
          row(place, '2025', 'All', 'Suitable', `${at}0`, `${at}.5`),
          row(place, '2025', 'All', 'Total', '990', '100'),
        ]),
        row(['Local authority district', ...placeCells('England').slice(1)], '2025', 'All', 'Suitable', '1', '1'),
      ].map((cells) => cells.toReversed()),
    );
    // Lines end as a spreadsheet ends them; the one inside a name does not.
    const { id, added, newAreaCount } = await bring(`\uFEFF${turned.replaceAll(/\n(?!county)/g, '\r\n')}`);
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
