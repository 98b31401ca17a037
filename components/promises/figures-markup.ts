import { ruleLink } from '#components/indicators/judged.ts';
import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html } from '#lib/html.ts';
import { judgedWords } from '#lib/indicators/words/judging.ts';
import type { PromiseChain } from '#lib/promises/queries.ts';

/** What the figures say of a promise: the latest of each, in words, with its source. */
export const figuresMarkup = (figures: PromiseChain['figures'], base: string): Html =>
  tableMarkup({
    caption: 'Figures that belong to this promise',
    hideCaption: true,
    columns: [{ label: 'Figure' }, { label: 'Latest' }, { label: 'In words' }],
    rows: figures.map((figure) => [
      html`<a href="${base}/indicators/${figure.key}">${figure.title}</a><span class="soft font-normal">${figure.definition.cohort}</span>`,
      html`<b>${figure.text}</b>${counted(figure)}<span class="soft">${figure.period}</span>`,
      html`${[figure.sentence, ...judgedWords(figure)].join(' ')}<span class="soft">${figure.good}. ${ruleLink(figure, base)}. ${figure.definition.source}</span>`,
    ]),
  });

/** "n of N" beside the share, where the source gives both counts. */
function counted({ latest }: PromiseChain['figures'][number]): Html | null {
  if (latest?.numerator == null || latest.denominator == null) return null;
  return html`<span class="soft">${latest.numerator} of ${latest.denominator}</span>`;
}
