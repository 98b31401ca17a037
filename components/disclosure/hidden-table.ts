import { tableMarkup } from '#components/ui/table-markup.ts';
import type { HiddenNumber } from '#lib/disclosure/hidden.ts';
import { becauseWords } from '#lib/disclosure/words.ts';
import { type Html, html } from '#lib/html.ts';
import { periodWords } from '#lib/indicators/periods/rules.ts';
import { countWords, pointWords, sentenceCase } from '#lib/indicators/words/rules.ts';

const columns = [
  { label: 'Figure' },
  { label: 'Which children' },
  { label: 'When' },
  { label: 'What is stored', number: true },
  { label: 'Why it is hidden' },
];

/** What is hidden, as it is stored. Only for who decides on it. */
export const hiddenTable = (source: string, numbers: readonly HiddenNumber[], base: string): Html =>
  tableMarkup({
    caption: `Hidden numbers: ${source}`,
    hideCaption: true,
    columns,
    rows: numbers.map((number) => [
      html`<a href="${base}/indicators/${number.key}">${number.title}</a>`,
      number.among || 'All',
      sentenceCase(periodWords(number.periodType, number.period)),
      html`<b>${pointWords(number, number.unit, number.decimals)}</b><span class="soft">${countWords(number)}</span>`,
      becauseWords[number.because],
    ]),
  });
