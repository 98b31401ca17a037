import { z } from 'zod';
import { statusKinds } from '#lib/councils/settings.ts';
import { usualWords } from '#lib/councils/usual.ts';
import { cleanText } from '#lib/typed.ts';
import { Role } from '#prisma/generated/enums.ts';

export const text = (max: number, name: string) =>
  z
    .string()
    .max(max, `${name}: use ${max.toLocaleString('en-GB')} characters or fewer.`)
    .transform(cleanText)
    .default('');
export const filled = (max: number, name: string, sentence: string) =>
  text(max, name).pipe(z.string().min(1, sentence));
export const whole = (least: number, most: number, sentence: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, sentence)
    .transform(Number)
    .refine((value) => value >= least && value <= most, sentence);

/** What the form was shown, as a mark. */
export const shown = z.string().max(64).default('');

export const nameInput = z.object({
  shown,
  name: filled(120, 'Full name', 'Give the full name of the council.'),
  shortName: filled(40, 'Short name', 'Give a short name: it stands at the top of every page.'),
  colour: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, 'Choose a colour, or type it as # and six digits, like #3b1a5a.'),
});

/** Words that are left empty are the usual ones. */
export const wordsInput = z.object({
  shown,
  ...Object.fromEntries(usualWords.map(({ key, usual }) => [key, text(80, usual)])),
});

/** How many rows the form of the language has beyond those that are filled. */
export const spareRows = 3;

/** Rows arrive as avoid1, prefer1, why1, unless1 and so on. */
export const languageInput = z.looseObject({ shown });

export const statusesInput = z.object({
  shown,
  ...Object.fromEntries(
    statusKinds.flatMap((kind) => [
      [`${kind}Label`, filled(30, 'A status', 'Give this status a word or two.')],
      [`${kind}Meaning`, filled(200, 'What it means', 'Say what this status means, so that everybody means the same.')],
    ]),
  ),
});

export const roleNamesInput = z.object({
  shown,
  ...Object.fromEntries(Object.values(Role).map((role) => [role, text(60, 'The name of a role')])),
});

const days = (name: string, least: number) => whole(least, 60, `${name}: enter a whole number from ${least} to 60.`);

export const rulesInput = z
  .object({
    shown,
    roundOpensWorkingDaysBefore: days('Opens', 1),
    updatesDueWorkingDaysBefore: days('Due', 0),
    roundClosesWorkingDaysBefore: days('Closes', 0),
    papers: z.enum(['private', 'public'], 'Choose one of the two.'),
    contact: text(300, 'The contact'),
  })
  .refine((rules) => rules.updatesDueWorkingDaysBefore <= rules.roundOpensWorkingDaysBefore, {
    path: ['updatesDueWorkingDaysBefore'],
    message: 'Updates cannot be due before the round opens: use a smaller number than for the opening.',
  })
  .refine((rules) => rules.roundClosesWorkingDaysBefore <= rules.updatesDueWorkingDaysBefore, {
    path: ['roundClosesWorkingDaysBefore'],
    message: 'The round cannot close before updates are due: use a smaller number than for the day they are due.',
  });
