import { createHash } from 'node:crypto';
import { Refusal } from '#lib/errors.ts';

/** A short hash of what a form was shown: whoever saves late is told. Both sides come from the database. */
export const markOf = (shown: unknown): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);

/**
 * Goes on only while what the form was shown is what still stands.
 * @param stands what stands now
 * @param fields the same as the form's fields, to show beside what was typed
 * @throws Refusal that keeps what was typed and shows what somebody else saved
 */
export function sameAsShown(
  stands: unknown,
  shown: string,
  { fields, typed }: { fields: Record<string, string>; typed: Record<string, unknown> },
): void {
  const mark = markOf(stands);
  if (mark === shown) return;
  const others = Object.entries(fields).filter(([name, value]) => textOf(typed[name]) !== value);
  throw new Refusal(
    'It is not saved yet: somebody else changed this while you wrote. Theirs is beside yours; put what counts into yours, then save again.',
    { theirs: { ...Object.fromEntries(others), shown: mark } },
  );
}

const textOf = (typed: unknown) => (typeof typed === 'number' ? typed.toString() : typed);
