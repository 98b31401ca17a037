import { tableMarkup } from '#components/ui/table-markup.ts';
import type { CommitmentStanding } from '#lib/commitments/queries.ts';
import { formatDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import { standingLabel } from '#lib/themes/rules.ts';

/** The commitments of a priority in the order given: which, how it stands, who leads, when last heard of. */
export const commitmentsMarkup = (
  commitments: readonly CommitmentStanding[],
  statuses: Parameters<typeof standingLabel>[0],
  base: string,
): Html =>
  tableMarkup({
    caption: 'Commitments, most urgent first',
    hideCaption: true,
    columns: [{ label: 'Commitment' }, { label: 'Status' }, { label: 'Lead' }, { label: 'Last said' }],
    rows: commitments.map((row) => [
      html`<a href="${base}/commitments/${row.slug}">${row.ref}</a> ${row.title}`,
      html`<span class="tag tag-${row.standing} whitespace-nowrap">${standingLabel(statuses, row.standing)}</span>`,
      row.leads ?? 'Nobody yet',
      row.submittedAt ? formatDate(row.submittedAt) : 'Never',
    ]),
  });
