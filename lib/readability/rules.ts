/**
 * How hard English text is to read, by the Flesch-Kincaid grade: 0.39 × words a sentence + 11.8 × syllables
 * a word − 15.59 (Kincaid and others, 1975). A grade is a year of school in America, so a reading age is
 * the grade + 5. The counter is a rule of thumb, right for nine words in ten and wrong in both directions:
 * good for "is this plain?", not for ranking two plain texts.
 */
type Readability = {
  sentences: number;
  words: number;
  syllables: number;
  grade: number;
  ageYears: number;
};

/** Everyday words that the rules of `syllables` get wrong. */
const exceptions = new Map<string, number>([
  ...['real'].map((word) => [word, 1] as const),
  ...['being', 'create', 'doing', 'every', 'going', 'poem', 'quiet', 'science', 'seeing'].map(
    (word) => [word, 2] as const,
  ),
  ...['area', 'areas', 'everyone', 'idea', 'ideas'].map((word) => [word, 3] as const),
  ...['january', 'february'].map((word) => [word, 4] as const),
]);

const ofDigit = [2, 1, 1, 1, 1, 1, 1, 2, 1, 1];
const ofTeen = [1, 3, 1, 2, 2, 2, 2, 3, 2, 2];

/** 12 is "twelve" and 2026 "twenty twenty-six": a number is read in pairs of digits. */
function syllablesOfNumber(digits: string): number {
  if (digits.length > 2) return syllablesOfNumber(digits.slice(0, -2)) + syllablesOfNumber(digits.slice(-2));
  const [tens, ones] = [Number(digits) >= 10 ? Number(digits[0]) : 0, Number(digits.at(-1))];
  if (tens === 1) return ofTeen[ones] ?? 1;
  if (tens === 0) return ofDigit[ones] ?? 1;
  return (tens === 7 ? 3 : 2) + (ones === 0 ? 0 : (ofDigit[ones] ?? 1));
}

/**
 * Syllables of one word: groups of vowels, without a silent e at the end or in -es and -ed,
 * with the -le of "table". Never less than one.
 */
export function syllables(word: string): number {
  const plain = word.toLowerCase().replace(/[’']/g, '');
  if (/^\d+$/.test(plain)) return syllablesOfNumber(plain);
  const known = exceptions.get(plain);
  if (known) return known;
  const spoken = plain
    .replace(/(?<=[^aeiouylr])les?$/, 'al')
    .replace(/(?<=[aeiouy].*[^aeiouytd])ed$/, '')
    .replace(/(?<=[aeiouy].*[^aeiouysxzcg])es$/, '')
    .replace(/(?<=[aeiouy].*[^aeiouyl])e(?=(ly|ful|ment|less)?$)/, '')
    .replace(/(?<=[aeiouy].*l)e$/, '');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}

/**
 * @param blocks paragraphs; each holds whole sentences, for a heading without a full stop would make
 *   the text look simpler than it is
 */
export function readability(blocks: readonly string[]): Readability {
  const sentences = blocks.flatMap((block) => block.split(/(?<=[.!?])\s+/)).filter((text) => /[a-z0-9]/i.test(text));
  const words = sentences.flatMap((sentence) => sentence.match(/[a-z0-9]+(?:[’'][a-z]+)*/gi) ?? []);
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (spoken / words.length) - 15.59;
  return { sentences: sentences.length, words: words.length, syllables: spoken, grade, ageYears: grade + 5 };
}
