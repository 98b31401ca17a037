import type { z } from 'zod';
import type { Column } from '#lib/workbook/columns.ts';

const number = (value: number | bigint) => value.toLocaleString('en-GB');

/** What the shape of the content has against a value, in a sentence that says how to mend it. */
export function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return `This is too long. Shorten it to ${number(issue.maximum)} characters or fewer.`;
  }
  if (issue.code === 'too_big' && issue.origin === 'array') {
    return `There are too many: ${number(issue.maximum)} at most. Take some away.`;
  }
  if (issue.code === 'too_small' && issue.origin === 'string') return 'This may not be empty. Fill it in.';
  if (issue.code === 'too_big' || issue.code === 'too_small') {
    const [limit, words] =
      issue.code === 'too_big' ? [issue.maximum, 'not more than'] : [issue.minimum, 'not less than'];
    return `Use a number that is ${words} ${number(limit)}.`;
  }
  if (issue.code === 'invalid_format' && issue.format === 'regex') {
    return 'Use small letters, digits and single hyphens only, like healthy-lives.';
  }
  if (issue.code === 'invalid_format') return 'This is not a day of the calendar. Type it like 31/03/2026.';
  return 'This does not fit here. Look at the sheet that explains how to fill this in, and type it again.';
}

const harmless = { number: 1_000, names: [], lines: [], day: '2000-01-01' } as const;

/** Something in place of a cell that was told to be wrong; a name of its own, so that it is never there twice. */
export function standIn(column: Column | undefined, row: number, kept: unknown): unknown {
  if (Array.isArray(kept)) return kept.slice(0, 1);
  if (!column || column.blank === 'null') return null;
  if (column.kind === 'whole') return 9_000 + (row % 900);
  if (column.kind === 'choice') return Object.keys(column.choices ?? {})[0] ?? null;
  if (column.kind !== 'text') return structuredClone(harmless[column.kind]);
  return column.blank === 'refuse' ? `row-${row}` : '';
}
