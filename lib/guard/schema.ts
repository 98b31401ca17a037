import { z } from 'zod';

export const answerInput = z.object({
  update: z.uuid(),
  version: z.coerce.number().int().min(0),
  finding: z.string().regex(/^[0-9a-f]{64}$/),
  reason: z
    .string()
    .trim()
    .min(1, 'Say why this cannot point at a child. If it can, return the update to its lead.')
    .max(500, 'Keep the reason under 500 characters.'),
});
