import { verdictTag } from '#components/promises/promise-markup.ts';
import { measuresMarkup } from '#components/strategies/measures-markup.ts';
import { type Html, html } from '#lib/html.ts';
import type { WholeStrategy } from '#lib/strategies/whole.ts';
import { standingLabel } from '#lib/themes/rules.ts';

type Statuses = Parameters<typeof standingLabel>[0];
type Priority = WholeStrategy['priorities'][number];
type Commitment = Priority['commitments'][number];
type Promised = WholeStrategy['promises'][number];

/** What the markup of a whole strategy needs to know: "/portsmouth", its key, and whether it is the one in force. */
export type Place = { base: string; key: string; isInForce: boolean };

export const priorityAddress = ({ base, key, isInForce }: Place, priority: string) =>
  isInForce ? `${base}/priorities/${priority}` : `${base}/strategies/${key}/priorities/${priority}`;

export const promiseAddress = ({ base, key, isInForce }: Place, number: number) =>
  isInForce ? `${base}/promises/${number}` : `${base}/strategies/${key}/promises/${number}`;

/** Every priority with all its commitments, each with those under it. A closed strategy shows what was last said. */
export const priorityTreeMarkup = (priorities: readonly Priority[], place: Place, statuses: Statuses): Html =>
  html`${priorities.map(
    (
      priority,
    ) => html`<section class="mb-8 border-t border-line"><h3><a href="${priorityAddress(place, priority.key)}">${priority.title}</a></h3>
${priority.outcome && html`<p>${priority.outcome}</p>`}
${priority.commitments.length > 0 ? commitmentTree(priority.commitments, place, statuses) : html`<p class="soft">No commitments are kept here for it.</p>`}
${priority.measures.length > 0 && measuresMarkup(priority.measures, place)}
${priority.children.length > 0 && html`<div class="tree-under">${priorityTreeMarkup(priority.children, place, statuses)}</div>`}</section>`,
  )}`;

const commitmentTree = (commitments: readonly Commitment[], place: Place, statuses: Statuses): Html =>
  html`<ul class="tree">${commitments.map(
    (row) =>
      html`<li><a href="${place.base}/commitments/${row.slug}">${row.ref}: ${row.title}</a> ${said(row, place, statuses)}${row.children.length > 0 && commitmentTree(row.children, place, statuses)}</li>`,
  )}</ul>`;

function said({ status }: Commitment, { isInForce }: Place, statuses: Statuses) {
  if (!status) return null;
  if (isInForce)
    return html`<span class="tag tag-${status.standing}">${standingLabel(statuses, status.standing)}</span>`;
  return (
    status.status && html`<span class="soft">last said: ${standingLabel(statuses, status.status).toLowerCase()}</span>`
  );
}

/** Every promise with what will be counted for it, each with those under it. */
export const promiseTreeMarkup = (promises: readonly Promised[], place: Place): Html =>
  html`${promises.map(
    (
      promise,
    ) => html`<section class="mb-8 border-t border-line"><h3>${promise.number}. <a href="${promiseAddress(place, promise.number)}">${promise.plainTitle}</a></h3>
<p>${promise.wording} ${place.isInForce && verdictTag(promise)}</p>
${promise.measures.length > 0 && measuresMarkup(promise.measures, place)}
${promise.children.length > 0 && html`<div class="tree-under">${promiseTreeMarkup(promise.children, place)}</div>`}</section>`,
  )}`;
