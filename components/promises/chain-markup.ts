import { tableMarkup } from '#components/ui/table-markup.ts';
import { evidenceHref } from '#lib/evidence/rules.ts';
import { formatDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import type { PromiseChain } from '#lib/promises/queries.ts';
import { standingLabel } from '#lib/themes/rules.ts';

type Chain = Pick<PromiseChain, 'commitments' | 'evidence'>;
type Statuses = Parameters<typeof standingLabel>[0];

/** The commitments that serve a promise, each with its standing, its lead, what was last said and what shows it. */
export function chainMarkup({ commitments, evidence }: Chain, statuses: Statuses, base: string): Html {
  return tableMarkup({
    caption: 'Commitments that serve this promise, most urgent first',
    hideCaption: true,
    columns: [{ label: 'Commitment' }, { label: 'Status' }, { label: 'Last update' }, { label: 'Evidence' }],
    rows: commitments.map((row) => [
      html`<a href="${base}/commitments/${row.slug}">${row.ref}</a> ${row.title}<span class="soft font-normal">Lead: ${row.leads ?? 'nobody yet'}</span>`,
      html`<span class="tag tag-${row.standing} whitespace-nowrap">${standingLabel(statuses, row.standing)}</span>`,
      row.publishedAt && row.status
        ? html`${lastWord(row, statuses)}<span class="soft">${formatDate(row.publishedAt)}${row.demo && ' · demonstration content'}</span>`
        : 'No update has been published yet.',
      evidenceMarkup(
        evidence.filter((link) => link.updateId === row.updateId),
        { isOld: row.standing === 'notUpdated', base },
      ),
    ]),
  });
}

function lastWord(row: Chain['commitments'][number], statuses: Statuses): Html {
  const then = row.standing === 'notUpdated' && row.status;
  return html`${then && `It was “${standingLabel(statuses, then).toLowerCase()}”. `}${row.done || row.reason}`;
}

type Link = { id: string; title: string; url: string };

function evidenceMarkup(links: readonly Link[], { isOld, base }: { isOld: boolean; base: string }): Html | string {
  if (links.length === 0) return 'None';
  return html`<ul>${links.map((link) => html`<li><a href="${evidenceHref(link, base)}" rel="noreferrer">${link.title}</a></li>`)}</ul>${isOld && html`<span class="soft">Of an update that is out of date.</span>`}`;
}
