import { count } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import type { ThemeDashboard } from '#lib/themes/queries.ts';

/** The promises that the theme's commitments serve and that have nothing current to show for them. */
export function evidenceMarkup(promises: ThemeDashboard['promises'], base: string): Html {
  const without = promises.filter((promise) => !promise.hasCurrentEvidence);
  const list = html`<ul>${without.map(
    ({ number, plainTitle, commitments }) =>
      html`<li><a href="${base}/promises/${number}">${number}. ${plainTitle}</a>: ${count(commitments.length, 'commitment')}, no current update with evidence</li>`,
  )}</ul>`;
  return html`<section aria-labelledby="evidence"><h2 id="evidence">Promises without current evidence</h2>${without.length > 0 ? list : html`<p>${noneWords(promises.length)}</p>`}</section>`;
}

function noneWords(served: number): string {
  if (served === 0) return 'No promise rests on these commitments.';
  return served === 1
    ? 'None: the one promise behind this theme has current evidence.'
    : `None: all ${served} promises behind this theme have current evidence.`;
}
