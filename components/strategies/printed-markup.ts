import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html } from '#lib/html.ts';
import { countWords, missingWords, numberText } from '#lib/indicators/words/rules.ts';
import type { getPrinted } from '#lib/strategies/printed/queries.ts';

type Row = Awaited<ReturnType<typeof getPrinted>>['linked'][number];

/** What is printed and what is published, side by side, with one or two sentences on the difference. */
export const printedTable = (rows: readonly Row[], base: string): Html =>
  tableMarkup({
    caption: 'Printed beside published',
    hideCaption: true,
    columns: [{ label: 'Figure' }, { label: 'Printed' }, { label: 'Published' }, { label: 'The difference' }],
    rows: rows.map((row) => [
      html`<a href="${base}/indicators/${row.key}">${row.measure}</a>${row.cohort && html`<span class="soft font-normal">${row.cohort}</span>`}`,
      html`<b>${row.value === null ? missingWords[row.symbol ?? 'c'] : amount(row.value, row.unit)}</b>`,
      html`<b>${published(row)}</b><span class="soft">${row.period}</span>`,
      html`${tag(row)}${row.sentence}${row.note && html`<span class="soft">${row.note}</span>`}`,
    ]),
  });

const amount = (value: number, unit: string) =>
  `${numberText(value)}${unit === '%' ? '%' : unit === 'rate' ? ' for every 10,000' : ''}`;

function published({ published: there, comparable }: Row): Html {
  if (!there || !comparable) return html`Nothing here`;
  if (there.isHidden || comparable.value === null) return html`[c]`;
  return html`${amount(comparable.value, comparable.unit)}${comparable.unit === there.unit && html`<span class="soft font-normal">${countWords(there)}</span>`}`;
}

const tags = {
  same: { kind: 'tag-onTrack', label: 'Same' },
  differs: { kind: 'tag-atRisk', label: 'Differs' },
  hidden: { kind: 'tag-notStarted', label: 'Hidden' },
  nothing: { kind: 'tag-notStarted', label: 'Nothing to compare' },
};

const tag = ({ state }: Row): Html => html`<span class="tag ${tags[state].kind}">${tags[state].label}</span> `;
