import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartTable } from '#lib/charts/chart-table.ts';
import type { Chart } from '#lib/charts/series.ts';
import { html } from '#lib/html.ts';
import { anyWords, chartOf } from './arbitrary-chart.ts';
import { readXml } from './xml.ts';

const chart: Chart = {
  title: 'Substance misuse identified',
  description: '',
  unit: '%',
  decimals: 0,
  periods: ['2023', '2024', '2025'],
  breaksBefore: ['2025'],
  series: [
    {
      name: 'Portsmouth',
      kind: 'own',
      points: [
        { period: '2023', value: null, note: 'c' },
        { period: '2025', value: 5, detail: '14 of 287' },
      ],
    },
    { name: 'England', kind: 'country', points: [] },
  ],
};

test('a row a period, a column a series, every header with its scope', () => {
  const all = readXml(String(html`<div>${chartTable(chart)}</div>`));
  expect(all.filter((e) => e.attributes.scope === 'col').map((e) => e.text)).toEqual([
    'Period',
    'Portsmouth',
    'England',
  ]);
  expect(all.filter((e) => e.attributes.scope === 'row').map((e) => e.text)).toEqual(chart.periods);
  expect(all.filter((e) => e.name === 'td').map((e) => e.text)).toEqual(['[c]', '[x]', '[x]', '[x]', '5%', '[x]']);
});

test('explains each symbol it shows and no other, and says where the counting changed', () => {
  const words = String(chartTable(chart));
  expect(words).toContain('[c]: hidden so that no child can be identified.');
  expect(words).toContain('[x]: not available.');
  expect(words).not.toContain('[z]');
  expect(words).toContain('14 of 287');
  expect(words.match(/counted differently from here on/g)).toHaveLength(1);
});

test('any table is well formed, with a cell for every period and series', () => {
  fc.assert(
    fc.property(chartOf(anyWords), (any) => {
      const all = readXml(String(html`<div>${chartTable(any)}</div>`));
      expect(all.filter((e) => e.name === 'td')).toHaveLength(any.periods.length * any.series.length);
    }),
  );
});
