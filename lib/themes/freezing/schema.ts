import { z } from 'zod';
import { text } from '#lib/councils/schema.ts';

export const freezeInput = z.object({
  theme: z.uuid(),
  /** Of the composition that the officer has seen. */
  version: z.coerce.number().int().min(1),
  meeting: z.uuid('Choose the meeting that it is for.'),
  reason: text(300, 'The reason'),
});
