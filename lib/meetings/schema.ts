import { z } from 'zod';
import { filled, shown } from '#lib/councils/schema.ts';

export const meetingInput = z.object({
  shown,
  /** Empty for a new one. */
  meeting: z.union([z.literal(''), z.uuid()]).default(''),
  theme: z.uuid('Choose the theme of the meeting.'),
  date: z.iso.date('Enter the day of the meeting.'),
  time: z
    .string()
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter the time like 16:30.'),
  place: filled(200, 'The place', 'Say where it is, such as Guildhall or online.'),
});

export const meetingIdInput = z.object({ meeting: z.uuid() });
