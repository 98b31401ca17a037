import { describe, expect, it, vi } from 'vitest';
import { recordTable, saveBreakdown } from '#lib/indicators/breakdowns/mutations.ts';
import { saveIndicatorCare } from '#lib/indicators/editing/mutations.ts';
import { getIndicatorSettings } from '#lib/indicators/editing/queries.ts';
import { recordIndicatorValue } from '#lib/indicators/values/mutations.ts';
import { getTableToFill, getValues } from '#lib/indicators/values/queries.ts';
import { ownAreaId, readBy, recorded } from '#tests/data/figures-acting.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const [officer, owner] = ['strategy-officer', 'health-lead'];
const key = 'dental-check';
const area = await ownAreaId();
const typed = (more: Record<string, string>) => ({
  indicator: key,
  area,
  period: '2026',
  numerator: '',
  denominator: '',
  value: '',
  symbol: '',
  ...more,
});

describe('a value by form', () => {
  it('is recorded by the owner, with the share worked out; not by another lead, not for another’s figure', async () => {
    const form = typed({ numerator: '250', denominator: '300' });
    expect((await actAs('home-lead', recordIndicatorValue, form)).state?.message).toMatch(/role does not allow/);
    expect(
      (await actAs(owner, recordIndicatorValue, { ...form, indicator: 'three-or-more-homes' })).state?.message,
    ).toMatch(/role does not allow/);
    expect((await actAs(owner, recordIndicatorValue, form)).to).toMatch(/indicators\/dental-check\/values\?saved=/);
    expect(await recorded(key, '2026')).toEqual([
      { value: 83, numerator: 250, denominator: 300, symbol: null, by: 'Health lead' },
    ]);
  });

  it('is corrected by a new row, after the one that stands was shown; the old one stays', async () => {
    const form = typed({ numerator: '251', denominator: '300' });
    const told = await actAs(officer, recordIndicatorValue, form);
    expect(told.state?.message).toMatch(/There is a value for 31 March 2026 already, recorded by Health lead/);
    expect(await recorded(key, '2026')).toHaveLength(1);
    const again = await actAs(officer, recordIndicatorValue, { ...form, shown: told.state?.theirs?.shown ?? '' });
    expect(again.state).toBeNull();
    expect((await recorded(key, '2026')).map(({ numerator, by }) => [numerator, by])).toEqual([
      [250, 'Health lead'],
      [251, 'Strategy officer'],
    ]);
    expect((await actAs(owner, recordIndicatorValue, form)).state?.message).toMatch(/recorded already/);
    const { values } = await readBy(officer, (viewer) => getValues(viewer, key));
    const listed = values.filter(({ period, isOwn }) => period === '2026' && isOwn);
    expect(listed.map(({ numerator, isSuperseded, by }) => [numerator, isSuperseded, by])).toEqual([
      [251, false, 'Strategy officer'],
      [250, true, 'Health lead'],
    ]);
  });

  it('two at once: one is recorded, the other is told', async () => {
    const forms = ['31', '32'].map((numerator) =>
      actAs(officer, recordIndicatorValue, typed({ indicator: 'development-checks', numerator, denominator: '40' })),
    );
    const answers = await Promise.all(forms);
    expect(answers.filter(({ to }) => to)).toHaveLength(1);
    expect(answers.filter(({ state }) => state?.message.includes('There is a value'))).toHaveLength(1);
    expect(await recorded('development-checks', '2026')).toHaveLength(1);
  });

  it.each<[Record<string, string>, string]>([
    [{ numerator: '13', denominator: '12' }, 'numerator'],
    [{ period: '2030', value: '80' }, 'period'],
    [{ period: '2025/26', value: '80' }, 'period'],
    [{ value: '101' }, 'value'],
    [{ value: '80', symbol: 'c' }, 'symbol'],
  ])('what cannot be is refused beside its field: %j', async (more, field) => {
    const { state } = await actAs(owner, recordIndicatorValue, typed(more));
    expect(Object.keys(state?.errors ?? {})).toEqual([field]);
  });

  it('hides small numbers from its list, even from the owner who typed them, and not from who decides about them', async () => {
    const form = typed({ indicator: 'development-checks', period: '2020', numerator: '4', denominator: '38' });
    expect((await actAs(owner, recordIndicatorValue, form)).state).toBeNull();
    const of = async (who: string) =>
      (await readBy(who, (viewer) => getValues(viewer, 'development-checks'))).values.find(
        ({ period, isOwn }) => period === '2020' && isOwn,
      );
    expect(await of(owner)).toMatchObject({ value: null, numerator: null, symbol: 'c' });
    expect(await of(officer)).toMatchObject({ value: 11, numerator: 4 });
    await expect(readBy('home-lead', (viewer) => getValues(viewer, key))).rejects.toThrow();
  });

  it('who stops owning a figure stops recording it', async () => {
    const { defined } = await readBy(officer, (viewer) => getIndicatorSettings(viewer, 'immunisations'));
    const care = { ...defined?.care.fields, owner: '', shown: defined?.care.shown ?? '', indicator: 'immunisations' };
    expect((await actAs(officer, saveIndicatorCare, care)).state).toBeNull();
    const form = typed({ indicator: 'immunisations', value: '80' });
    expect((await actAs(owner, recordIndicatorValue, form)).state?.message).toMatch(/role does not allow/);
  });
});

