import { describe, expect, it } from 'vitest';
import { explored, exploredChart } from '#lib/indicators/exploring/explored.ts';
import { type Choice, type Material, usualChoice } from '#lib/indicators/exploring/rules.ts';
import { cautions, shownWords } from '#lib/indicators/exploring/words.ts';
import { point } from '../arbitrary-figure.ts';
import { materialWith } from './material.ts';

const show = (material: Material, over: Partial<Choice> = {}) => {
  const choice = { ...usualChoice(material, over.by), ...over };
  const shown = explored(material, choice);
  const words = shownWords(material, choice, shown);
  return {
    shown,
    words,
    cautions: cautions(material, choice, shown),
    chart: exploredChart(material, shown, { title: material.title, description: words }),
  };
};
const values = ({ chart }: ReturnType<typeof show>) =>
  Object.fromEntries(chart.series.map(({ name, points }) => [name, points.map(({ value, note }) => note ?? value)]));

describe('what a choice shows', () => {
  it('is a line an area over the chosen periods, with a symbol for what is hidden', () => {
    const found = show(materialWith(), { from: '2023-03-31' });
    expect(values(found)).toEqual({ Portsmouth: ['c', 88, 84], 'South East': [87, 88], England: [89, 90] });
    expect(found.words).toBe(
      'From 31 March 2023 to 31 March 2025: Saw a dentist; in the last, Portsmouth 84%, South East 88%, England 90%.',
    );
  });

  it('makes the mean of the neighbours of those that have a value, each counted once', () => {
    const found = show(materialWith(), { areas: ['mean', 'E06000045', 'E06000023'] });
    expect(values(found)).toEqual({
      'Mean of neighbours': [73, 80],
      'Bristol, City of': [75, 'c'],
      Southampton: [70, 80],
    });
    expect(found.cautions.join(' ')).toContain(
      'The mean of the neighbours (Neighbours of 2025) counts every council once',
    );
  });

  it('is a line a part of a breakdown, named by what tells the lines apart', () => {
    const found = show(materialWith(), {
      by: 'by-age',
      from: '2025-03-31',
      rows: ['', '0 to 4', '5 to 9'],
      columns: ['', 'Boys'],
    });
    expect(values(found)).toEqual({
      'All, all': [84],
      'All, Boys': [],
      '0 to 4, all': ['c'],
      '0 to 4, Boys': [],
      '5 to 9, all': [81],
      '5 to 9, Boys': ['c'],
    });
    expect(found.chart.series.map(({ kind }) => kind)).toEqual(['own', 'part', 'part', 'part', 'part', 'part']);
  });

  it('names the area where a breakdown shows several', () => {
    const found = show(materialWith(), { by: 'by-age', areas: ['E06000044', 'E92000001'], rows: ['5 to 9'] });
    expect(found.chart.series.map(({ name }) => name)).toEqual(['5 to 9, Portsmouth', '5 to 9, England']);
  });

  it('breaks where the definition changed, words each period by its own version, and says so', () => {
    const later = [point(2025, { period: '202425', value: 60 }), point(2026, { period: '202526', value: 61 })];
    const found = show(materialWith({ later, breakdowns: [] }));
    expect(found.chart.periods).toEqual(['2022', '2023', '2024', '2024/25', '2025/26']);
    expect(found.chart.breaksBefore).toEqual(['2024/25']);
    expect(found.shown.periods.map(({ version }) => version)).toEqual([1, 1, 1, 2, 2]);
    expect(found.cautions).toEqual([
      'It was counted in another way from financial year 2024/25 on: what stands before and after is not compared.',
    ]);
  });

  it('says nothing of a break that lies before the first chosen period', () => {
    const later = [point(2025, { period: '202425', value: 60 }), point(2026, { period: '202526', value: 61 })];
    const found = show(materialWith({ later, breakdowns: [] }), { from: '2025-03-31' });
    expect(found.chart.breaksBefore).toBeUndefined();
    expect(found.cautions).toEqual([]);
  });

  it('says that counts of areas are not to be compared once somebody chooses several', () => {
    const counts = materialWith({ unit: 'number', breakdowns: [] });
    expect(show(counts).cautions).toEqual([]);
    expect(show(counts, { areas: ['E06000044', 'E92000001'] }).cautions).toEqual([
      'These are counts of children. Areas differ in size, so their counts are not to be compared.',
    ]);
  });

  it('shows sixty lines at most, and says how many were chosen', () => {
    const material = materialWith();
    const rows = Array.from({ length: 41 }, (_, n) => `Group ${n}`);
    const many = { ...material, breakdowns: [{ ...material.breakdowns[0], rows } as Material['breakdowns'][number]] };
    const found = show(many, { by: 'by-age', rows, columns: ['', 'Girls'] });
    expect(found.chart.series).toHaveLength(60);
    expect(found.cautions.at(-1)).toBe('82 lines were chosen. The first 60 are shown: choose fewer.');
  });
});
