import { plainRule } from '#lib/disclosure/rules.ts';
import { type Figure, type IndicatorData, readFigure } from '#lib/indicators/rules.ts';
import type { Point, Polarity } from '#lib/indicators/verdicts/rules.ts';
import type { CommitmentFact, PromiseFact, ThemeFacts } from '#lib/themes/rules.ts';
import type { Standing } from '#lib/updates/rules.ts';

/** Facts of a theme, made small: what a test does not name is quiet. */

const point = (year: string, counts: readonly [number, number]): Point => ({
  period: year,
  endsOn: `${year}-03-31`,
  value: Math.round((counts[0] / counts[1]) * 100),
  numerator: counts[0],
  denominator: counts[1],
  symbol: null,
});

/** What no theme asks about. */
const blank = {
  isYearToDate: false,
  expectedAfterMonths: null,
  minimumGroup: 30,
  baselinePeriod: null,
  baselineValue: null,
  breakReason: '',
  targets: [],
};

type Counts = readonly [number, number];
type Options = {
  commitments?: string[];
  polarity?: Polarity;
  others?: number;
  today?: string;
  expectedAfterMonths?: number;
  target?: number;
  /** Shares of the years before the two, out of 287, oldest first. */
  past?: readonly number[];
};

/** A share of children at 31 March 2025 and a year before, as a page reads it. */
export function figureOf(
  key: string,
  before: Counts,
  latest: Counts,
  { commitments = [], polarity = 'high', others, today = '2025-12-01', past = [], target, ...rest }: Options = {},
): Figure {
  const earlier = past.map((counted, at) => point(String(2024 - past.length + at), [counted, 287]));
  const targets = { dueOn: '2025-03-31', tolerance: 0, setBy: 'Somebody', setOn: '2024-01-01', reason: '' };
  const england =
    others === undefined
      ? []
      : [
          {
            code: 'E',
            name: 'England',
            kind: 'country' as const,
            points: [{ ...point('2025', [1, 1]), value: others }],
          },
        ];
  const indicator: IndicatorData = {
    key,
    title: `Title of ${key}`,
    commitments,
    owner: null,
    peers: null,
    versions: [
      {
        ...blank,
        expectedAfterMonths: rest.expectedAfterMonths ?? null,
        targets: target === undefined ? [] : [{ ...targets, value: target }],
        version: 1,
        startsOn: '2018-04-01',
        question: 'How many?',
        unit: '%',
        decimals: 0,
        cohort: 'children',
        numeratorMeaning: null,
        denominatorMeaning: null,
        source: 'A source',
        rule: plainRule(5),
        periodType: 'snapshot31March',
        polarity,
        polarityNote: null,
        polarityConfirmedBy: 'Somebody',
        areas: [
          {
            code: 'P',
            name: 'Portsmouth',
            kind: 'council',
            points: [...earlier, point('2024', before), point('2025', latest)],
          },
          ...england,
        ],
      },
    ],
  };
  const figure = readFigure(indicator, today);
  if (!figure) throw new Error('a figure without a definition');
  return figure;
}

export const commitmentOf = (number: number, facts: Partial<CommitmentFact> = {}): CommitmentFact => ({
  id: `id-${number}`,
  ref: `Health ${number}`,
  slug: `health-${number}`,
  title: `Title ${number}`,
  standing: 'onTrack',
  status: 'onTrack',
  statusThen: 'onTrack',
  silentDays: 10,
  ...facts,
});

export const promiseOf = (number: number, hasCurrentEvidence: boolean): PromiseFact => ({
  number,
  plainTitle: `Promise ${number}`,
  hasCurrentEvidence,
  commitments: [{ id: 'id-1' }],
});

export const factsOf = (facts: Partial<ThemeFacts> = {}): ThemeFacts => ({
  lastMeeting: '22 September 2026',
  figures: [],
  commitments: [],
  promises: [],
  label: (standing: Standing) => `<${standing}>`,
  ...facts,
});
