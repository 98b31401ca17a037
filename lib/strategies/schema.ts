import { z } from 'zod';
import { nouns } from '#lib/strategies/editing/fields.ts';
import { cleanText } from '#lib/typed.ts';

const key = z.string().min(1).max(60);
const version = z.coerce.number().int().min(0);
const reason = z.string().max(2_000, 'Keep the reason under 2,000 characters.').transform(cleanText).default('');

const row = { strategy: key, noun: z.enum(nouns), name: z.string().max(60).default('') };

/** The fields of the row follow the noun: they are held against the shape of a strategy's content. */
export const rowInput = z.looseObject({ ...row, version, reason });

export const newRowInput = z.looseObject({ strategy: key, noun: z.enum(nouns).exclude(['strategy']) });

export const removeInput = z.object({ ...row, noun: z.enum(nouns).exclude(['strategy']), version });

export const confirmInput = z.object({
  strategy: key,
  ref: key,
  version,
  confirmedDirection: z.enum(['increase', 'reduce', 'maintain', 'ensure', 'improve'], 'Choose which way it should go.'),
});

export const carryInput = z.object({
  strategy: key,
  ref: key,
  next: key,
  priority: z
    .string('Choose a priority of the next strategy.')
    .min(1, 'Choose a priority of the next strategy.')
    .max(60),
});

const many = z
  .union([z.string(), z.array(z.string().max(60)).max(2_000)])
  .default([])
  .transform((value) => [value].flat().filter(Boolean));

export const startInput = z.object({
  /** The strategy whose place it takes; empty for the first of a council. */
  from: z.string().max(60).default(''),
  key: z
    .string()
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens, such as 2027-30.')
    .max(60),
  title: z.string().trim().min(1, 'Enter the title of the strategy.').max(300),
  startsOn: z.iso.date('Enter the first day.'),
  endsOn: z.iso.date('Enter the last day.'),
  carry: many,
});
