import { tableMarkup } from '#components/ui/table-markup.ts';
import { count, formatShortDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import type { ThemeDashboard } from '#lib/themes/making.ts';

type Commitment = ThemeDashboard['commitments'][number];

const columns = [
  { label: 'Ref' },
  { label: 'Commitment and lead' },
  { label: 'Status' },
  { label: 'What the lead says' },
  { label: 'Updated' },
];

/** The commitments of a theme, most urgent first, as one ready-made table. */
export function commitmentList(
  commitments: readonly Commitment[],
  { base, label }: { base: string; label: (standing: Commitment['standing']) => string },
): Html {
  return tableMarkup({
    caption: 'Commitments, most urgent first',
    hideCaption: true,
    columns,
    rows: commitments.map((one) => [
      html`<a class="whitespace-nowrap" href="${base}/commitments/${one.slug}">${one.ref}</a>`,
      html`${one.title}<span class="soft">${one.leads ?? 'Nobody leads this yet'}</span>`,
      html`<span class="tag tag-${one.standing}">${label(one.standing)}</span>`,
      saying(one, label),
      one.submittedAt ? html`${formatShortDate(one.submittedAt)}<span class="soft">${evidence(one)}</span>` : 'Never',
    ]),
  });
}

const evidence = (one: Commitment) =>
  `${one.evidenceCount === 0 ? 'no evidence' : count(one.evidenceCount, 'piece of evidence', 'pieces of evidence')}${one.demo ? ', demonstration content' : ''}`;

/** The reason where there is one to give; for the silent, what they said last, marked as that. */
function saying(one: Commitment, label: (standing: Commitment['standing']) => string): Html {
  if (!one.status) return html`Nothing yet.`;
  const words = one.status === 'onTrack' || one.status === 'complete' ? one.done : one.reason || one.done;
  return one.standing === 'notUpdated'
    ? html`Last said to be ${label(one.status).toLowerCase()}: ${words}`
    : html`${words}`;
}
