import { html } from '#lib/html.ts';
import type { PublicCouncil } from '#lib/releases/content.ts';
import { publicDocument } from '#lib/releases/page/document.ts';
import { apiHome } from '#lib/releases/rules.ts';

/** How to use the data, for somebody who has never called an API. */
export function guidePage(council: PublicCouncil, perMinute: number): string {
  const api = apiHome(council);
  const ways = [
    [api, 'What there is, with links to all of it'],
    [`${api}/releases`, 'Every release and its editions'],
    [`${api}/indicators`, 'Every figure that was released, and what it means'],
    [`${api}/observations`, 'The values themselves, a row each'],
  ].map(
    ([address, what]) =>
      html`<tr><th scope="row"><a href="${address}"><code>${address}</code></a></th><td>${what}</td></tr>`,
  );
  const table = html`<div class="scroll" role="region" aria-label="Addresses of the data" tabindex="0"><table><caption>Addresses of the data</caption><thead><tr><th scope="col">Address</th><th scope="col">What is there</th></tr></thead><tbody>${ways}</tbody></table></div>`;
  const main = html`<h1>Use the data</h1><p class="lead">Everything that ${council.name} has released can be read by people and by programs, as JSON and as CSV. You need no account and no key.</p><h2>As a table</h2><p>Put <code>.csv</code> behind an address and a spreadsheet opens it: <a href="${api}/observations.csv">all values as CSV</a>.</p>${table}<h2>Only what you need</h2><p>The values can be narrowed by figure, by area (its official code) and by days between which a period ended:</p><pre tabindex="0" role="region" aria-label="Example of an address">${api}/observations?indicator=dental-check&amp;area=${council.code}&amp;from=2020-01-01&amp;to=2025-12-31</pre><p>Long answers come in pages. Each page names the next one under <code>links</code>.</p><h2>When there is no number</h2><ul><li><code>c</code>: hidden, so that no child can be identified. What would give a hidden number away is hidden too.</li><li><code>z</code>: not applicable</li><li><code>x</code>: not available</li><li><code>k</code>: rounds to 0, but is not 0</li><li><code>u</code>: too unreliable to show</li></ul><p>None of them is nought.</p><h2>What stays as it is</h2><p>An edition never changes. A correction is a new edition. An edition that was withdrawn answers “410 Gone” and says why. Each answer has an ETag: ask with <code>If-None-Match</code>, and an answer that has not changed is not sent again. The version of the addresses is in them (<code>v1</code>), and <code>schemaVersion</code> is in every answer.</p><p>One address may ask ${perMinute} times a minute. Then the answer is “429 Too Many Requests” and says how long to wait.</p><h2>Licence</h2><p>Each answer names its sources and what to write beside the figures when you publish them again.</p><h2>For programmers</h2><p><a href="/api/v1/openapi.json">The OpenAPI 3.1 description of all of this</a>.</p>`;
  return publicDocument({
    title: 'Use the data',
    about: `The data of ${council.name}, as JSON and CSV.`,
    council,
    main,
  });
}
