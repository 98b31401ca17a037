import { describe, expect, it } from 'vitest';
import { breakdownTable } from '#components/breakdowns/breakdown-table.ts';
import type { ShownBreakdown, ShownCell, ShownTable } from '#lib/breakdowns/rules.ts';
import { tableSentence } from '#lib/breakdowns/words.ts';

const cell = (row: string, column: string, value: number | null): ShownCell => ({
  row,
  column,
  value,
  numerator: null,
  denominator: null,
  symbol: value === null ? 'c' : null,
});

const portsmouth = { code: 'E06000044', name: 'Portsmouth', kind: 'council' as const };
const england = { code: 'E92000001', name: 'England', kind: 'country' as const };
const tableOf = (area: ShownTable['area'], period: string, cells: ShownCell[]): ShownTable => ({
  area,
  period,
  endsOn: `${period}-03-31`,
  cells,
});

const ages: ShownBreakdown = {
  key: 'age',
  indicator: 'in-care',
  title: 'Children in care by age',
  rowTitle: 'Age',
  rows: ['Under 5', '5 to 15', '16 & over'],
  columnTitle: '',
  columns: [],
  isWhole: true,
  version: 1,
  unit: 'number',
  decimals: 0,
  periodType: 'snapshot31March',
  tables: [
    tableOf(england, '2025', [cell('Under 5', '', 1230), cell('5 to 15', '', 4560), cell('16 & over', '', 990)]),
    tableOf(portsmouth, '2025', [
      cell('Under 5', '', 31),
      cell('5 to 15', '', null),
      cell('16 & over', '', 74),
      cell('', '', 220),
    ]),
    tableOf(portsmouth, '2024', [cell('Under 5', '', 29)]),
  ],
};
const own = ages.tables[1] as ShownTable;

/** The cells of each row, without their markup. */
const rowsOf = (markup: string) =>
  [...markup.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text = '']) => text.replace(/<[^>]+>/g, ' ').trim()),
  );

describe('a table by one characteristic', () => {
  it('sets the areas of the newest period that the council has side by side, the council first', () => {
    expect(rowsOf(String(breakdownTable(ages)))).toEqual([
      ['Age', 'Portsmouth', 'England'],
      ['Under 5', '31', '1,230'],
      ['5 to 15', '[c]', '4,560'],
      ['16 &amp; over', '74', '990'],
      ['All', '220', '[x]'],
    ]);
    expect(rowsOf(String(breakdownTable(ages, { period: '2024' })))[1]).toEqual(['Under 5', '29']);
    expect(String(breakdownTable({ ...ages, tables: [] }))).toBe('');
  });

  it('says the most, the fewest and how many are hidden, and what each symbol means that it has', () => {
    expect(tableSentence(ages, own)).toBe(
      'Most: 16 & over (74). Fewest of those shown: Under 5 (31). 1 of 4 numbers is hidden.',
    );
    const markup = String(breakdownTable(ages));
    expect(markup).toContain('[c]: hidden, so that no child can be identified, or so that no other number');
    expect(markup).toContain('[x]: not available.');
    expect(markup).not.toContain('[z]:');
    expect(markup).toContain('role="region" aria-label="Children in care by age: 31 March 2025" tabindex="0"');
  });

  it('puts the counts beside a share', () => {
    const share = { ...cell('Under 5', '', 90), numerator: 27, denominator: 30 };
    const shares = { ...ages, unit: '%', tables: [tableOf(portsmouth, '2025', [share])] };
    expect(rowsOf(String(breakdownTable(shares)))[1]).toEqual(['Under 5', '90% 27 of 30']);
  });
});

it('a table by two characteristics has the totals that are known', () => {
  const cells = [cell('Under 5', 'Girls', 12), cell('Under 5', 'Boys', 19), cell('Under 5', '', 31), cell('', '', 31)];
  const two = { ...ages, columnTitle: 'Sex', columns: ['Girls', 'Boys'], rows: ['Under 5'] };
  expect(rowsOf(String(breakdownTable({ ...two, tables: [tableOf(portsmouth, '2025', cells)] })))).toEqual([
    ['Age and sex', 'Girls', 'Boys', 'All'],
    ['Under 5', '12', '19', '31'],
    ['All', '[x]', '[x]', '31'],
  ]);
  const bare = rowsOf(String(breakdownTable({ ...two, tables: [tableOf(portsmouth, '2025', cells.slice(0, 2))] })));
  expect(bare).toEqual([
    ['Age and sex', 'Girls', 'Boys'],
    ['Under 5', '12', '19'],
  ]);
});
