import { tableMarkup } from '#components/ui/table-markup.ts';
import { formatShortDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import { type PeriodType, periodTick } from '#lib/indicators/periods/rules.ts';
import type { getValues } from '#lib/indicators/values/queries.ts';
import { countWords, missingWords, pointWords } from '#lib/indicators/words/rules.ts';

type Row = Awaited<ReturnType<typeof getValues>>['values'][number];

/** Every value as it was recorded, with who and when; what was superseded says so. */
export const valuesTable = (rows: readonly Row[], type: PeriodType, place: string): Html =>
  tableMarkup({
    caption: 'Values as they were recorded',
    hideCaption: true,
    columns: [
      { label: 'Period', keep: true },
      { label: 'Area' },
      { label: 'Value' },
      { label: 'Recorded' },
      { label: 'Correct', bare: true },
    ],
    rows: rows.map((row) => [
      periodTick(type, row.period),
      row.area,
      html`${valueMarkup(row)}${row.isSuperseded && html`<span class="soft">Superseded</span>`}`,
      html`${formatShortDate(row.recordedAt)}<span class="soft">${row.by ?? (row.file ? `from ${row.file}` : 'came with the product')}</span>`,
      !row.isSuperseded &&
        html`<a href="${place}?correct=${row.id}#record">Correct<span class="hidden-words"> ${row.area}, ${periodTick(type, row.period)}</span></a>`,
    ]),
  });

function valueMarkup(row: Row): Html {
  const words = pointWords(row, row.unit, row.decimals);
  const value = row.isSuperseded ? html`<del>${words}</del>` : html`<b>${words}</b>`;
  const counts = countWords(row);
  return html`${value}${counts && html`<span class="soft">${counts}</span>`}${row.symbol && html`<span class="soft">${missingWords[row.symbol]}</span>`}`;
}
