import fc from 'fast-check';
import { plainRule } from '#lib/disclosure/rules.ts';
import type { Area, DefinitionData, IndicatorData } from '#lib/indicators/rules.ts';
import type { MissingSymbol, Point, Polarity } from '#lib/indicators/verdicts/rules.ts';

export const symbols: readonly MissingSymbol[] = ['c', 'z', 'x', 'k', 'u'];
export const polarities: readonly Polarity[] = ['high', 'low', 'none'];

/** A snapshot of 31 March with nothing but its value. */
export const point = (year: number, over: Partial<Point> = {}): Point => ({
  period: `${year}`,
  endsOn: `${year}-03-31`,
  value: null,
  numerator: null,
  denominator: null,
  symbol: null,
  ...over,
});

/** A share in per cent, with the counts that it is made of. */
export const share = (year: number, numerator: number, denominator: number): Point =>
  point(year, { value: Math.round((100 * numerator) / denominator), numerator, denominator });

/** Points of any year: with a value and counts, with a value alone, or with a symbol. */
export const anyPoint = (year: number): fc.Arbitrary<Point> =>
  fc.oneof(
    fc
      .integer({ min: 1, max: 400 })
      .chain((denominator) => fc.integer({ min: 0, max: denominator }).map((n) => share(year, n, denominator))),
    fc.integer({ min: 0, max: 100 }).map((value) => point(year, { value })),
    fc.constantFrom(...symbols).map((symbol) => point(year, { symbol })),
  );

export const council = (...points: Point[]): Area => ({ code: 'E1', name: 'Elsewhere', kind: 'council', points });
export const southEast = (...points: Point[]): Area => ({ code: 'E2', name: 'South East', kind: 'region', points });
export const england = (...points: Point[]): Area => ({ code: 'E3', name: 'England', kind: 'country', points });

export const definition = (over: Partial<DefinitionData> = {}): DefinitionData => ({
  version: 1,
  startsOn: '2020-04-01',
  question: 'Did they see a dentist?',
  unit: '%',
  decimals: 0,
  cohort: 'children in care at 31 March',
  numeratorMeaning: null,
  denominatorMeaning: null,
  source: 'Department for Education',
  rule: plainRule(5),
  periodType: 'snapshot31March',
  polarity: 'high',
  polarityNote: null,
  polarityConfirmedBy: 'Somebody',
  isYearToDate: false,
  expectedAfterMonths: null,
  minimumGroup: 30,
  baselinePeriod: null,
  baselineValue: null,
  breakReason: '',
  targets: [],
  areas: [],
  ...over,
});

export const indicator = (...versions: DefinitionData[]): IndicatorData => ({
  key: 'dentist',
  title: 'Saw a dentist',
  commitments: [],
  owner: null,
  versions,
  peers: null,
});