/** By two rows and two columns: 251 of 300 in all. */
const fourParts = {
  'n0.0': '60',
  'd0.0': '70',
  'n0.1': '61',
  'd0.1': '71',
  'n1.0': '62',
  'd1.0': '75',
  'n1.1': '68',
  'd1.1': '84',
};

describe('a table of parts', () => {
  const breakdownOf = async (title: string) =>
    (
      await inPortsmouth<{ id: string; key: string }>('SELECT id, key FROM "Breakdown" WHERE title = $1', [title])
    )[0] ?? { id: '', key: '' };
  const parts = (id: string) =>
    inPortsmouth<{ row: string; column: string; numerator: number }>(
      'SELECT "row", "column", numerator FROM "BreakdownValue" WHERE "breakdownId" = $1 ORDER BY "recordedAt", "row", "column"',
      [id],
    );

  it('is set up by the administrator, and filled in by the owner, with its totals', async () => {
    const table = {
      indicator: key,
      breakdown: '',
      title: 'By two',
      rowTitle: 'Age',
      rows: 'Young\nOld',
      columnTitle: 'Sex',
      columns: 'Girls\nBoys',
      isWhole: 'yes',
    };
    expect((await actAs(owner, saveBreakdown, table)).state?.message).toMatch(/role does not allow/);
    expect((await actAs(officer, saveBreakdown, { ...table, columnTitle: '' })).state?.errors).toHaveProperty(
      'columnTitle',
    );
    expect((await actAs(officer, saveBreakdown, table)).state).toBeNull();
    const { id } = await breakdownOf('By two');
    const form = { indicator: key, breakdown: id, period: '2026', ...fourParts };
    const off = await actAs(owner, recordTable, { ...form, 'n1.1': '60' });
    expect(off.state?.errors['n0.all']).toMatch(/add up to 243 of 300, and the figure of this period is 251 of 300/);
    expect(await parts(id)).toHaveLength(0);
    expect((await actAs(owner, recordTable, form)).to).toMatch(/values\?saved=/);
    expect(await parts(id)).toHaveLength(8);
    expect(await parts(id)).toContainEqual({ row: 'Young', column: '', numerator: 121 });
  });

  it('is corrected part by part, after what stands was said; rows with values stay', async () => {
    const { id, key: table } = await breakdownOf('By two');
    const form = { indicator: key, breakdown: id, period: '2026', ...fourParts, 'n0.0': '59', 'n0.1': '62' };
    const told = await actAs(owner, recordTable, form);
    expect(told.state?.message).toMatch(/There are values of this period already/);
    expect((await actAs(owner, recordTable, { ...form, shown: told.state?.theirs?.shown ?? '' })).state).toBeNull();
    // Two parts changed, and the two totals of their columns; all else stands as it was.
    expect(await parts(id)).toHaveLength(12);
    const fill = (who: string) => readBy(who, (viewer) => getTableToFill(viewer, key, table, '2026'));
    expect((await fill(officer)).cells.find(({ row, column }) => row === 'Young' && column === 'Girls')).toMatchObject({
      numerator: 59,
    });
    expect((await fill(owner)).cells).toEqual([]);
    const without = {
      indicator: key,
      breakdown: id,
      title: 'By two',
      rowTitle: 'Age',
      rows: 'Old',
      columnTitle: 'Sex',
      columns: 'Girls\nBoys',
      isWhole: 'yes',
    };
    const late = await actAs(officer, saveBreakdown, without);
    const refused = await actAs(officer, saveBreakdown, { ...without, shown: late.state?.theirs?.shown ?? '' });
    expect(refused.state?.errors.rows).toMatch(/“Young”/);
  });
});
