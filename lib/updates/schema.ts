import { z } from 'zod';
import { statusKinds } from '#lib/councils/settings.ts';
import { cleanText } from '#lib/typed.ts';
import { type Draft, draftLimit, evidenceRows } from '#lib/updates/drafts.ts';

const text = z
  .string()
  .max(draftLimit, `This is more than ${draftLimit.toLocaleString('en-GB')} characters, too long even for a draft.`)
  .transform(cleanText)
  .default('');
const line = z.string().max(2_000, 'This is too long for one line.').transform(cleanText).default('');

/** The button beside an attached file. */
const removal = z.templateLiteral(['remove ', z.uuid()]);

/** `version` 0 means that nothing was begun when the form was shown. */
const version = z.coerce.number().int().min(0);

export const draftInput = z.object({
  commitment: z.string().min(1).max(100),
  version,
  status: z.enum(['', ...statusKinds], 'Choose one of the answers.').default(''),
  reason: text,
  done: text,
  difference: text,
  howWeKnow: text,
  next: text,
  evidenceTitle1: line,
  evidenceUrl1: line,
  evidenceTitle2: line,
  evidenceUrl2: line,
  evidenceTitle3: line,
  evidenceUrl3: line,
  evidenceTitle4: line,
  evidenceUrl4: line,
  evidenceTitle5: line,
  evidenceUrl5: line,
});

/** Where the form stands: on its own page, or in the list of the round. */
const from = z.enum(['', 'round']).default('');

/** A file field that was left alone comes as an empty list. */
const file = z
  .union([z.instanceof(File), z.array(z.instanceof(File)).max(0)])
  .transform((given) => (given instanceof File ? given : null));

export const writeInput = draftInput.extend({
  intent: z.union([z.enum(['draft', 'check', 'both', 'last', 'attach', 'send', 'sendNext']), removal]).default('send'),
  fileTitle: line,
  file: file.default(null),
  from,
});

export const commitmentInput = z.object({ commitment: z.string().min(1).max(100), version, from });

export const decisionInput = z.object({ update: z.uuid(), version });

export const approveInput = decisionInput.extend({ publish: z.enum(['', '1']).default('') });

/** The boxes that were ticked: each names an update and the version that was shown. */
const chosen = z.string().regex(/^[0-9a-f-]{36} \d{1,9}$/);
export const chosenInput = z.object({
  chosen: z.union([chosen.transform((one) => [one]), z.array(chosen).max(200)]).default([]),
  intent: z.enum(['approve', 'publish']).default('approve'),
});

export const returnInput = decisionInput.extend({
  comment: z
    .string()
    .max(2_000, 'Keep the comment under 2,000 characters.')
    .transform(cleanText)
    .pipe(z.string().min(1, 'Say what should change, so that the lead can put it right.')),
});

/** What was typed, as a draft; empty evidence rows keep their place, so that an error finds its row. */
export function toDraft(input: Omit<z.infer<typeof draftInput>, 'version'>): Draft {
  const links = evidenceRows.map((row) => ({
    title: input[`evidenceTitle${row}`],
    url: input[`evidenceUrl${row}`],
  }));
  const { reason, done, difference, howWeKnow, next } = input;
  return {
    status: input.status === '' ? null : input.status,
    reason,
    done,
    difference,
    howWeKnow,
    next,
    evidence: links,
  };
}
