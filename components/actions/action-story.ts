import type { ActionChain } from '#lib/actions/one.ts';
import { tagOf } from '#lib/actions/words.ts';
import { formatDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';

type Beside = ActionChain['waitedForBy'][number];

const line = (one: Beside, today: Date, base: string) => {
  const tag = tagOf({ ...one, completedOn: null }, today);
  return html`<li><a href="${base}/actions/${one.id}">${one.title}</a> <span class="tag tag-${tag.kind}">${tag.label}</span></li>`;
};

/** What an action waits for, and what waits for it. */
export function waitingMarkup({ waitsFor, waitedForBy, today }: ActionChain, base: string): Html | null {
  if (!waitsFor && waitedForBy.length === 0) return null;
  const dropped =
    waitsFor?.status === 'dropped' && html`<p>That was dropped, so nothing stands in the way any more.</p>`;
  return html`${waitsFor && html`<h2>It waits for</h2><ul>${line(waitsFor, today, base)}</ul>${dropped}`}${
    waitedForBy.length > 0 &&
    html`<h2>What waits for it</h2><ul>${waitedForBy.map((one) => line(one, today, base))}</ul>`
  }`;
}

/** Who owned it and who stood in, latest first. */
export function ownersMarkup({ owners, today }: ActionChain, base: string): Html {
  return html`<ul>${owners.map(({ kind, person, startsOn, endsOn }) => {
    const until = endsOn && endsOn < today ? ` to ${formatDate(endsOn)}` : '';
    const since = until ? `from ${formatDate(startsOn)}${until}` : `since ${formatDate(startsOn)}`;
    return html`<li><a href="${base}/people/${person.id}">${person.name}</a>, ${kind === 'lead' ? 'owner' : 'deputy'} ${since}</li>`;
  })}</ul>`;
}
