import { z } from 'zod';
import { filled, shown } from '#lib/councils/schema.ts';

const ids = z.union([z.uuid().transform((id) => [id]), z.array(z.uuid()).max(200)]).default([]);

export const themeInput = z.object({
  shown,
  /** Empty for a new one. */
  theme: z.union([z.literal(''), z.uuid()]).default(''),
  name: filled(60, 'The name', 'Give the theme a name, such as Health.'),
  month: z.coerce.number('Choose a month.').int().min(1, 'Choose a month.').max(12, 'Choose a month.'),
  question: filled(300, 'The question', 'Write the question that the board asks at this meeting.'),
  priorities: ids,
});

export const themeIdInput = z.object({ theme: z.uuid() });
