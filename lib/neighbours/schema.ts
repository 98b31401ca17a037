import { z } from 'zod';
import authorities from '#lib/councils/authorities.json' with { type: 'json' };
import { filled } from '#lib/councils/schema.ts';

/** The authorities by region, as the form shows them; a field each, named region1 and so on. */
export const regions = [...new Set(authorities.map(({ region }) => region))]
  .toSorted((a, b) => a.localeCompare(b))
  .map((name, at) => ({
    field: `region${at + 1}`,
    name,
    authorities: authorities.filter(({ region }) => region === name),
  }));

const known = new Set(authorities.map(({ code }) => code));
const code = z.string().refine((value) => known.has(value), 'Choose councils from the list.');
const codes = z.union([code.transform((one) => [one]), z.array(code).max(authorities.length)]).default([]);

/** Fewer are no comparison; a mean of more says little of councils like ours. */
export const [fewest, most] = [3, 30];

export const choiceInput = z.object({
  name: filled(80, 'The name', 'Name the set: its mean is never shown without it.'),
  reason: filled(300, 'The reason', 'Say why these councils: whoever reads the mean will ask.'),
  ...Object.fromEntries(regions.map(({ field }) => [field, codes])),
});

export const modelInput = z.object({ model: z.string().regex(/^\d{4}$/, 'Choose a model from the list.') });
