import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html } from '#lib/html.ts';
import { goodWords, missingWords, valueWords } from '#lib/indicators/words/rules.ts';
import type { PrintedStatistic } from '#lib/strategies/queries.ts';

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
        ? html`<ul>${row.comparators.map((other) => html`<li><span class="whitespace-nowrap">${comparedWith[other.kind]}: ${figureMarkup(other.figure, 'c')}</span><span class="soft">${other.period !== row.period && other.period}</span></li>`)}</ul>`
        : '',
      row.period,
    ]),
  });

const comparedWith: Record<PrintedStatistic['comparators'][number]['kind'], string> = {
  ownPreviousYear: 'The survey before',
  southEast: 'South East',
  england: 'England',
};

/** "84% · 33 of 386", or in words why there is no number. */
function figureMarkup(figure: PrintedStatistic['figure'], symbol: PrintedStatistic['symbol']): Html {
  if (figure === null || 'suppressed' in figure) return html`Not shown: ${missingWords[symbol ?? 'c']}`;
  const { value, unit, numerator, denominator } = figure.shown;
  const decimals = Number.isInteger(value) ? 0 : 1;
  const counts =
    numerator !== null && denominator !== null && html`<span class="soft">${numerator} of ${denominator}</span>`;
  const words = unit === '%' ? '' : unit === 'rate' ? ' for every 10,000' : ` ${unit}`;
  return html`<b>${valueWords(value, unit, decimals)}${words}</b>${counts}`;
}

const sentenceCase = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
