import { z } from 'zod';
import { filled, shown, text } from '#lib/councils/schema.ts';

/** The lists of a dashboard whose members are chosen and ordered. */
const lists = ['parts', 'figures', 'breakdowns', 'priorities', 'promises', 'texts'] as const;
export type List = (typeof lists)[number];

const key = /^[a-zA-Z]+$|^(text:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const arrangeInput = z.object({
  theme: z.uuid(),
  /** Of the composition that the officer has seen. */
  version: z.coerce.number().int().min(1),
  list: z.enum(lists),
  /** What is done to which: "up 0197…", "first 0197…"; "add" takes what is chosen in `add`. */
  move: z
    .string()
    .max(60)
    .transform((typed) => typed.split(' '))
    .pipe(
      z.union([
        z.tuple([z.literal('add')]),
        z.tuple([z.enum(['up', 'down', 'out', 'first', 'later']), z.string().regex(key)]),
      ]),
    ),
  add: z.union([z.literal(''), z.uuid()]).default(''),
});

export const noteInput = z.object({
  shown,
  theme: z.uuid(),
  figure: z.uuid(),
  note: text(600, 'The note'),
});

export const textInput = z.object({
  shown,
  theme: z.uuid(),
  /** Empty for a new one. */
  text: z.union([z.literal(''), z.uuid()]).default(''),
  heading: filled(80, 'The heading', 'Give the text a heading, such as: What the service says.'),
  body: filled(2_000, 'The text', 'Write the text.'),
});
