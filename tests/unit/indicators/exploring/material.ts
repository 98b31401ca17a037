import fc from 'fast-check';
import type { ShownBreakdown } from '#lib/breakdowns/rules.ts';
import { materialOf } from '#lib/indicators/exploring/material.ts';
import { areasWith, type Choice, type Material } from '#lib/indicators/exploring/rules.ts';
import type { Point } from '#lib/indicators/verdicts/rules.ts';
import { definition, indicator, point, share } from '../arbitrary-figure.ts';

/** Portsmouth among its own region, England and two neighbours, with one value hidden and one not available. */
const areas = [
  {
    code: 'E06000044',
    name: 'Portsmouth',
    kind: 'council' as const,
    points: [share(2022, 200, 250), point(2023, { symbol: 'c' }), share(2024, 220, 250), share(2025, 240, 287)],
  },
  {
    code: 'E12000008',
    name: 'South East',
    kind: 'region' as const,
    points: [point(2024, { value: 87 }), point(2025, { value: 88 })],
  },
  {
    code: 'E92000001',
    name: 'England',
    kind: 'country' as const,
    points: [point(2024, { value: 89 }), point(2025, { value: 90 })],
  },
  {
    code: 'E06000045',
    name: 'Southampton',
    kind: 'council' as const,
    points: [point(2024, { value: 70 }), point(2025, { value: 80 })],
  },
  {
    code: 'E06000023',
    name: 'Bristol, City of',
    kind: 'council' as const,
    points: [point(2024, { value: 75 }), point(2025, { symbol: 'c' })],
  },
];

const cell = (row: string, column: string, value: number | null) => ({
  row,
  column,
  value,
  numerator: value === null ? null : value * 2,
  denominator: value === null ? null : 200,
  symbol: value === null ? ('c' as const) : null,
});

const byAge: ShownBreakdown = {
  key: 'by-age',
  indicator: 'dentist',
  title: 'By age and sex',
  rowTitle: 'Age',
  rows: ['0 to 4', '5 to 9', '=10, "and" over'],
  columnTitle: 'Sex',
  columns: ['Girls', 'Boys'],
  isWhole: true,
  version: 1,
  unit: '%',
  decimals: 0,
  periodType: 'snapshot31March',
  tables: ['2025', '2024'].map((year) => ({
    area: { code: 'E06000044', name: 'Portsmouth', kind: 'council' },
    period: year,
    endsOn: `${year}-03-31`,
    cells: [
      cell('', '', 84),
      cell('0 to 4', '', null),
      cell('5 to 9', '', 81),
      cell('=10, "and" over', '', 90),
      cell('5 to 9', 'Girls', 70),
      cell('5 to 9', 'Boys', null),
    ],
  })),
};

const set = { name: 'Neighbours of 2025', codes: ['E06000023', 'E06000045', 'E06000001'] };
const sources = [
  {
    version: 1,
    name: 'Department for Education',
    licence: 'Open Government Licence v3.0',
    address: '',
  },
  {
    version: 2,
    name: 'Department for Education',
    licence: 'Open Government Licence v3.0',
    address: '',
  },
];

export function materialWith({ unit = '%', later = [] as Point[], breakdowns = [byAge] } = {}): Material {
  const first = definition({ unit, areas });
  const second = definition({
    unit,
    version: 2,
    periodType: 'financialYear',
    areas: [{ code: 'E06000044', name: 'Portsmouth', kind: 'council', points: later }],
  });
  const versions = later.length > 0 ? [second, first] : [first];
  const made = materialOf({ indicator: indicator(...versions), breakdowns, own: 'E06000044', set, sources });
  if (!made) throw new Error('no definition');
  return made;
}

/** Any choice that the material has. */
export function anyChoice(material: Material): fc.Arbitrary<Choice> {
  const some = <T>(of: readonly T[]) => fc.subarray([...of], { minLength: 1 });
  const ends = material.periods.map(({ endsOn }) => endsOn);
  return fc.constantFrom('', ...material.breakdowns.map(({ key }) => key)).chain((by) => {
    const parts = material.breakdowns.find(({ key }) => key === by);
    return fc
      .record({
        areas: some(areasWith(material, by).map(({ code }) => code)),
        rows: parts ? some(['', ...parts.rows]) : fc.constant(['']),
        columns: parts?.columns.length ? some(['', ...parts.columns]) : fc.constant(['']),
        ends: fc.tuple(fc.constantFrom(...ends), fc.constantFrom(...ends)),
        view: fc.constantFrom('chart' as const, 'table' as const),
        kind: fc.constantFrom('lines' as const, 'bars' as const),
      })
      .map(({ ends, ...rest }) => {
        const [from = '', to = ''] = ends.toSorted();
        return { ...rest, by, from, to };
      });
  });
}
