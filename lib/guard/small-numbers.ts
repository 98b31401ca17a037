import { Refusal } from '#lib/errors.ts';
import { type Finding, findings, kindWords } from '#lib/guard/rules.ts';

/** A text that is about to be published: its form field, and what a person calls the place. */
type Placed = { field: string; label: string; text: string };

/**
 * Small numbers of children that a text states in digits or words: "one child", "two young people", "1 in care".
 * For texts that leave without a second person who answers each finding: notes, titles, release and report texts.
 * @param threshold the rule's: counts from 1 to it are small; 0 finds nothing
 */
export function smallNumbersIn(text: string, threshold: number, field = ''): Finding[] {
  if (threshold < 1) return [];
  // Dates are not looked at here, so the year says nothing.
  return findings([{ field, text }], { threshold, year: 0 }).filter(
    ({ kind }) => kind === 'oneChild' || kind === 'smallNumber',
  );
}

/** What to mend, by form field: the first finding of each place in one sentence. Empty when nothing was found. */
export function smallNumberErrors(texts: readonly Placed[], threshold: number): Record<string, string> {
  return Object.fromEntries(
    texts.flatMap(({ field, label, text }) => {
      const [found] = smallNumbersIn(text, threshold, field);
      return found
        ? [[field, `${label}: “${found.words}” could point at a child. ${kindWords[found.kind].instead}`]]
        : [];
    }),
  );
}

/**
 * Publishes nothing that states a small number of children in words.
 * @throws Refusal that names each place with the words that were found
 */
export function refuseSmallNumbers(texts: readonly Placed[], threshold: number): void {
  const errors = smallNumberErrors(texts, threshold);
  if (Object.keys(errors).length === 0) return;
  throw new Refusal('A text states a small number of children. Nothing was published, and nothing was lost.', {
    errors,
  });
}
