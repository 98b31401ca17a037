import { ruleLink, verdictTags } from '#components/indicators/judged.ts';
import { noteMarkup } from '#components/themes/note-markup.ts';
import { chartTable } from '#lib/charts/chart-table.ts';
import { lineChart } from '#lib/charts/line-chart.ts';
import { formatDate } from '#lib/format.ts';
import { type Html, html, type Part } from '#lib/html.ts';
import { chartOf } from '#lib/indicators/charts/rules.ts';
import { isLate } from '#lib/indicators/freshness/rules.ts';
import type { Figure } from '#lib/indicators/rules.ts';
import { judgedWords } from '#lib/indicators/words/judging.ts';
import { countWords, meaningWords, sentenceCase, valueWords } from '#lib/indicators/words/rules.ts';
import { ordinal } from '#lib/neighbours/rules.ts';
import type { ThemeDashboard } from '#lib/themes/making.ts';

type Note = ThemeDashboard['notes'][number] | undefined;

/** A figure that matters first: its value and verdicts, what stands beside it, its line, and what the analyst says. */
export function headlineMarkup(figure: Figure, base: string, note: Note): Html {
  const { key, title, period, age } = figure;
  const chart = chartOf(figure);
  const when = period && sentenceCase(age ? `${period} (${age}). ` : `${period}. `);
  return html`<article class="figure headline" aria-labelledby="figure-${key}"><div><h3 id="figure-${key}"><a href="${base}/indicators/${key}">${title}</a></h3><p class="figure-value"><b>${figure.text}</b> ${countWords(figure.latest)}</p><p class="figure-tags">${verdictTags(figure)}<span>${figure.good}</span> ${ruleLink(figure, base)}</p><p>${figure.sentence}</p><p class="soft">${when}${meaningWords(figure.definition)}</p>${note && noteMarkup(note)}</div><div>${beside(figure)}${judged(figure)}</div><div>${lineChart(chart)}<details><summary>Figures as a table<span class="hidden-words">: ${title}</span></summary>${chartTable(chart)}</details></div></article>`;
}

/** What the value stands beside, each with its number: for the eye that looks for one of them. */
function beside({ title, beforeText, beforePeriod, comparators, neighbours, targetVerdict, definition }: Figure): Html {
  const { unit, decimals } = definition;
  const { target } = targetVerdict;
  const rows: (readonly [name: string, value: Part])[] = [
    ['A year before', beforeText && html`${beforeText}<span class="soft">${beforePeriod}</span>`],
    ...comparators.map(({ name, text }) => [name, text] as const),
    [
      'Neighbours',
      neighbours && neighbours.n > 0 && html`${neighbours.meanText}<span class="soft">${placeWords(neighbours)}</span>`,
    ],
    [
      'Target',
      target &&
        html`${valueWords(target.value, unit, decimals)}<span class="soft">by ${formatDate(new Date(target.dueOn))}</span>`,
    ],
  ];
  const known = rows.filter(([, value]) => value);
  if (known.length === 0) return html`<p class="soft">There is nothing to hold it against yet.</p>`;
  return html`<table class="stands-beside"><caption class="hidden-words">What stands beside: ${title}</caption><tbody>${known.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>`;
}

const placeWords = ({ rank, outOf, n, of }: NonNullable<Figure['neighbours']>) =>
  `average of ${n} of ${of}${rank === null ? '' : `; here ${ordinal(rank)} of ${outOf}`}`;

/** The target, a sign of change, a late value; that it is as new as can be where it is. */
function judged(figure: Figure): Html {
  const { freshness, interval } = figure;
  const said = judgedWords({ ...figure, neighbours: null });
  return html`${said.map((sentence) => html`<p>${sentence}</p>`)}${interval && html`<p class="soft">${interval.text}</p>`}${!isLate(figure) && freshness.sentence && html`<p class="soft">${freshness.sentence}</p>`}`;
}
