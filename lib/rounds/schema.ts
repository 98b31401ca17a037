import { z } from 'zod';
import { day } from '#lib/calendar/rules.ts';
import { cleanText } from '#lib/typed.ts';

const date = (sentence: string) => z.iso.date(sentence).transform(day);

const dueAndClose = {
  dueOn: date('Choose the day on which updates are due.'),
  closesOn: date('Choose the day on which the round closes.'),
};
const opensOn = date('Choose the day on which the round opens.');

export const makeInput = z.object({
  meeting: z.uuid('Choose the meeting that the round is for.'),
  opensOn,
  ...dueAndClose,
});

/** A round that is open already keeps the day on which it opened: its form does not send it. */
export const changeInput = z.object({ round: z.uuid(), opensOn: opensOn.optional(), ...dueAndClose });

export const roundInput = z.object({ round: z.uuid() });

export const nudgeInput = z.object({ round: z.uuid(), person: z.uuid() });

export const reopenInput = z.object({
  round: z.uuid(),
  untilOn: date('Choose the last day on which updates are taken.'),
  reason: z
    .string()
    .max(1_000, 'Keep the reason under 1,000 characters.')
    .transform(cleanText)
    .pipe(z.string().min(1, 'Say why the round is opened again. It is kept with the round.')),
});
