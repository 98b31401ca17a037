import { z } from 'zod';
import { filled, shown, text } from '#lib/councils/schema.ts';

export const importIdInput = z.object({ import: z.uuid() });

export const saveInput = importIdInput.extend({ shown, without: z.literal('1').optional() });

export const ruleIdInput = importIdInput.extend({ rule: z.string().max(100) });

/** A choice of a column; empty for none. */
const column = z.string().max(200).default('');

/** What every rule says: pick0, pick1 and so on hold the items of the filters, in the order of the file's findings. */
const reading = {
  value: z.string('Choose the column of the value.').min(1, 'Choose the column of the value.').max(200),
  numerator: column,
  denominator: column,
  /** "2 Total": the row with the denominator has this item in that filter. Empty for the same row. */
  denominatorItem: z.string().max(510).default(''),
};

export const figureInput = z.looseObject({
  import: z.uuid(),
  indicator: z.string().min(1, 'Choose a figure.').max(100),
  ...reading,
});

/** Each item of the filter is row0, row1 and so on: a name of a part, "=" for the total, or empty to leave it out. */
export const breakdownInput = z.looseObject({
  import: z.uuid(),
  indicator: z.string().min(1).max(100),
  /** Empty for a new one. */
  breakdown: z.string().max(100).default(''),
  rowFilter: z.string().min(1).max(200),
  columnFilter: column,
  title: text(120, 'The title'),
  rowTitle: text(60, 'What the rows are'),
  columnTitle: text(60, 'What the columns are'),
  isWhole: z.enum(['yes', 'no']).default('no'),
  ...reading,
});

export const newBreakdown = z.object({
  title: filled(120, 'The title', 'Give the table a title, such as By age.'),
  rowTitle: filled(60, 'What the rows are', 'Say what the rows are, such as Age.'),
});

/** The item that stands for all of a filter, as the form sends it. */
export const totalMark = '=';
