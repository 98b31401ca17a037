import { type ActionFilter, addressOf, type SortColumn } from '#lib/actions/filter.ts';
import type { ActionList, ListedAction } from '#lib/actions/queries.ts';
import { roundsCarriedOver } from '#lib/actions/rules.ts';
import { carriedWords, statusWords, tagOf } from '#lib/actions/words.ts';
import { formatShortDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';

const columns: readonly { key: SortColumn; label: string }[] = [
  { key: 'title', label: 'Action' },
  { key: 'commitment', label: 'Commitment' },
  { key: 'owner', label: 'Owner' },
  { key: 'due', label: 'Due' },
  { key: 'status', label: 'Status' },
];

type Shown = Pick<ActionList, 'rows' | 'today' | 'rounds'> & { filter: ActionFilter; base: string; picks: boolean };

/** Many actions as one piece of markup: the names of the columns sort by them, and turn round when pressed again. */
export function actionTable({ rows, filter, picks, ...shown }: Shown): Html {
  const head = columns.map(({ key, label }) => {
    const [is, isBack] = [filter.sort === key, filter.sort === `-${key}`];
    const link = html`<a href="${addressOf({ ...filter, sort: is ? `-${key}` : key })}">${label}</a>`;
    const sorted = is ? 'ascending' : 'descending';
    return is || isBack
      ? html`<th scope="col" aria-sort="${sorted}">${link} <span aria-hidden="true">${is ? '↑' : '↓'}</span></th>`
      : html`<th scope="col">${link}</th>`;
  });
  const body = rows.map((row) => rowMarkup(row, { ...shown, picks }));
  return html`<table class="table table-stack"><caption class="hidden-words">Actions</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function rowMarkup(row: ListedAction, { base, today, rounds, picks }: Omit<Shown, 'rows' | 'filter'>): Html {
  const tag = tagOf(row, today);
  const carried = carriedWords(roundsCarriedOver(row, rounds, today));
  const more = [
    tag.label !== statusWords[row.status] && statusWords[row.status].toLowerCase(),
    row.waitsFor && `waits for “${row.waitsFor}”`,
    carried,
  ].filter(Boolean);
  return html`<tr><th scope="row"><span class="picked">${picks && row.mayPlan && pick(row)}<a href="${base}/actions/${row.id}">${row.title}</a></span></th>
<td data-label="Commitment"><a href="${base}/commitments/${row.commitment}">${row.ref}</a></td>
<td data-label="Owner">${whoOf(row)}</td>
<td class="keep" data-label="Due">${row.dueOn ? formatShortDate(row.dueOn) : 'No day yet'}</td>
<td data-label="Status"><span class="tag tag-${tag.kind}">${tag.label}</span>${more.length > 0 && html` <span class="soft">${more.join(', ')}</span>`}</td></tr>`;
}

const pick = ({ id, title }: ListedAction) =>
  html`<label class="pick no-print"><input type="checkbox" name="action" value="${id}" aria-label="Choose: ${title}"></label>`;

/** The person, else the organisation that owes it. */
export const whoOf = ({ owner, organisation }: Pick<ListedAction, 'owner' | 'organisation'>) =>
  owner
    ? html`${owner}${organisation && html` <span class="soft">${organisation}</span>`}`
    : (organisation ?? 'Nobody yet');
