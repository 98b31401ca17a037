import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html } from '#lib/html.ts';
import { goodWords, missingWords, numberText } from '#lib/indicators/words/rules.ts';
import type { PrintedStatistic } from '#lib/strategies/statistics.ts';

/** The numbers that the strategy prints, as it prints them, with what it prints beside them. */
export const statisticsMarkup = (statistics: readonly PrintedStatistic[]): Html =>
  tableMarkup({
    caption: `${statistics.length} figures printed in the strategy`,
    hideCaption: true,
    columns: [{ label: 'Figure' }, { label: 'Value' }, { label: 'Compared with' }, { label: 'When' }],
    rows: statistics.map((row) => [
      html`${row.measure}${row.cohort && html`<span class="soft font-normal">${sentenceCase(row.cohort)}</span>`}${row.note && html`<span class="soft font-normal">${row.note}</span>`}`,
      html`${figureMarkup(row.figure, row.symbol)}<span class="soft whitespace-nowrap">${row.polarity !== 'none' && goodWords[row.polarity]}</span>`,
      row.comparators.length > 0
        ? html`<ul>${row.comparators.map((other) => html`<li><span class="whitespace-nowrap">${comparedWith(other.kind, row.kind)}: ${figureMarkup(other.figure, 'c')}</span><span class="soft">${other.period !== row.period && other.period}</span></li>`)}</ul>`
        : '',
      row.period,
    ]),
  });

const places = { southEast: 'South East', england: 'England' } as const;

const comparedWith = (other: PrintedStatistic['comparators'][number]['kind'], kind: PrintedStatistic['kind']) =>
  other === 'ownPreviousYear' ? (kind === 'survey' ? 'The survey before' : 'Here before') : places[other];

/** "84% · 33 of 386", or in words why there is no number. */
function figureMarkup(figure: PrintedStatistic['figure'], symbol: PrintedStatistic['symbol']): Html {
  if (figure === null || 'suppressed' in figure) return html`Not shown: ${missingWords[symbol ?? 'c']}`;
  const { value, unit, numerator, denominator } = figure.shown;
  const counts =
    numerator !== null && denominator !== null && html`<span class="soft">${numerator} of ${denominator}</span>`;
  const words = unit === '%' ? '%' : unit === 'rate' ? ' for every 10,000' : ` ${unit}`;
  return html`<b>${numberText(value)}${words}</b>${counts}`;
}

const sentenceCase = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
