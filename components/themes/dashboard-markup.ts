import { breakdownTable } from '#components/breakdowns/breakdown-table.ts';
import { figuresKey, sources } from '#components/indicators/sources.ts';
import { commitmentList } from '#components/themes/commitment-list.ts';
import { evidenceMarkup } from '#components/themes/evidence-markup.ts';
import { headlineMarkup } from '#components/themes/headline-markup.ts';
import { otherMeetings } from '#components/themes/meeting-links.ts';
import { multiplesMarkup } from '#components/themes/multiples-markup.ts';
import { textMarkup } from '#components/themes/note-markup.ts';
import { printedMarkup, surveyMarkup } from '#components/themes/survey-markup.ts';
import { briefMarkup, questionsMarkup } from '#components/themes/words-markup.ts';
import { count } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import type { DashboardPart, Placed } from '#lib/themes/composing/rules.ts';
import type { ThemeDashboard } from '#lib/themes/making.ts';
import { standingLabel } from '#lib/themes/rules.ts';
import type { Standing } from '#lib/updates/rules.ts';

const made = new WeakMap<ThemeDashboard, Html>();

/** The page below its head, as one string: made once for a dashboard, which is the same as long as nothing changed. */
export function dashboardMarkup(dashboard: ThemeDashboard): Html {
  const known = made.get(dashboard);
  if (known) return known;
  const base = `/${dashboard.council.slug}`;
  const markup = html`${partsOf(dashboard, base)}${otherMeetings(dashboard.meetings, `${base}/themes/${dashboard.slug}`)}`;
  made.set(dashboard, markup);
  return markup;
}

/** What young people said and the promises stand side by side where one follows the other. */
const sideBySide: ReadonlySet<Placed> = new Set(['voice', 'promises']);

function partsOf(dashboard: ThemeDashboard, base: string): Html[] {
  return dashboard.parts.flatMap((key, at, keys) => {
    const [before, after] = [keys[at - 1], keys[at + 1]];
    if (!sideBySide.has(key)) return part(dashboard, key, base) || [];
    if (before && sideBySide.has(before)) return [];
    const other = after && sideBySide.has(after) && part(dashboard, after, base);
    return html`<div class="columns">${part(dashboard, key, base)}${other}</div>`;
  });
}

function part(dashboard: ThemeDashboard, key: Placed, base: string): Html | false {
  if (key.startsWith('text:')) {
    const text = dashboard.texts.find(({ id }) => key.endsWith(id));
    return text ? textMarkup(text) : false;
  }
  return parts[key as DashboardPart](dashboard, base);
}

const parts: Record<DashboardPart, (dashboard: ThemeDashboard, base: string) => Html | false> = {
  brief: ({ brief }, base) => html`<section class="brief">${briefMarkup(brief, base)}</section>`,
  questions: ({ questions }, base) =>
    questions.length > 0 &&
    html`<h2>${title(questions.length)}</h2><ol class="questions print:grid-cols-3 print:break-inside-avoid">${questionsMarkup(questions, base)}</ol>`,
  headlines: headlines,
  commitments: commitments,
  figures: others,
  breakdowns: ({ breakdowns }) =>
    breakdowns.length > 0 &&
    html`<h2>Who is behind the figures</h2>${breakdowns.map((breakdown) => breakdownTable(breakdown))}`,
  voice: ({ statistics }) => surveyMarkup(statistics.filter(({ kind }) => kind === 'survey')),
  promises: ({ promises }, base) => evidenceMarkup(promises, base),
};

const numbers = ['', 'One question', 'Two questions', 'Three questions'];
const title = (many: number) => `${numbers[many] ?? `${many} questions`} worth asking`;

function headlines({ figures, headlines, notes, council }: ThemeDashboard, base: string): Html | false {
  const first = figures.filter(({ key }) => headlines.includes(key));
  if (first.length === 0) {
    return (
      figures.length === 0 &&
      html`<h2>The figures</h2><div class="empty"><p>No published figure is linked to this theme yet.</p></div>`
    );
  }
  const heading = figures.length > first.length ? firstWords(first.length) : 'The figures';
  return html`<h2>${heading}</h2>${figuresKey(figures, council.shortName)}<div class="headlines">${first.map((figure) =>
    headlineMarkup(
      figure,
      base,
      notes.find(({ key }) => key === figure.key),
    ),
  )}</div>${figures.length === first.length && sources(figures)}`;
}

const inWords = ['', 'one', 'two', 'three', 'four', 'five'];
const firstWords = (many: number) =>
  many === 1 ? 'The figure that matters first' : `The ${inWords[many] ?? many} figures that matter first`;

/** The figures that do not come first, and the numbers that the strategy prints. */
function others({ figures, headlines, notes, statistics }: ThemeDashboard, base: string): Html | false {
  const rest = figures.filter(({ key }) => !headlines.includes(key));
  const printed = statistics.filter(({ kind }) => kind !== 'survey');
  if (rest.length + printed.length === 0) return false;
  const drawn =
    rest.length > 0 &&
    html`<h2>${count(rest.length, 'other figure')}</h2>${multiplesMarkup(rest, base, notes)}${sources(figures)}`;
  return html`${drawn}${printed.length > 0 && printedMarkup(printed)}`;
}

function commitments({ commitments: all, counts, council }: ThemeDashboard, base: string): Html {
  const label = (standing: Standing) => standingLabel(council.statuses, standing);
  const tags = counts.map(
    ({ standing, count: many }) =>
      html`<li><span class="tag tag-${standing}">${many} ${label(standing).toLowerCase()}</span></li>`,
  );
  const list =
    all.length > 0
      ? commitmentList(all, { base, label })
      : html`<div class="empty"><p>No commitments are kept here for the priorities of this theme.</p></div>`;
  return html`<h2>The commitments</h2><ul class="counts">${tags}</ul>${list}`;
}
