import { chartTable } from '#lib/charts/chart-table.ts';
import { lineChart } from '#lib/charts/line-chart.ts';
import type { Chart } from '#lib/charts/series.ts';
import { type Html, html } from '#lib/html.ts';
import { sentenceCase } from '#lib/indicators/words/rules.ts';
import type { ReleasedIndicator } from '#lib/releases/content.ts';
import { breakdownMarkup } from '#lib/releases/page/breakdown.ts';

/** One figure, words first: its value, a sentence, the drawing, the table, and what it means. */
export function figureMarkup(indicator: ReleasedIndicator): Html {
  const { key, title, words, breakdowns } = indicator;
  const [definition] = indicator.definitions;
  const chart = indicator.chart as Chart;
  const tag = words.verdict && html`<span class="tag tag-${words.verdictKind}">${words.verdict}</span>`;
  return html`<section class="figure" aria-labelledby="${key}"><h2 id="${key}">${title}</h2><p>${definition?.question}</p><p class="value"><b>${words.value}</b> ${words.of}</p><p>${tag}<span class="soft">${words.direction}</span></p><p>${words.sentence}</p>${words.judged.length > 0 && html`<ul>${words.judged.map((one) => html`<li>${one}</li>`)}</ul>`}<p class="soft">${words.period && `${sentenceCase(words.period)}. `}${words.meaning}</p><div class="beside"><div class="drawing">${lineChart(chart)}</div><div class="scroll" role="region" aria-label="${title}: figures as a table" tabindex="0">${chartTable(chart)}</div></div>${breakdowns.map((one) => breakdownMarkup(one, indicator))}${meaning(indicator)}</section>`;
}

/** Who publishes it under which licence, how small numbers are hidden, and where the way of counting changed. */
function meaning({ title, definitions }: ReleasedIndicator): Html {
  const [newest] = definitions;
  if (!newest) return html``;
  const { source, rule } = newest;
  const hidden =
    rule.threshold > 0 &&
    html`<div><dt>Small numbers</dt><dd>Counts from 1 to ${rule.threshold} are hidden, and so is what would give them away.${rule.roundTo > 1 && ` Counts are rounded to the nearest ${rule.roundTo}.`}</dd></div>`;
  const breaks = definitions
    .filter(({ breakReason }) => breakReason !== '')
    .map(
      ({ startsOn, breakReason }) =>
        html`<div><dt>Counted in another way since ${startsOn}</dt><dd>${breakReason}</dd></div>`,
    );
  const note = newest.polarityNote && html`<div><dt>How to read it</dt><dd>${newest.polarityNote}</dd></div>`;
  return html`<h3>About this figure<span class="hidden-words">: ${title}</span></h3><dl class="facts">${note}${breaks}${hidden}<div><dt>Source</dt><dd>${source.attribution.replace(/^Source: /, '')}${source.licenceAddress && html` <a class="source-address" href="${source.licenceAddress}">Read the licence</a>.`}${source.address && html` <a class="source-address" href="${source.address}">See the source</a>.`}</dd></div></dl>`;
}
