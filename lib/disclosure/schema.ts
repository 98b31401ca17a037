import { z } from 'zod';
import { filled, shown, text, whole } from '#lib/councils/schema.ts';

/** What a count may be rounded to. */
export const bases = ['1', '3', '5', '10'] as const;

export const ruleInput = z.object({
  shown,
  /** Empty for the council's own rule. */
  source: z.union([z.literal(''), z.uuid()]).default(''),
  /** Left out for the council's own rule, which holds at once. */
  startsOn: z.union([z.literal(''), z.iso.date('Enter the first day on which the rule holds.')]).default(''),
  threshold: whole(0, 20, 'Enter a whole number from 0 to 20. 5 is usual.'),
  zeros: z.enum(['shown', 'hidden'], 'Choose one of the two.'),
  roundTo: z.enum(bases, 'Choose one from the list.').transform(Number),
  minimumDenominator: whole(0, 1000, 'Enter a whole number from 0 to 1,000. 0 sets no minimum.'),
  protectsRest: z.enum(['yes', 'no'], 'Choose one of the two.'),
  reason: filled(500, 'The reason', 'Say why, so that whoever asks later can read it.'),
});

export const sourceInput = z.object({
  shown,
  source: z.uuid(),
  name: filled(200, 'The name', 'Say who publishes it, and what it is called.'),
  licence: filled(200, 'The licence', 'Say under which licence it may be published again, or “Not published”.'),
  address: text(500, 'The address').pipe(
    z.union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'Enter a whole address, like https://www.gov.uk/…' }),
    ]),
  ),
});
