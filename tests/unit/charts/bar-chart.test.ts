import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barChart, barsHeight } from '#lib/charts/bar-chart.ts';
import { picture } from '#lib/charts/picture.ts';
import type { Chart } from '#lib/charts/series.ts';
import { anyWords, chartOf } from './arbitrary-chart.ts';
import { readXml } from './xml.ts';

const chart: Chart = {
  title: 'Children by age',
  description: 'Most are 10 to 15.',
  unit: 'number',
  decimals: 0,
  periods: ['2024', '2025'],
  series: [
    { name: 'Under 5', kind: 'part', points: [{ period: '2025', value: null, note: 'c' }] },
    { name: '5 to 9', kind: 'part', points: [{ period: '2025', value: 50 }] },
    {
      name: '10 to 15',
      kind: 'part',
      points: [
        { period: '2024', value: 1 },
        { period: '2025', value: 100 },
      ],
    },
    { name: 'England', kind: 'country', points: [] },
  ],
};

describe('bars of one period', () => {
  it('are as long as their figures, from nought, with the name above and the figure beside', () => {
    const all = readXml(String(barChart(chart, '2025')));
    const bars = all.filter(({ name }) => name === 'rect').map(({ attributes }) => Number(attributes.width));
    expect(bars).toHaveLength(2);
    expect(bars[1]).toBeCloseTo((bars[0] ?? 0) * 2, 0);
    expect(all.filter(({ name }) => name === 'text').map(({ text }) => text)).toEqual([
      'Under 5',
      '[c]',
      '5 to 9',
      '50',
      '10 to 15',
      '100',
      'England',
      '[x]',
    ]);
  });

  it('are named and described for who does not see them', () => {
    const [svg] = readXml(String(barChart(chart, '2025')));
    expect(svg?.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'bars-t', 'aria-describedby': 'bars-d' });
  });

  it('are well formed and stay inside the drawing, whatever there is to draw', () => {
    fc.assert(
      fc.property(chartOf(anyWords), fc.boolean(), (any, isStandalone) => {
        const at = any.periods.at(-1) ?? '';
        const all = readXml(String(barChart(any, at, isStandalone ? { standalone: { colour: '#5b2a86' } } : {})));
        for (const { name, attributes } of all) {
          if (name !== 'rect') continue;
          const [x, width, y] = [Number(attributes.x), Number(attributes.width), Number(attributes.y)];
          expect(x).toBeGreaterThanOrEqual(0);
          expect(width).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(isStandalone ? 600 : 320);
          expect(y).toBeLessThan(barsHeight(any));
        }
      }),
    );
  });

  it('make a picture with everything around them that is well formed too', () => {
    fc.assert(
      fc.property(chartOf(anyWords), anyWords, fc.boolean(), (any, words, hasBars) => {
        const around = { words, notes: [words], credit: [words], colour: '#5b2a86' };
        readXml(String(picture(any, { ...around, ...(hasBars && { barsAt: any.periods.at(-1) ?? '' }) })));
      }),
    );
  });
});
