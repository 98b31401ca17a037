import { z } from 'zod';
import { filled, shown, text } from '#lib/councils/schema.ts';
import { units } from '#lib/indicators/values/rules.ts';
import { PeriodType, Polarity } from '#prisma/generated/enums.ts';

export const indicatorKey = z.string().min(1).max(80);

const whole = (least: number, most: number, sentence: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, sentence)
    .transform(Number)
    .refine((value) => value >= least && value <= most, sentence);

/** A whole number, or nothing. */
const maybeWhole = (least: number, most: number, sentence: string) =>
  z.union(
    [
      z
        .string()
        .trim()
        .length(0)
        .transform(() => null),
      whole(least, most, sentence),
    ],
    { error: sentence },
  );

const wordsFields = {
  title: filled(120, 'The title', 'Give the figure a title, such as Had their teeth checked.'),
  question: filled(300, 'The question', 'Write the question that it answers, in plain words.'),
};

const sourceFields = {
  /** One that is there, or empty for the one that is named below. */
  source: z.union([z.literal(''), z.uuid()], 'Choose a source.').default(''),
  sourceName: text(200, 'The new source'),
  sourceLicence: text(200, 'The licence'),
  sourceAddress: text(300, 'The address').pipe(
    z.union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'Type a whole address, like https://example.gov.uk/figures.' }),
    ]),
  ),
};

const meaningFields = {
  unit: z.enum(units, 'Choose what it is counted in.'),
  cohort: filled(300, 'Who is counted', 'Say which children or young people it is about.'),
  numeratorMeaning: text(300, 'What is counted'),
  denominatorMeaning: text(300, 'Out of what'),
  periodType: z.enum(PeriodType, 'Choose the kind of period.'),
  isYearToDate: z.enum(['', 'yes']).default('').transform(Boolean),
  decimals: whole(0, 3, 'Use 0 to 3 decimals.'),
  ...sourceFields,
};

const polarityFields = {
  polarity: z.enum(Polarity, 'Choose one of the three.'),
  polarityNote: text(300, 'The note'),
};

export const addInput = z.object({
  /** One that a strategy names and that has no meaning yet; empty for a new one. */
  indicator: z.union([z.literal(''), indicatorKey]).default(''),
  ...wordsFields,
  ...meaningFields,
  ...polarityFields,
});

export const wordsInput = z.object({ shown, indicator: indicatorKey, ...wordsFields });

export const meaningInput = z.object({
  shown,
  indicator: indicatorKey,
  ...meaningFields,
  breakReason: text(500, 'The reason'),
  startsOn: z.union([z.literal(''), z.iso.date('Enter the first day.')]).default(''),
});

export const polarityInput = z.object({ shown, indicator: indicatorKey, ...polarityFields });

export const careInput = z.object({
  shown,
  indicator: indicatorKey,
  owner: z.union([z.literal(''), z.uuid()]).default(''),
  expectedAfterMonths: maybeWhole(0, 60, 'Enter whole months from 0 to 60, or nothing.'),
  minimumGroup: whole(0, 10_000, 'Enter a whole number from 0 to 10,000. 30 is usual.'),
  baselinePeriod: text(40, 'The period'),
  baselineValue: text(20, 'The value').pipe(
    z.union([z.literal(''), z.string().regex(/^-?\d{1,9}(\.\d{1,4})?$/, 'Enter a number alone, like 84.5.')]),
  ),
});
