import { changesMarkup } from '#components/updates/changes-markup.ts';
import { questions, updateText } from '#components/updates/update-text.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { CommitmentChain } from '#lib/commitments/chain.ts';
import { formatDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import { standingLabel } from '#lib/themes/rules.ts';
import { saysTheSame } from '#lib/updates/drafts.ts';
import { isWorse } from '#lib/updates/rules.ts';
import { meetingName } from '#lib/updates/words.ts';

type Said = CommitmentChain['updates'][number];

/** What was said, newest first, each beside what was said before it and with how it came to be public. */
export function story(updates: readonly Said[], { statuses, slug }: Viewer['council']): Html {
  const label = (update: Said) => (update.status ? standingLabel(statuses, update.status) : '');
  return html`${updates.map((update, index) => {
    const [before, after] = [updates[index + 1], updates[index - 1]];
    const sent = update.submittedAt ?? update.publishedAt;
    return html`<article class="mb-8 border-t border-line"><h3>${sent ? formatDate(sent) : ''}</h3>
<p><span class="tag tag-${update.status}">${label(update)}</span> ${before && change(before, update, label(before))}</p>
<p class="soft">${update.author.name}, for ${meetingName(update.round.meeting.startsAt)}. ${wayOf(update)} ${placeOf(after)}${update.demo ? ' Demonstration content.' : ''}</p>
${before && saysTheSame(update, before) ? html`<p>Nothing changed since the time before.</p>` : html`${updateText(update, `/${slug}`)}${before && rewording(before, update)}`}</article>`;
  })}`;
}

function change(before: Said, now: Said, label: string): string {
  if (!before.status || !now.status) return '';
  const was = label.toLowerCase();
  if (before.status === now.status) return `as it was on ${before.submittedAt ? formatDate(before.submittedAt) : ''}`;
  return isWorse(before.status, now.status) ? `worse: it was ${was}` : `it was ${was}`;
}

/** How it became public: whether it went back to its lead on the way, who published it and when. */
function wayOf({ publishedAt, publisher, _count }: Said): string {
  const returned = _count.revisions > 1 ? 'It was put right once more before it was published. ' : '';
  return publishedAt && publisher ? `${returned}Published ${formatDate(publishedAt)} by ${publisher.name}.` : returned;
}

/** Nothing published is changed: a later word stands in its place. */
function placeOf(after: Said | undefined): string {
  if (!after) return 'This is what stands.';
  return after.publishedAt ? `Superseded on ${formatDate(after.publishedAt)}.` : 'Superseded.';
}

/** The answers that were given before as well, with what is different, folded away. */
function rewording(before: Said, now: Said): Html | null {
  const fields = Object.entries(questions) as [keyof typeof questions, string][];
  const changed = fields.filter(([field]) => before[field] && now[field] && before[field] !== now[field]);
  if (changed.length === 0) return null;
  return html`<details><summary>What changed in the words</summary><div class="details-body">${changed.map(
    ([field, question]) => html`<p><b>${question}.</b> ${changesMarkup(before[field], now[field])}</p>`,
  )}</div></details>`;
}
