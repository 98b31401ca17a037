import { type ActionFilter, addressOf } from '#lib/actions/filter.ts';
import type { ActionList, ListedAction } from '#lib/actions/queries.ts';
import { actionStatuses, isOpen } from '#lib/actions/rules.ts';
import { moveWords, standsInWords, statusWords, tagOf } from '#lib/actions/words.ts';
import { type Html, html } from '#lib/html.ts';

type Shown = Pick<ActionList, 'rows' | 'today'> & { filter: ActionFilter; base: string };

/** A column a status, with how many there are and the first of them. The buttons belong to the form around the board. */
export function boardMarkup({ rows, filter, ...shown }: Shown): Html {
  const columns = actionStatuses.map((status) => {
    const own = rows.filter((row) => row.status === status);
    const all = own[0]?.inGroup ?? 0;
    const list = addressOf({ ...filter, status });
    return html`<section><h2>${statusWords[status]}: ${all}</h2><ul>${own.map((row) => card(row, shown))}</ul>${
      all > own.length && html`<p><a href="${list}">See all ${all} in the list</a></p>`
    }${all === 0 && html`<p class="soft">None.</p>`}</section>`;
  });
  return html`<div class="board">${columns}</div>`;
}

function card(row: ListedAction, { base, today }: Omit<Shown, 'rows' | 'filter'>): Html {
  const tag = tagOf(row, today);
  const when = standsInWords(row, today);
  const isLate = tag.kind === 'offTrack';
  return html`<li class="card"><a href="${base}/actions/${row.id}">${row.title}</a>
<p class="soft">${row.ref} · ${row.owner ?? row.organisation ?? 'Nobody yet'}${when && !isLate && ` · ${when}`}</p>${
    isLate && html`<p><span class="tag tag-offTrack">${tag.label}</span></p>`
  }${row.waitsFor && html`<p class="soft">Waits for “${row.waitsFor}”</p>`}${row.mayMove && moves(row)}</li>`;
}

/** Every other status is a button; what waits for something else cannot be done before it. */
function moves(row: ListedAction): Html {
  const others = actionStatuses.filter(
    (status) => status !== row.status && !(status === 'done' && row.waitsFor && isOpen(row)),
  );
  const buttons = others.map(
    (status) =>
      html`<button class="button-link" name="move" value="${row.id} ${row.version} ${status}">${moveWords[status]}<span class="hidden-words"> ${row.title}</span></button>`,
  );
  return html`<details class="no-print"><summary>Move<span class="hidden-words"> ${row.title}</span></summary>${buttons}</details>`;
}
