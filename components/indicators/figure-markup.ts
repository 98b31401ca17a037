import { ruleLink, verdictTags } from '#components/indicators/judged.ts';
import { chartTable } from '#lib/charts/chart-table.ts';
import { lineChart } from '#lib/charts/line-chart.ts';
import { type Html, html } from '#lib/html.ts';
import { chartOf } from '#lib/indicators/charts/rules.ts';
import type { Figure } from '#lib/indicators/rules.ts';
import { judgedWords } from '#lib/indicators/words/judging.ts';
import { countWords, meaningWords, sentenceCase } from '#lib/indicators/words/rules.ts';

/** One figure of a dashboard, words first: value, verdict, sentence, chart, table. */
export function figureMarkup(figure: Figure, base: string): Html {
  const chart = chartOf(figure);
  return html`<article class="figure" aria-labelledby="figure-${figure.key}"><h3 id="figure-${figure.key}"><a href="${base}/indicators/${figure.key}">${figure.title}</a></h3>${figureWords(figure, base)}${lineChart(chart)}<details><summary>Figures as a table<span class="hidden-words">: ${figure.title}</span></summary>${chartTable(chart)}</details></article>`;
}

/** The value with its counts, the verdicts and how they come about, a sentence, and when and what was counted. */
export function figureWords(figure: Figure, base: string): Html {
  const { period, age } = figure;
  const when = period && (age ? `${period} (${age}). ` : `${period}. `);
  const judged = judgedWords(figure);
  return html`<p class="figure-value"><b>${figure.text}</b> ${countWords(figure.latest)}</p><p class="figure-tags">${verdictTags(figure)}<span>${figure.good}</span> ${ruleLink(figure, base)}</p><p>${figure.sentence}</p>${judged.length > 0 && html`<p>${judged.join(' ')}</p>`}<p class="soft">${when && sentenceCase(when)}${meaningWords(figure.definition)}</p>`;
}
