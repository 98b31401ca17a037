import { z } from 'zod';
import { isReserved, isSlug } from '#lib/releases/rules.ts';
import { cleanText } from '#lib/typed.ts';

const list = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat().filter((one) => one !== ''));

/** What an officer chooses for a release. The address is made from the title where none is given. */
export const draftInput = z.object({
  /** Empty for a new one. */
  draft: z.union([z.literal(''), z.uuid()]).default(''),
  /** That of the draft that the form showed. */
  version: z.coerce.number().int().min(0).default(0),
  title: z
    .string()
    .transform(cleanText)
    .pipe(z.string().min(3, 'Give the page a title.').max(120, 'Keep the title under 120 characters.')),
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .default('')
    .refine(
      (slug) => slug === '' || isSlug(slug),
      'Use small letters, digits and single hyphens only, like health-2025.',
    )
    .refine((slug) => !isReserved(slug), 'The public pages need this address themselves. Choose another one.'),
  text: z.string().max(5_000, 'Keep the text under 5,000 characters.').default('').transform(cleanText),
  indicators: list.pipe(
    z.array(z.string()).min(1, 'Choose at least one figure.').max(60, 'Choose 60 figures or fewer.'),
  ),
  breakdowns: list,
});

/** `shown` is the hash of the page that the preview showed: exactly that page is released, or none. */
export const releaseInput = z.object({ draft: z.uuid(), shown: z.string().length(64) });

export const draftIdInput = z.object({ draft: z.uuid() });

export const editionInput = z.object({ release: z.uuid() });

export const withdrawInput = z.object({
  release: z.uuid(),
  reason: z
    .string()
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(10, 'Say why in a sentence: everybody who comes to the page will read it.')
        .max(1_000, 'Keep the reason under 1,000 characters.'),
    ),
});
