import { z } from 'zod';
import { day } from '#lib/calendar/rules.ts';

/** A name that comes once is a text, several times an array, never not at all. */
export const several = (item: z.ZodType<string>) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(2_000),
  );

const dayField = z.iso.date('Give the day as a date, for example 24 11 2026.').transform(day);
const person = z.uuid('Choose a person.');
const optionalId = z.union([z.literal(''), z.uuid()]).default('');

const target = { priority: optionalId, commitment: optionalId, action: optionalId };

export const assignInput = z.object({
  ...target,
  person,
  kind: z.enum(['lead', 'deputy'], 'Choose lead or deputy.'),
  startsOn: dayField,
  instead: z.enum(['', '1']).default(''),
});
export type Target = Pick<z.infer<typeof assignInput>, keyof typeof target>;

export const endInput = z.object({ assignment: z.uuid(), endsOn: dayField });

export const handOverInput = z.object({
  person: z.uuid(),
  to: person,
  startsOn: dayField,
  thing: several(z.uuid()),
  actions: z.enum(['', 'all']).default(''),
});

export const leavingInput = z.object({ person: z.uuid(), leftOn: dayField });
export const personInput = z.object({ person: z.uuid() });
