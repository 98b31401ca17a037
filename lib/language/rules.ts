/**
 * Language that cares: the council's own list of words to avoid and what to say instead. Children in care wrote
 * such lists for many councils, so the list is data of the council and never code.
 */
export type AvoidedWord = {
  avoid: string;
  prefer: string;
  why: string;
  /** Phrases in which the word is fine: "work placement". */
  unless: readonly string[];
};

type Hit = { start: number; words: string; prefer: string; why: string };

/**
 * Where a text uses words of the list, in the order of the text, each wording once. Whole words with their plain
 * endings: "abscond" finds "absconded". A word in capitals is found in capitals alone: "LAC" is not "lac".
 */
export function wordsToAvoid(text: string, list: readonly AvoidedWord[]): Hit[] {
  const hits = list.flatMap(({ avoid, prefer, why, unless }) => {
    const fine = unless.flatMap((phrase) => [...text.matchAll(shapeOf(phrase))].map((match) => span(match)));
    return [...text.matchAll(shapeOf(avoid))]
      .filter((match) => !fine.some(([from, to]) => from <= match.index && match.index + match[0].length <= to))
      .map((match) => ({ start: match.index, words: match[0], prefer, why }));
  });
  const inOrder = hits.toSorted((one, other) => one.start - other.start || other.words.length - one.words.length);
  return inOrder.filter(
    (hit, index) =>
      !inOrder
        .slice(0, index)
        .some(
          (earlier) =>
            earlier.words.toLowerCase() === hit.words.toLowerCase() || hit.start < earlier.start + earlier.words.length,
        ),
  );
}

const span = (match: RegExpExecArray) => [match.index, match.index + match[0].length] as const;

function shapeOf(avoid: string): RegExp {
  const isCapitals = /\p{Lu}{2,}/u.test(avoid) && avoid === avoid.toUpperCase();
  const plain = avoid
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  const endings = isCapitals ? 's?' : '(?:s|es|ed|d|ing|ers?)?';
  return new RegExp(`(?<![\\p{L}\\d])${plain}${endings}(?![\\p{L}\\d])`, isCapitals ? 'gu' : 'giu');
}

/** GOV.UK: sentences of more than 25 words are hard for many readers. */
const longSentenceWords = 25;

/** Sentences that many will have to read twice. */
export function longSentences(text: string): { sentence: string; words: number }[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => ({
      sentence: sentence.trim(),
      words: sentence.match(/[\p{L}\d]+(?:[’'-][\p{L}\d]+)*/gu)?.length ?? 0,
    }))
    .filter(({ words }) => words > longSentenceWords);
}
