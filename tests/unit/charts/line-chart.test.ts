import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineChart } from '#lib/charts/line-chart.ts';
import type { Chart } from '#lib/charts/series.ts';
import { textWidth } from '#lib/charts/text.ts';
import { anyWords, chartOf, plainWords } from './arbitrary-chart.ts';
import { readXml } from './xml.ts';

const periods = ['2021', '2022', '2023', '2024', '2025'];
const line = (name: string, kind: 'own' | 'region' | 'country', values: (number | null)[]) => ({
  name,
  kind,
  points: values.map((value, i) => ({
    period: periods[i] ?? '',
    value,
    note: value === null ? 'c' : undefined,
  })),
});
const health: Chart = {
  title: 'Had a yearly health assessment',
  description: 'Fell from 93% to 84%.',
  unit: '%',
  decimals: 0,
  periods,
  series: [
    line('Portsmouth', 'own', [91, 93, null, 93, 84]),
    line('South East', 'region', [89, 85, 88, 87, 87]),
    line('England', 'country', [91, 89, 89, 89, 90]),
  ],
};
const read = (chart: Chart, options?: Parameters<typeof lineChart>[1]) => readXml(String(lineChart(chart, options)));
const path = (chart: Chart, kind: string) => read(chart).find((e) => e.attributes.class === kind)?.attributes.d ?? '';

test('is named, described, and says that its scale does not start at nought', () => {
  const [svg, title, description] = read(health);
  expect(svg?.attributes).toMatchObject({ role: 'img', 'aria-labelledby': title?.attributes.id });
  expect(title?.text).toBe('Had a yearly health assessment');
  expect(description?.text).toBe('Fell from 93% to 84%. The scale starts at 70%, not at 0.');
});

test('a missing figure is a gap with its symbol, never a joined line', () => {
  expect(path(health, 'own').match(/M/g)).toHaveLength(2);
  expect(path(health, 'country').match(/M/g)).toHaveLength(1);
  expect(read(health).some((element) => element.text === '[c]')).toBe(true);
});

test('a new definition is a new line for every series, and is said in words', () => {
  const broken = { ...health, breaksBefore: ['2022'] };
  expect(path(broken, 'country').match(/M/g)).toHaveLength(2);
  expect(read(broken).map((element) => element.text)).toContain('Counted differently from 2022.');
});

test('counts start at nought', () => {
  const counts = {
    ...health,
    unit: 'number',
    series: [line('Portsmouth', 'own', [401, 388, 367, 362, 349])],
  };
  const texts = read(counts).map((element) => element.text);
  expect(texts).toContain('0');
  expect(texts.join(' ')).not.toContain('The scale starts');
});

test('an old last figure names its period', () => {
  const old = { ...health, series: [line('England', 'country', [91, 89, 89, 90, null])] };
  expect(read(old).some((element) => element.text === 'England 90% (2024)')).toBe(true);
});

test('standalone carries its look and a colour that shows on white paper', () => {
  const [svg, , , style] = read(health, { standalone: { colour: '#ffdd00' } });
  expect(svg?.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2000/svg', color: '#7f6f00' });
  expect(style?.text).toContain('.own{stroke:currentColor');
});

test('any chart whatever is well-formed XML without a NaN', () => {
  fc.assert(
    fc.property(chartOf(anyWords), fc.boolean(), (chart, isStandalone) => {
      for (const { attributes } of read(chart, isStandalone ? { standalone: { colour: '#3b1a5a' } } : {})) {
        const drawn = ['d', 'x', 'y', 'cx', 'cy', 'viewBox'].map((key) => attributes[key]).join(' ');
        expect(drawn).not.toMatch(/NaN|Infinity|e[+-]/);
      }
    }),
  );
});

test('every word stays inside the drawing, and no end label covers another', () => {
  fc.assert(
    fc.property(chartOf(plainWords), (chart) => {
      const all = read(chart);
      const [, , width = 0, height = 0] = all[0]?.attributes.viewBox?.split(' ').map(Number) ?? [];
      const texts = all.filter((element) => element.name === 'text').map(placeOf);
      for (const { left, right, top, bottom } of texts) {
        expect(left).toBeGreaterThanOrEqual(-0.1);
        expect(right).toBeLessThanOrEqual(width + 0.1);
        expect(top).toBeGreaterThanOrEqual(-0.1);
        expect(bottom).toBeLessThanOrEqual(height);
      }
      const ends = texts.filter(({ isEnd }) => isEnd).toSorted((a, b) => a.top - b.top);
      ends.slice(1).forEach((end, i) => {
        expect(end.top - (ends[i]?.bottom ?? 0)).toBeGreaterThanOrEqual(-0.2);
      });
    }),
  );
});

function placeOf({ attributes, text }: ReturnType<typeof read>[number]) {
  const words = text.replace(/&[^;]+;/g, '&');
  const size = attributes.class === 'own-text' ? 18 : 13.5;
  const [x, y] = [Number(attributes.x), Number(attributes.y)];
  const wide = textWidth(words, size);
  const left = { end: x - wide, middle: x - wide / 2, start: x }[attributes['text-anchor'] ?? 'start'] ?? x;
  // From the cap height to the descender of Source Sans.
  const [top, bottom] = [y - size * 0.7, y + size * 0.25];
  return { left, right: left + wide, top, bottom, isEnd: attributes['text-anchor'] === undefined && x > 0 };
}
