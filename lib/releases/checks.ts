import { kindWords } from '#lib/guard/rules.ts';
import { smallNumbersIn } from '#lib/guard/small-numbers.ts';
import type { ReleaseContent, ReleasedIndicator } from '#lib/releases/content.ts';
import { mayBePublished } from '#lib/releases/rules.ts';

/** One thing that stands in the way of a release, and what to do about it. */
export type Obstacle = { field: string; sentence: string };

/**
 * What has to be mended before this may be released: a text that states a small number of children, a source whose
 * licence nobody has settled. Empty when nothing stands in the way.
 * @param threshold the council's: counts from 1 to it are small
 */
export function obstaclesIn({ release, indicators }: ReleaseContent, threshold: number): Obstacle[] {
  const texts = [
    { field: 'title', label: 'Title', text: release.title },
    { field: 'text', label: 'Text', text: release.text },
    ...indicators.flatMap((indicator) => textsOf(indicator)),
  ];
  const stated = texts.flatMap(({ field, label, text }) =>
    smallNumbersIn(text, threshold, field)
      .slice(0, 1)
      .map(({ words, kind }) => ({
        field,
        sentence: `${label}: “${words}” could point at a child. ${kindWords[kind].instead}`,
      })),
  );
  const unlicensed = indicators.flatMap(({ title, definitions }) =>
    definitions
      .filter(({ source }) => !mayBePublished(source))
      .slice(0, 1)
      .map(({ source }) => ({
        field: 'indicators',
        sentence: `${title}: nobody has said under which licence “${source.name}” may be published. Say so in its definition, or leave the figure out.`,
      })),
  );
  return [...stated, ...unlicensed];
}

/** The words of an indicator that people typed and the page repeats. */
const textsOf = ({ title, definitions }: ReleasedIndicator) =>
  definitions.flatMap(({ question, cohort, numeratorMeaning, denominatorMeaning, polarityNote, breakReason }) =>
    [title, question, cohort, numeratorMeaning, denominatorMeaning, polarityNote, breakReason].flatMap((text) =>
      text ? [{ field: 'indicators', label: title, text }] : [],
    ),
  );
