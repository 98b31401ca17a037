import { z } from 'zod';
import { actionStatuses } from '#lib/actions/rules.ts';
import { several } from '#lib/assignments/schema.ts';
import { day } from '#lib/calendar/rules.ts';
import { cleanText } from '#lib/typed.ts';

const optionalId = z.union([z.literal(''), z.uuid('Choose one of the list.')]).default('');
const optionalDay = z
  .union([z.literal(''), z.iso.date('Give the day as a date, for example 24 11 2026.')])
  .default('')
  .transform((text) => (text === '' ? null : day(text)));
const version = z.coerce.number().int().min(1);

const fields = {
  title: z
    .string()
    .max(300, 'Keep it to 300 characters. More can stand in the notes.')
    .transform(cleanText)
    .pipe(z.string().min(1, 'Say what is to be done.')),
  status: z.enum(actionStatuses, 'Choose where it stands.').default('notStarted'),
  completedOn: optionalDay,
  owner: optionalId,
  organisation: optionalId,
  dueOn: optionalDay,
  days: z
    .union(
      [z.literal(''), z.coerce.number().int().min(0).max(250)],
      'Give a whole number of working days, 250 at most.',
    )
    .default('')
    .transform((days) => (days === '' ? null : days)),
  meeting: optionalId,
  waitsFor: optionalId,
  notes: z.string().max(4_000, 'Keep the notes under 4,000 characters.').transform(cleanText).default(''),
};

export const addInput = z.object({ commitment: z.string().min(1).max(100), ...fields });
export const changeInput = z.object({ action: z.uuid(), version, ...fields });
/** What is typed of an action, in both forms. */
export type Typed = Omit<z.infer<typeof changeInput>, 'action' | 'version'>;

/** Where it stands, from the action's own page; the day is asked for there. */
export const moveInput = z.object({
  action: z.uuid(),
  version,
  status: fields.status,
  completedOn: optionalDay,
});

/** One button of the board: "id version status". */
export const boardInput = z.object({
  move: z
    .string()
    .regex(/^[0-9a-f-]{36} \d{1,9} [a-zA-Z]{1,20}$/, 'Press one of the buttons again.')
    .transform((text) => {
      const [action = '', version = '', status = ''] = text.split(' ');
      return { action, version: Number(version), status };
    })
    .pipe(z.object({ action: z.uuid(), version: z.number(), status: z.enum(actionStatuses) })),
  /** What follows the ? of the board, to come back to the same one. */
  back: z.string().max(1_000).default(''),
});

export const linkInput = z.object({
  action: z.uuid(),
  title: z.string().max(300).transform(cleanText).pipe(z.string().min(1, 'Say what this link shows.')),
  url: z.string().max(2_000, 'This address is too long.').transform(cleanText),
});
export const unlinkInput = z.object({ action: z.uuid(), evidence: z.uuid() });

export const reassignInput = z.object({
  action: several(z.uuid()),
  /** Every action that the filter leaves, as counted when the page was shown. */
  all: z.enum(['', '1']).default(''),
  matching: z.coerce.number().int().min(0).default(0),
  back: z.string().max(1_000).default(''),
  /** Empty: as it is. "none": nobody. */
  owner: z.union([z.enum(['', 'none']), z.uuid()]).default(''),
  organisation: z.union([z.enum(['', 'none']), z.uuid()]).default(''),
});
