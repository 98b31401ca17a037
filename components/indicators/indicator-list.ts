import { ruleLink, verdictTags } from '#components/indicators/judged.ts';
import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html } from '#lib/html.ts';
import { isLate } from '#lib/indicators/freshness/rules.ts';
import type { Figure } from '#lib/indicators/rules.ts';
import { countWords, sentenceCase } from '#lib/indicators/words/rules.ts';

const columns = [
  { label: 'Figure' },
  { label: 'Latest', number: true, keep: true },
  { label: 'When' },
  { label: 'A year ago', number: true, keep: true },
  { label: 'How it stands' },
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
      html`${verdictTags(figure)}<span class="soft">${figure.good}. ${isLate(figure) && `${figure.freshness.sentence} `}${ruleLink(figure, base)}</span>`,
    ]),
  });
