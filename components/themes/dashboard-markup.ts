import { figureMarkup } from '#components/indicators/figure-markup.ts';
import { figuresKey, sources } from '#components/indicators/sources.ts';
import { commitmentList } from '#components/themes/commitment-list.ts';
import { evidenceMarkup } from '#components/themes/evidence-markup.ts';
import { printedMarkup, surveyMarkup } from '#components/themes/survey-markup.ts';
import { briefMarkup, questionsMarkup } from '#components/themes/words-markup.ts';
import { type Html, html } from '#lib/html.ts';
import type { ThemeDashboard } from '#lib/themes/making.ts';
import { standingLabel } from '#lib/themes/rules.ts';
import type { Standing } from '#lib/updates/rules.ts';

const made = new WeakMap<ThemeDashboard, Html>();

/** The page below its head, as one string: made once for a dashboard, which is the same as long as nothing changed. */
export function dashboardMarkup(dashboard: ThemeDashboard): Html {
  const known = made.get(dashboard);
  if (known) return known;
  const markup = sections(dashboard);
  made.set(dashboard, markup);
  return markup;
}

function sections(dashboard: ThemeDashboard): Html {
  const { council, questions, statistics, commitments } = dashboard;
  const base = `/${council.slug}`;
  const label = (standing: Standing) => standingLabel(council.statuses, standing);
  const printed = statistics.filter(({ kind }) => kind !== 'survey');
  return html`<section class="brief">${briefMarkup(dashboard.brief, base)}</section>
${questions.length > 0 && html`<h2>${title(questions.length)}</h2><ol class="questions print:grid-cols-3 print:break-inside-avoid">${questionsMarkup(questions, base)}</ol>`}
<h2>The figures</h2>${figures(dashboard, base)}${printed.length > 0 && printedMarkup(printed)}
<h2 class="print:break-before-page">The commitments</h2>${counts(dashboard, label)}${commitments.length > 0 ? commitmentList(commitments, { base, label }) : html`<div class="empty"><p>No commitments are kept here for the priorities of this theme.</p></div>`}
<div class="columns">${surveyMarkup(statistics.filter(({ kind }) => kind === 'survey'))}${evidenceMarkup(dashboard.promises, base)}</div>`;
}

const numbers = ['', 'One question', 'Two questions', 'Three questions'];
const title = (count: number) => `${numbers[count] ?? `${count} questions`} worth asking`;

function figures({ figures, council }: ThemeDashboard, base: string): Html {
  if (figures.length === 0) {
    return html`<div class="empty"><p>No published figure is linked to this theme yet.</p></div>`;
  }
  return html`${figuresKey(figures, council.shortName)}<div class="figures print:gap-y-5">${figures.map((figure) => figureMarkup(figure, base))}</div>${sources(figures)}`;
}

const counts = ({ counts }: ThemeDashboard, label: (standing: Standing) => string): Html =>
  html`<ul class="counts">${counts.map(
    ({ standing, count }) =>
      html`<li><span class="tag tag-${standing}">${count} ${label(standing).toLowerCase()}</span></li>`,
  )}</ul>`;
