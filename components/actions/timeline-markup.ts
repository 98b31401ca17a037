import { type ActionFilter, addressOf } from '#lib/actions/filter.ts';
import type { ActionList, ListedAction } from '#lib/actions/queries.ts';
import { tagOf } from '#lib/actions/words.ts';
import { count, formatShortDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import { monthName } from '#lib/meetings/rules.ts';

type Shown = Pick<ActionList, 'rows' | 'today'> & { filter: ActionFilter; base: string };

/** Month by month what falls due: a sentence, a bar that repeats it, and the first of the actions. No day comes last. */
export function timelineMarkup({ rows, filter, ...shown }: Shown): Html {
  const months = [...new Set(rows.map((row) => row.group))];
  const most = Math.max(...rows.map((row) => row.inGroup));
  return html`<ol class="months">${months.map((month) => {
    const own = rows.filter((row) => row.group === month);
    return own[0] && monthMarkup(own[0], own, { ...shown, filter, most });
  })}</ol>`;
}

const monthTitle = (month: string) =>
  month === 'none' ? 'No day yet' : `${monthName(Number(month.slice(5)))} ${month.slice(0, 4)}`;

function monthMarkup(
  { group, inGroup, doneInGroup, overdueInGroup }: ListedAction,
  own: readonly ListedAction[],
  { most, filter, ...shown }: Omit<Shown, 'rows'> & { most: number },
): Html {
  const parts = [`${doneInGroup} done`, overdueInGroup > 0 && `${overdueInGroup} overdue`].filter(Boolean);
  const more = inGroup - own.length;
  const all = addressOf({ ...filter, due: group });
  return html`<li><div><h2>${monthTitle(group)}</h2><p class="soft">${count(inGroup, 'action')}: ${parts.join(', ')}.</p>${bar(
    { all: inGroup, done: doneInGroup, overdue: overdueInGroup, most },
  )}</div><div><ul>${own.map((row) => actionLine(row, shown))}</ul>${
    more > 0 && html`<p><a href="${all}">See all ${inGroup} of ${monthTitle(group)} in the list</a></p>`
  }</div></li>`;
}

type Bar = { all: number; done: number; overdue: number; most: number };

/** As long as the month is full beside the fullest; it says nothing that the sentence does not. */
function bar({ all, done, overdue, most }: Bar): Html {
  const wide = (n: number) => ((n / most) * 200).toFixed(1);
  return html`<svg viewBox="0 0 202 14" preserveAspectRatio="none" aria-hidden="true"><rect class="bar-all" x="1" y="1" width="${wide(all)}" height="12"></rect><rect class="bar-done" x="1" y="1" width="${wide(done)}" height="12"></rect><rect class="bar-overdue" x="${(1 + Number(wide(done))).toFixed(1)}" y="4" width="${wide(overdue)}" height="6"></rect></svg>`;
}

function actionLine(row: ListedAction, { base, today }: Pick<Shown, 'base' | 'today'>): Html {
  const tag = tagOf(row, today);
  const on = row.dueOn ? formatShortDate(row.dueOn).replace(/ \d{4}$/, '') : '';
  return html`<li><span>${on || html`<span class="soft">${row.waitsFor ? 'Waits' : 'None'}</span>`}</span><span><a href="${base}/actions/${row.id}">${row.title}</a> <span class="soft">${row.ref}</span> <span class="tag tag-${tag.kind}">${tag.label}</span></span></li>`;
}
