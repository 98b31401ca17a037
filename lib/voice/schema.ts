import { z } from 'zod';
import { type Verdict, verdicts } from '#lib/promises/rules.ts';
import { cleanText } from '#lib/typed.ts';

/** Characters that one person may write about one promise. */
const whyLimit = 1_000;
const answerLimit = 2_000;

/** A form about all promises: fields "rating-…" and "why-…", by the promise's id. */
const said = z.string().max(100_000);
export const rateInput = z.object({}).catchall(said);
export const sayInput = z.object({ code: z.string().max(100), visit: z.uuid() }).catchall(said);

export type Saying = { promiseId: string; rating: Verdict; why: string };

type Promised = { id: string; number: number };

/**
 * What somebody said, promise by promise, and what they must mend first. Promises they left out are left out.
 * @returns errors by field name, in the order of the form
 */
export function readSaid(
  input: Readonly<Record<string, unknown>>,
  promises: readonly Promised[],
): { said: Saying[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const found: Saying[] = [];
  for (const { id, number } of promises) {
    const rating = verdicts.find((answer) => answer === input[`rating-${id}`]);
    const typed = input[`why-${id}`];
    const why = typeof typed === 'string' ? cleanText(typed) : '';
    const length = [...why].length;
    if (why && !rating) errors[`rating-${id}`] = `Choose an answer for promise ${number}. You wrote why.`;
    if (length > whyLimit) {
      errors[`why-${id}`] = `You wrote too much about promise ${number}. Make it ${whyLimit} letters or less.`;
    }
    if (rating) found.push({ promiseId: id, rating, why });
  }
  const [first] = promises;
  if (first && found.length === 0 && Object.keys(errors).length === 0) {
    errors[`rating-${first.id}`] = 'Choose an answer for one promise or more.';
  }
  return { said: found, errors };
}

const line = (what: string, longest: number) =>
  z
    .string()
    .max(longest, `Keep ${what} under ${longest} characters.`)
    .transform(cleanText)
    .pipe(z.string().min(1, `Give ${what}.`));

const date = z.iso.date('Give a day, such as 30 November 2026.');

export const linkInput = z.object({
  round: z.uuid('Choose a round.'),
  groupName: line('the name of the group', 100),
  places: z.coerce
    .number('Give a number.')
    .int('Give a whole number.')
    .min(1, 'Give the number of people in the group.')
    .max(1_000, 'A link has 1,000 places at most.'),
  opensOn: date,
  closesOn: date,
});

export const revokeInput = z.object({ link: z.uuid() });

/** `words` are those that were on the screen: nothing is shown that nobody has read. */
export const showInput = z.object({ rating: z.uuid(), words: z.string().max(100_000).transform(cleanText) });
export const hideInput = showInput.extend({ reason: line('the reason', 500) });

export const answerInput = z.object({
  promise: z.coerce.number().int(),
  round: z.uuid(),
  version: z.coerce.number().int().min(0),
  words: line('the answer', answerLimit),
  intent: z.enum(['save', 'publish']).default('save'),
});
