import { createHash } from 'node:crypto';

/** The texts of a report by field key; `title` is among them. */
export type Texts = Record<string, string>;

/** A short hash of each text: what a form was shown, so that a later save can tell who changed what. */
export const marksOf = (texts: Texts, keys: readonly string[]): Texts =>
  Object.fromEntries(keys.map((key) => [key, mark(texts[key] ?? '')]));

const mark = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

export type Merge = {
  /** The texts with everybody's changes; a text that both changed is as it was typed here. */
  texts: Texts;
  /** Keys that somebody else changed since the form was shown, and this person did not. */
  taken: string[];
  /** Keys that both changed, each to something else. */
  disputed: string[];
};

/**
 * What was typed laid over what is stored, when somebody else saved since the form was shown. Two officers who
 * wrote different texts are both kept; where both changed the same one, a person has to decide.
 * @param shown marks of the texts that the form was shown
 */
export function merge(
  { stored, typed, shown }: { stored: Texts; typed: Texts; shown: Texts },
  keys: readonly string[],
): Merge {
  const storedMarks = marksOf(stored, keys);
  const typedMarks = marksOf(typed, keys);
  const differs = (key: string) => storedMarks[key] !== typedMarks[key];
  const isTheirs = (key: string) => storedMarks[key] !== shown[key];
  const isMine = (key: string) => typedMarks[key] !== shown[key];
  const taken = keys.filter((key) => differs(key) && isTheirs(key) && !isMine(key));
  const disputed = keys.filter((key) => differs(key) && isTheirs(key) && isMine(key));
  const texts = Object.fromEntries(keys.map((key) => [key, (taken.includes(key) ? stored[key] : typed[key]) ?? '']));
  return { texts, taken, disputed };
}

/** Marks as the form sent them; anything else counts as none, which makes every difference a dispute. */
export function readMarks(sent: string): Texts {
  try {
    const parsed: unknown = JSON.parse(sent);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Texts) : {};
  } catch {
    return {};
  }
}
