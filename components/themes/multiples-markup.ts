import { ruleLink, verdictTags } from '#components/indicators/judged.ts';
import { noteMarkup } from '#components/themes/note-markup.ts';
import { chartTable } from '#lib/charts/chart-table.ts';
import { lineChart } from '#lib/charts/line-chart.ts';
import { oneScale, scaleWords } from '#lib/charts/one-scale.ts';
import type { Chart } from '#lib/charts/series.ts';
import { type Html, html } from '#lib/html.ts';
import { chartOf } from '#lib/indicators/charts/rules.ts';
import type { Figure } from '#lib/indicators/rules.ts';
import { judgedWords } from '#lib/indicators/words/judging.ts';
import { countWords, sentenceCase } from '#lib/indicators/words/rules.ts';
import type { ThemeDashboard } from '#lib/themes/making.ts';

/** Small charts of many figures, those of one unit on one scale, and the scale said in words above them. */
export function multiplesMarkup(figures: readonly Figure[], base: string, notes: ThemeDashboard['notes']): Html {
  const charts = oneScale(figures.map((figure) => chartOf(figure)));
  const drawn = figures.map((figure, at) =>
    one(
      figure,
      charts[at] ?? chartOf(figure),
      base,
      notes.find(({ key }) => key === figure.key),
    ),
  );
  const shared = scaleWords(charts.filter(({ unit }) => charts.filter((chart) => chart.unit === unit).length > 1));
  const scales =
    shared.length > 0 &&
    html`<p class="soft break-after-avoid">Drawn on one scale, so that heights can be compared from one drawing to the next: ${shared.join('; ')}.</p>`;
  return html`${scales}<div class="figures print:gap-y-5">${drawn}</div>`;
}

function one(figure: Figure, chart: Chart, base: string, note: ThemeDashboard['notes'][number] | undefined): Html {
  const { key, title, period, age } = figure;
  const when = period && `${sentenceCase(age ? `${period} (${age})` : period)}.`;
  const judged = judgedWords(figure);
  return html`<article class="figure small" aria-labelledby="figure-${key}"><h3 id="figure-${key}"><a href="${base}/indicators/${key}">${title}</a></h3><p class="figure-value"><b>${figure.text}</b> ${countWords(figure.latest)}</p><p class="figure-tags">${verdictTags(figure)}<span>${figure.good}</span> ${ruleLink(figure, base)}</p>${lineChart(chart)}<p>${figure.sentence} ${judged.join(' ')}</p><p class="soft">${when}</p>${note && noteMarkup(note)}<details><summary>Figures as a table<span class="hidden-words">: ${title}</span></summary>${chartTable(chart)}</details></article>`;
}
