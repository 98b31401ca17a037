import { verdictTag } from '#components/promises/promise-markup.ts';
import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html } from '#lib/html.ts';
import type { PromiseStanding } from '#lib/promises/queries.ts';

/** Promises with their verdicts, one line each, where the story is told elsewhere. */
export const promiseListMarkup = (promises: readonly PromiseStanding[], base: string): Html =>
  tableMarkup({
    caption: `${promises.length} promises and whether they are being kept`,
    hideCaption: true,
    columns: [{ label: 'Promise' }, { label: 'We say' }, { label: 'Current evidence' }],
    rows: promises.map((promise) => [
      html`${promise.number}. <a href="${base}/promises/${promise.number}">${promise.plainTitle}</a>`,
      verdictTag(promise),
      promise.hasCurrentEvidence ? 'Yes' : 'None',
    ]),
  });
