import { tableMarkup } from '#components/ui/table-markup.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { CommitmentStanding } from '#lib/commitments/queries.ts';
import { formatShortDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import { standingLabel } from '#lib/themes/rules.ts';

/** Every commitment as one piece of markup: many rows, few elements. */
export function commitmentTable(rows: readonly CommitmentStanding[], viewer: Viewer, caption: string): Html {
  const { slug, statuses } = viewer.council;
  return tableMarkup({
    caption,
    hideCaption: true,
    columns: [{ label: 'Commitment' }, { label: 'Status' }, { label: 'Lead' }, { label: 'Last said' }],
    rows: rows.map((row) => [
      html`<a href="/${slug}/commitments/${row.slug}">${row.ref}: ${row.title}</a>`,
      html`<span class="tag tag-${row.standing}">${standingLabel(statuses, row.standing)}</span>${wasSaid(row, statuses)}`,
      row.leads ?? 'Nobody leads this',
      row.submittedAt ? formatShortDate(row.submittedAt) : 'Never',
    ]),
  });
}

type Statuses = Viewer['council']['statuses'];

/** What is not updated says what it last was, so that silence hides nothing. */
const wasSaid = ({ standing, status }: CommitmentStanding, statuses: Statuses) =>
  standing === 'notUpdated' &&
  status &&
  html` <span class="soft">was ${standingLabel(statuses, status).toLowerCase()}</span>`;
