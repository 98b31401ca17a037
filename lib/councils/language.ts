import { type CouncilSettings, councilSettings } from '#lib/councils/settings.ts';
import { Refusal } from '#lib/errors.ts';
import { cleanText } from '#lib/typed.ts';

const rowShape = councilSettings.shape.language.unwrap().element;
type Row = { avoid: string; prefer: string; why: string; unless: string[] };

const sentences = {
  avoid: 'Type the word to avoid, two letters or more and under 60.',
  prefer: 'Type what to say instead, in under 200 characters.',
  why: 'Keep the reason under 500 characters.',
  unless: 'Name up to 20 phrases, each of two letters or more and under 60, with ; between them.',
} as const;

/**
 * The words to avoid as a form sends them: avoid1, prefer1, why1, unless1 and so on. Rows without any word fall away.
 * @throws Refusal that names each field to mend
 */
export function languageOf(typed: Record<string, unknown>): Row[] {
  const errors: Record<string, string> = {};
  const said = (name: string) => (typeof typed[name] === 'string' ? cleanText(typed[name]) : '');
  const numbers = Object.keys(typed).flatMap((name) => /^avoid(\d{1,3})$/.exec(name)?.[1] ?? []);
  const rows = numbers
    .toSorted((a, b) => Number(a) - Number(b))
    .flatMap((n) => {
      const [avoid, prefer, why, unless] = ['avoid', 'prefer', 'why', 'unless'].map((name) => said(name + n));
      if (!avoid && !prefer && !why && !unless) return [];
      const phrases = (unless ?? '')
        .split(';')
        .map((one) => one.trim())
        .filter(Boolean);
      const parsed = rowShape.safeParse({ avoid, prefer, why, unless: phrases });
      if (parsed.success) return [parsed.data];
      for (const { path } of parsed.error.issues) {
        const name = String(path[0]) as keyof typeof sentences;
        errors[name + n] = sentences[name];
      }
      return [];
    });
  if (Object.keys(errors).length > 0) throw new Refusal('There is a problem with what was entered.', { errors });
  return rows;
}

/** The words to avoid as the form's fields. */
export const fieldsOfLanguage = (language: CouncilSettings['language']): Record<string, string> =>
  Object.fromEntries(
    language.flatMap(({ avoid, prefer, why, unless }, index) => [
      [`avoid${index + 1}`, avoid],
      [`prefer${index + 1}`, prefer],
      [`why${index + 1}`, why],
      [`unless${index + 1}`, unless.join('; ')],
    ]),
  );
