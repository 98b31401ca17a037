import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html } from '#lib/html.ts';
import type { Figure } from '#lib/indicators/rules.ts';
import { countWords, goodWords, sentenceCase, verdictWords } from '#lib/indicators/words/rules.ts';

const columns = [
  { label: 'Figure' },
  { label: 'Latest', number: true },
  { label: 'When' },
  { label: 'A year ago', number: true },
  { label: 'Better or worse' },
];

/** One line a figure, for reading down and choosing. */
export const indicatorList = (figures: readonly Figure[], { base, name }: { base: string; name: string }): Html =>
  tableMarkup({
    caption: `${name}: figures`,
    hideCaption: true,
    columns,
    rows: figures.map((figure) => [
      html`<a href="${base}/indicators/${figure.key}">${figure.title}</a>`,
      html`<b>${figure.text}</b><span class="soft">${countWords(figure.latest)}</span>`,
      html`<span class="whitespace-nowrap">${figure.period && sentenceCase(figure.period)}</span><span class="soft">${figure.age}</span>`,
      figure.beforeText ?? 'Not known',
      figure.verdict === 'none'
        ? goodWords[figure.definition.polarity]
        : html`<span class="tag tag-${figure.verdict}">${verdictWords[figure.verdict]}</span><span class="soft">${goodWords[figure.definition.polarity]}</span>`,
    ]),
  });
