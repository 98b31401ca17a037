import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cancelImport, mapBreakdown, previewFigures } from '#lib/imports/mutations.ts';
import { csv, importOf, isThere, read, save, send } from '#tests/data/imports-acting.ts';
import { bring, columns, confirm, freshFigure, officer, row, rows, short, stored } from '#tests/data/imports-making.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

let key = '';
beforeEach(async () => {
  key = await freshFigure();
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
