import type { Verdict } from '#lib/promises/rules.ts';
import { verdictWords } from '#lib/promises/words.ts';
import { enough, type YoungView } from '#lib/voice/rules.ts';

/** What the pages say of young people's own verdict, in words that a nine-year-old can read. */

/** The rule of `youngView` in rules.ts, as the pages print it. @param threshold the council's rule disclosureThreshold */
export const youngRule = (threshold: number): readonly string[] => [
  'Young people say it too. A group gets a code. With the code they can say what they think. No one knows who said what.',
  'We show what most of them said. When two answers come up the same number of times, we show the less good one.',
  `We show it when ${enough(threshold)} or more have told us. When too few have, we show what the young people who speak for them say.`,
  `A number can show who said what when it is small. So when one number is from 1 to ${threshold}, we show no numbers for each answer.`,
  'What they say gets old like our news. It counts until the next round is over.',
  'A grown-up reads their words first. Words that show who someone is stay hidden.',
];

/** Why the two verdicts stand beside each other, where they are not the same. */
export const differSentence = (board: Verdict, young: Verdict) =>
  `We say “${verdictWords[board]}”. Young people say “${verdictWords[young]}”. We do not agree.`;

export const notHeard = 'Too few have told us yet.';

/** How many said what, or why that is not shown. @param by what young people's verdict comes from */
export function countSentences({ by, counts: { total, cells } }: YoungView): string[] {
  const spoken = by === 'representatives' ? ['The young people who speak for the groups say so.'] : [];
  if (total === null) return [...spoken, 'Too few of the groups have told us. So we show no numbers.'];
  if (total === 0) return spoken;
  const told = `${total}${gap}of the groups told us.`;
  if (cells === null) return [...spoken, told, 'Some answers are too few to show. So we show no more numbers.'];
  const each = Object.entries(cells)
    .filter(([, count]) => count > 0)
    .map(([answer, count]) => `${count}${gap}said “${verdictWords[answer as Verdict]}”`);
  return [...spoken, told, `${each.join(', ')}.`];
}

/** A no-break space: a number stays on the line of the word after it. */
const gap = '\u00a0';

export const answerWords = {
  none: 'We have not answered yet.',
  given: 'What we answered',
} as const;

/** What the page for somebody with a code says. @param council "Portsmouth" */
export const sayWords = (council: string, promises: number) => ({
  title: 'Do we keep our promises?',
  lead: `${council} made ${promises} promises to you. Tell us if we keep them.`,
  before: [
    'You do not need to say who you are. We do not keep your name.',
    'You can leave out any promise. Then press the button at the end.',
  ],
  noNames:
    'Do not write names. Do not write your school or your street. Do not write what shows who you or a friend is.',
  unsafe:
    'Are you not safe, or is a friend not safe? Do not wait for us. Tell a grown-up you trust. Or call Childline. It is free: 0800 1111.',
  after: [
    'A grown-up reads your words first. Then the others can read them.',
    'We will say what we do next. You can ask the person who gave you the code.',
  ],
});

/** The answers that can be given, with what each means. */
export const ratingOptions: readonly { value: Verdict; label: string; hint: string }[] = [
  { value: 'kept', label: verdictWords.kept, hint: 'You do what you said.' },
  { value: 'partly', label: verdictWords.partly, hint: 'You do some of it.' },
  { value: 'notYet', label: verdictWords.notYet, hint: 'You do not do it yet.' },
  { value: 'cannotTell', label: 'I can’t tell', hint: 'I do not know.' },
];

/** What who speaks for young people must know before they write. */
export const representativeWords: readonly string[] = [
  'You speak for a group. So what you choose here is shown as the word of those who speak for young people.',
  'Your words are read by a grown-up first. Do not write names, or what shows who someone is.',
];
