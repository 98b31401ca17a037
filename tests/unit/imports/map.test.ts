import { describe, expect, it } from 'vitest';
import { knownRules } from '#lib/imports/known.ts';
import { cellRules, chooseMap, fits, type ImportRule } from '#lib/imports/map.ts';

const header = ['care_leaver_age', 'breakdown', 'care_leaver_count', 'care_leaver_percent'];
const ages = { column: 'care_leaver_age', label: 'Age', items: ['17 to 18 years', '19 to 21 years'] };
const filters = (...items: string[]) => [ages, { column: 'breakdown', label: 'Breakdown', items }];
const homes = filters('Accommodation considered suitable', 'No information', 'Suitability total');
const activity = filters('Total', 'Total in education, employment or training');
const all = new Set(['suitable-home-19-21', 'suitable-home-17-18', 'learning-or-work-19-21', 'home-not-known-19-21']);

const rule = (more: Partial<ImportRule> = {}): ImportRule => ({
  id: '1',
  indicator: 'a',
  breakdown: '',
  pick: {},
  value: 'care_leaver_percent',
  numerator: '',
  denominator: '',
  denominatorPick: {},
  across: [],
  ...more,
});

describe('the usual meaning of a file', () => {
  it('is offered for what the file holds and the council follows', () => {
    expect(knownRules(header, homes, all).map(({ indicator }) => indicator)).toEqual([
      'suitable-home-17-18',
      'suitable-home-19-21',
      'home-not-known-19-21',
    ]);
    expect(knownRules(header, activity, all).map(({ indicator }) => indicator)).toEqual(['learning-or-work-19-21']);
    expect(knownRules(header.slice(1), homes, all)).toEqual([]);
    expect(knownRules(header, homes, new Set())).toEqual([]);
  });
});

describe('next year’s file', () => {
  const maps = [
    { id: 'activity', mapping: { rules: knownRules(header, activity, all) } },
    { id: 'homes', mapping: { rules: knownRules(header, homes, all) } },
  ];

  it('finds its map by its items where another kind of file has the same columns', () => {
    expect(chooseMap(maps, header, homes)?.id).toBe('homes');
    expect(chooseMap(maps, header, activity)?.id).toBe('activity');
  });

  it('finds it though one item goes by another name, and finds none where most do', () => {
    const renamed = filters('Accommodation considered suitable', 'Not known', 'Suitability total');
    expect(chooseMap(maps, header, renamed)?.id).toBe('homes');
    expect(chooseMap(maps, header, filters('In suitable homes', 'Not known'))).toBeNull();
    expect(chooseMap([{ mapping: { rules: [] } }], header, homes)).toBeNull();
  });

  it('does not fit without a column that a rule leans on', () => {
    expect(fits(rule({ denominator: 'population' }), header, homes)).toBe(false);
    expect(fits(rule({ pick: { breakdown: 'No information' } }), header, homes)).toBe(true);
  });
});

describe('a rule of a breakdown', () => {
  it('is one for each of its cells, and never the whole', () => {
    const cells = cellRules([
      rule({
        breakdown: 'by-age',
        pick: { version: 'Final' },
        across: [
          { column: 'age', axis: 'row', names: { 'Under 1': 'Babies', Total: '' } },
          { column: 'sex', axis: 'column', names: { Girls: 'Girls', Total: '' } },
        ],
      }),
    ]);
    expect(cells.map(({ row, column, pick }) => [row, column, pick])).toEqual([
      ['Babies', 'Girls', { version: 'Final', age: 'Under 1', sex: 'Girls' }],
      ['Babies', '', { version: 'Final', age: 'Under 1', sex: 'Total' }],
      ['', 'Girls', { version: 'Final', age: 'Total', sex: 'Girls' }],
    ]);
  });
});
