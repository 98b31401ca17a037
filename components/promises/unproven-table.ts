import { verdictTag } from '#components/promises/promise-markup.ts';
import { tableMarkup } from '#components/ui/table-markup.ts';
import { count, formatDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import type { Unproven } from '#lib/promises/evidence.ts';

/** Promises without current evidence: what we say of them, the last evidence, and who leads what is behind them. */
export const unprovenTable = (promises: readonly Unproven[], base: string): Html =>
  tableMarkup({
    caption: 'Promises without current evidence',
    hideCaption: true,
    columns: [{ label: 'Promise' }, { label: 'We say' }, { label: 'Last evidence' }, { label: 'Who can give it' }],
    rows: promises.map((promise) => [
      html`<a href="${base}/promises/${promise.number}">${promise.number}. ${promise.plainTitle}</a>`,
      verdictTag(promise),
      promise.lastEvidence ? `None since ${formatDate(promise.lastEvidence)}` : 'Never any',
      whoLeads(promise),
    ]),
  });

function whoLeads({ commitments }: Unproven): Html | string {
  if (commitments.length === 0) return 'Nobody: no commitment serves it yet';
  const leads = [...new Set(commitments.flatMap((row) => row.leads ?? []))];
  return html`${leads.join(', ') || 'Nobody leads them yet'}<span class="soft">${count(commitments.length, 'commitment')}</span>`;
}
