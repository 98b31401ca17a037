import { updateText } from '#components/updates/update-text.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { CommitmentChain } from '#lib/commitments/chain.ts';
import { formatDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import { standingLabel } from '#lib/themes/rules.ts';
import { saysTheSame } from '#lib/updates/drafts.ts';
import { isWorse } from '#lib/updates/rules.ts';
import { meetingName } from '#lib/updates/words.ts';

type Said = CommitmentChain['updates'][number];

/** What was said, newest first, each beside what was said before it. */
export function story(updates: readonly Said[], statuses: Viewer['council']['statuses']): Html {
  const label = (update: Said) => (update.status ? standingLabel(statuses, update.status) : '');
  return html`${updates.map((update, index) => {
    const before = updates[index + 1];
    const sent = update.submittedAt ?? update.publishedAt;
    return html`<article class="mb-8 border-t border-line"><h3>${sent ? formatDate(sent) : ''}</h3>
<p><span class="tag tag-${update.status}">${label(update)}</span> ${before && change(before, update, label(before))}</p>
<p class="soft">${update.author.name}, for ${meetingName(update.round.meeting.startsAt)}.${update.demo ? ' Demonstration content.' : ''}</p>
${before && saysTheSame(update, before) ? html`<p>Nothing changed since the time before.</p>` : updateText(update)}</article>`;
  })}`;
}

function change(before: Said, now: Said, label: string): string {
  if (!before.status || !now.status) return '';
  const was = label.toLowerCase();
  if (before.status === now.status) return `as it was on ${before.submittedAt ? formatDate(before.submittedAt) : ''}`;
  return isWorse(before.status, now.status) ? `worse: it was ${was}` : `it was ${was}`;
}
