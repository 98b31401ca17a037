import type { StrategyContent } from '#lib/strategies/content.ts';

type Row<List extends 'priorities' | 'commitments' | 'promises' | 'measures' | 'statistics'> =
  StrategyContent[List][number];

const places = (order: number) => ({ publishedOrder: order, displayOrder: 10 - order });

const priorityRow = (key: string, order: number, parent: string | null = null): Row<'priorities'> => ({
  key,
  parent,
  shortTitle: key,
  title: `The ${key}`,
  vision: 'A vision',
  outcome: '',
  notes: '',
  ...places(order),
});

export const commitmentRow = (priority: string, number: number, more: Partial<Row<'commitments'>> = {}) => ({
  ref: `${priority} ${number}`,
  parent: null,
  priority,
  number,
  title: `Title ${number}`,
  wording: `We will do ${number}.`,
  notes: '',
  indicators: [],
  carriedFrom: null,
  ...places(number),
  ...more,
});

export const promiseRow = (number: number, more: Partial<Row<'promises'>> = {}): Row<'promises'> => ({
  number,
  parent: null,
  wording: `We promise ${number}.`,
  plainTitle: `Promise ${number}`,
  plainWords: '',
  whyLinked: '',
  notes: '',
  commitments: [],
  indicators: [],
  ...places(number),
  ...more,
});

export const measureRow = (ref: string, order: number, more: Partial<Row<'measures'>> = {}): Row<'measures'> => ({
  ref,
  kind: 'indicator',
  parent: null,
  priority: null,
  promise: null,
  wording: `What ${ref} counts`,
  publishedDirection: null,
  directionQuery: '',
  target: null,
  note: '',
  indicator: null,
  ...places(order),
  ...more,
});

const statisticRow = (order: number, more: Partial<Row<'statistics'>> = {}): Row<'statistics'> => ({
  order,
  priority: null,
  measure: `Measure ${order}`,
  value: 12.5,
  symbol: null,
  unit: '%',
  kind: 'context',
  period: '2031',
  cohort: null,
  numerator: null,
  denominator: null,
  polarity: 'none',
  note: null,
  comparators: [],
  ...more,
});

/** A strategy that has everything a strategy can have: trees on every level, links, flags, figures and symbols. */
export const wholeContent = (): StrategyContent => ({
  key: '2031-34',
  title: 'Strategy 2031 to 2034',
  startsOn: '2031-04-01',
  endsOn: '2034-03-31',
  adoptedBy: 'Cabinet',
  adoptedOn: '2020-01-02',
  note: 'Complete.',
  testQuestions: ['Good enough for mine?'],
  supersedes: '2023-26',
  priorities: [priorityRow('home', 1), priorityRow('near-home', 1, 'home'), priorityRow('work', 2)],
  commitments: [
    commitmentRow('home', 1, {
      indicators: ['dental-check', 'test-only'],
      carriedFrom: { strategy: '2023-26', ref: 'Home 4' },
    }),
    commitmentRow('home', 1, { ref: 'home 1.1', parent: 'home 1' }),
    commitmentRow('home', 2),
    commitmentRow('work', 1),
  ],
  promises: [
    promiseRow(1, { commitments: ['home 1', 'work 1'], indicators: ['test-only'] }),
    promiseRow(3, { parent: 1, publishedOrder: 1 }),
    promiseRow(2),
  ],
  measures: [
    measureRow('1.1', 1, {
      promise: 1,
      publishedDirection: 'increase',
      directionQuery: 'It reads the wrong way round.',
    }),
    measureRow('1.1.a', 1, { promise: 1, parent: '1.1', target: 'at least 90%', indicator: 'dental-check' }),
    measureRow('1.2', 2, { promise: 1 }),
    measureRow('2.1', 1, { promise: 2 }),
    measureRow('s2', 2, { kind: 'success', priority: 'home' }),
    measureRow('s1', 1, { kind: 'success' }),
  ],
  statistics: [
    statisticRow(1, {
      comparators: [
        { kind: 'ownPreviousYear', value: 11, unit: '%', period: '2030' },
        { kind: 'england', value: 60.25, unit: '%', period: '2031' },
      ],
    }),
    statisticRow(2, { priority: 'home', value: null, symbol: 'c', unit: 'children' }),
  ],
  indicators: [
    { key: 'dental-check', title: 'Had their teeth checked by a dentist' },
    { key: 'test-only', title: 'Only in this test' },
  ],
});
