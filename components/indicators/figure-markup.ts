import { chartTable } from '#lib/charts/chart-table.ts';
import { lineChart } from '#lib/charts/line-chart.ts';
import { type Html, html } from '#lib/html.ts';
import { chartOf } from '#lib/indicators/charts/rules.ts';
import type { Figure } from '#lib/indicators/rules.ts';
import { countWords, goodWords, meaningWords, sentenceCase, verdictWords } from '#lib/indicators/words/rules.ts';

/** One figure of a dashboard, words first: value, verdict, sentence, chart, table. */
export function figureMarkup(figure: Figure, base: string): Html {
  const chart = chartOf(figure);
  return html`<article class="figure" aria-labelledby="figure-${figure.key}"><h3 id="figure-${figure.key}"><a href="${base}/indicators/${figure.key}">${figure.title}</a></h3>${figureWords(figure)}${lineChart(chart)}<details><summary>Figures as a table<span class="hidden-words">: ${figure.title}</span></summary>${chartTable(chart)}</details></article>`;
}

/** The value with its counts, whether it is better or worse, a sentence, and when and what was counted. */
export function figureWords(figure: Figure): Html {
  const { verdict, period, age } = figure;
  const tag = verdict !== 'none' && html`<span class="tag tag-${verdict}">${verdictWords[verdict]}</span>`;
  const when = period && (age ? `${period} (${age}). ` : `${period}. `);
  return html`<p class="figure-value"><b>${figure.text}</b> ${countWords(figure.latest)}</p><p class="figure-tags">${tag}<span>${goodWords[figure.definition.polarity]}</span></p><p>${figure.sentence}</p><p class="soft">${when && sentenceCase(when)}${meaningWords(figure.definition)}</p>`;
}
