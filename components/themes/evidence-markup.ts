import { count } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import type { ThemeDashboard } from '#lib/themes/making.ts';
import { differs } from '#lib/voice/rules.ts';
import { differSentence } from '#lib/voice/words.ts';

/** The promises that the theme's commitments serve and that have nothing current to show for them. */
export function evidenceMarkup(promises: ThemeDashboard['promises'], base: string): Html {
  const without = promises.filter((promise) => !promise.hasCurrentEvidence);
  const list = html`<ul>${without.map(
    ({ number, plainTitle, commitments }) =>
      html`<li><a href="${base}/promises/${number}">${number}. ${plainTitle}</a>: ${count(commitments.length, 'commitment')}, no current update with evidence</li>`,
  )}</ul>`;
  return html`<section aria-labelledby="evidence"><h2 id="evidence">Promises without current evidence</h2>${without.length > 0 ? list : html`<p>${noneWords(promises.length)}</p>`}${apartMarkup(promises, base)}</section>`;
}

/** Where young people do not say what the board says: nothing at all while they say the same. */
function apartMarkup(promises: ThemeDashboard['promises'], base: string): Html | null {
  const apart = promises.flatMap(({ number, plainTitle, verdict, young: { view } }) =>
    view?.verdict && differs(verdict, view) ? { number, plainTitle, words: differSentence(verdict, view.verdict) } : [],
  );
  if (apart.length === 0) return null;
  const rows = apart.map(
    ({ number, plainTitle, words }) =>
      html`<li><a href="${base}/promises/${number}#young-people">${number}. ${plainTitle}</a>: ${words}</li>`,
  );
  return html`<h2>Where young people do not agree</h2><ul>${rows}</ul>`;
}

function noneWords(served: number): string {
  if (served === 0) return 'No promise rests on these commitments.';
  return served === 1
    ? 'None: the one promise behind this theme has current evidence.'
    : `None: all ${served} promises behind this theme have current evidence.`;
}
