import { tableMarkup } from '#components/ui/table-markup.ts';
import { formatDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import type { Found } from '#lib/indicators/exploring/queries.ts';
import type { Shown } from '#lib/indicators/exploring/rules.ts';
import { countWords, pointWords } from '#lib/indicators/words/rules.ts';

/** What was corrected: the value that stood there, the one that stands there, and since when. */
export function revisionsMarkup({ material, revisions }: Pick<Found, 'material' | 'revisions'>): Html {
  const { unit, decimals, areas, periods } = material;
  const said = (shown: Shown) => {
    const counts = countWords(shown);
    return html`${pointWords(shown, unit, decimals)}${counts && html`<span class="soft">${counts}</span>`}`;
  };
  return tableMarkup({
    caption: 'Values that were corrected, newest correction first',
    columns: [
      { label: 'Period' },
      { label: 'Area' },
      { label: 'It was', number: true },
      { label: 'It is', number: true },
      { label: 'Since' },
    ],
    rows: revisions.map(({ area, endsOn, before, after, recordedAt }) => [
      periods.find((period) => period.endsOn === endsOn)?.words ?? endsOn,
      areas.find(({ code }) => code === area)?.name ?? area,
      said(before),
      said(after),
      formatDate(recordedAt),
    ]),
  });
}
