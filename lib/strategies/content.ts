import { z } from 'zod';

/**
 * A whole strategy as data: what a seed file holds, what a workbook carries, what is written to the database at once.
 * Trees are flat lists: a row names its parent, and whatever else it points to, by what people call it.
 */

const text = z.string().trim().max(4_000);
const words = text.min(1);
const note = text.default('');
const key = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens only')
  .max(60);
const ref = z.string().trim().min(1).max(60);
const order = z.int().min(1).max(10_000);
const places = { publishedOrder: order, displayOrder: order };
const names = z.array(ref).max(500);
const number = z.int().min(1).max(9_999);
const polarity = z.enum(['high', 'low', 'none']);

const priority = z.strictObject({
  key,
  parent: key.nullable(),
  shortTitle: words.max(40),
  title: words,
  vision: text,
  outcome: text,
  notes: note,
  ...places,
});

const commitment = z.strictObject({
  /** "Home 4"; unique in the strategy. */
  ref,
  parent: ref.nullable(),
  /** A priority's key. */
  priority: key,
  number,
  title: words,
  wording: words,
  notes: note,
  /** Keys of the indicators that show how it goes. */
  indicators: names,
  /** Which commitment of an earlier strategy it carries on. */
  carriedFrom: z.strictObject({ strategy: key, ref }).nullable(),
  ...places,
});

const promise = z.strictObject({
  number,
  /** A promise's number. */
  parent: number.nullable(),
  wording: words,
  plainTitle: words,
  plainWords: text,
  whyLinked: text,
  notes: note,
  /** References of the commitments behind it. */
  commitments: names,
  indicators: names,
  ...places,
});

const measure = z.strictObject({
  ref,
  kind: z.enum(['indicator', 'success']),
  /** A measure's reference. */
  parent: ref.nullable(),
  priority: key.nullable(),
  promise: number.nullable(),
  wording: words,
  /** As printed, right or wrong. */
  publishedDirection: z.enum(['increase', 'reduce', 'maintain', 'ensure', 'improve']).nullable(),
  directionQuery: note,
  target: text.nullable(),
  note,
  indicator: ref.nullable(),
  ...places,
});

const statistic = z.strictObject({
  order,
  priority: key.nullable(),
  measure: words,
  /** Empty exactly when a symbol stands in its place. */
  value: z.number().nullable(),
  symbol: z.enum(['c', 'z', 'x', 'k', 'u']).nullable(),
  unit: words.max(40),
  kind: z.enum(['survey', 'context', 'outcome']),
  period: words,
  cohort: text.nullable(),
  numerator: z.int().min(0).nullable(),
  denominator: z.int().min(0).nullable(),
  polarity,
  note: text.nullable(),
  comparators: z
    .array(
      z.strictObject({
        kind: z.enum(['ownPreviousYear', 'southEast', 'england']),
        value: z.number(),
        unit: words.max(40),
        period: words,
      }),
    )
    .max(20),
});

export const strategyContent = z.strictObject({
  key,
  title: words,
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  adoptedBy: text.nullable(),
  adoptedOn: z.iso.date().nullable(),
  note: text,
  testQuestions: z.array(words).max(50),
  /** The key of the strategy whose place it took. */
  supersedes: key.nullable(),
  priorities: z.array(priority).max(200),
  commitments: z.array(commitment).max(2_000),
  promises: z.array(promise).max(500),
  measures: z.array(measure).max(2_000),
  statistics: z.array(statistic).max(500),
  /** Indicators that rows above point to: made, without figures, where the council has none of that key. */
  indicators: z.array(z.strictObject({ key: ref, title: words })).max(500),
});

export type StrategyContent = z.infer<typeof strategyContent>;
