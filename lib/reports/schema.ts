import { z } from 'zod';
import { cabinetReport, fieldsOf, type TextField } from '#lib/reports/template.ts';
import { cleanText } from '#lib/typed.ts';

const limits = { line: 300, date: 10, choice: 100, paragraphs: 20_000, list: 5_000 };

/** A text as the form sends it; one that the form left out is empty. Required texts are asked for at freezing. */
function inputOf(field: TextField) {
  const limit = limits[field.kind];
  const text = z
    .string()
    .max(limit, `${field.label}: use ${limit.toLocaleString('en-GB')} characters or fewer.`)
    .transform(cleanText)
    .default('');
  if (field.kind === 'date') {
    const isDay = z.union([z.literal(''), z.iso.date()], `${field.label}: enter a day of the calendar.`);
    return text.pipe(isDay);
  }
  if (field.key === 'title') return text.pipe(z.string().min(1, 'A report needs a subject: it is its title.'));
  if (field.kind !== 'choice') return text;
  return text.refine(
    (value) => value === '' || field.options?.includes(value),
    `${field.label}: choose one of the answers.`,
  );
}

const texts = Object.fromEntries(fieldsOf(cabinetReport).map((field) => [field.key, inputOf(field)]));

/** The texts of a report by the keys of the template; `was` holds short hashes of those that the form was shown. */
export const textsInput = z.object({
  report: z.uuid(),
  version: z.coerce.number().int().min(1),
  was: z.string().max(5_000).default('{}'),
  intent: z.enum(['stay', 'preview']).default('stay'),
  ...texts,
});

/** `version` is that of the texts that the preview showed. */
export const freezeInput = z.object({ report: z.uuid(), version: z.coerce.number().int().min(1) });

/** The strategy and the first and last day of the year, as one choice of the form. */
export const makeInput = z.object({
  year: z
    .string()
    .regex(/^[0-9a-f-]{36} \d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/, 'Choose the year that the report is about.'),
});
