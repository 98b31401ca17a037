import { count } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import type { getStrategy } from '#lib/strategies/queries.ts';
import { standingLabel } from '#lib/themes/rules.ts';

type Strategy = Awaited<ReturnType<typeof getStrategy>>;
type Statuses = Parameters<typeof standingLabel>[0];
type Counts = Strategy['priorities'][number]['counts'];

/** The priorities in the order given: title, how many commitments, how they stand, what should come of them. */
export const prioritiesMarkup = (priorities: Strategy['priorities'], statuses: Statuses, base: string): Html =>
  html`<ol class="tasks">${priorities.map(
    (priority) => html`<li class="task"><div><a href="${base}/priorities/${priority.key}">${priority.title}</a>
<p>${priority.outcome}</p></div><div><p class="max-w-none"><b>${priority.commitments.length > 0 ? count(priority.commitments.length, 'commitment') : 'No commitments kept here'}</b></p>${countsMarkup(priority.counts, statuses)}</div></li>`,
  )}</ol>`;

/** "1 Off track · 7 On track": counts by standing, most urgent first. */
export const countsMarkup = (counts: Counts, statuses: Statuses): Html =>
  html`<ul class="counts">${counts.map(
    ({ standing, count: rows }) =>
      html`<li><span class="tag tag-${standing}">${rows} ${standingLabel(statuses, standing).toLowerCase()}</span></li>`,
  )}</ul>`;
