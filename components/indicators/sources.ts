import { type Html, html } from '#lib/html.ts';
import type { Figure } from '#lib/indicators/rules.ts';
import { tooFewMeans } from '#lib/indicators/verdicts/rules.ts';

/** Which line of the charts is whose: once above all charts of a page. */
export function figuresKey(figures: readonly Figure[], own: string): Html {
  const areas = figures.flatMap(({ definition }) => definition.areas);
  const name = (kind: string) => areas.find((area) => area.kind === kind)?.name;
  const [region, country] = [name('region'), name('country')];
  return html`<ul class="chart-key break-after-avoid"><li>${own}</li>${region && html`<li class="key-region">${region}</li>`}${country && html`<li class="key-country">${country}</li>`}</ul>`;
}

/** What a reader needs once for all figures of a page: where they come from, and what the tags mean. */
export function sources(figures: readonly Figure[]): Html {
  const named = [...new Set(figures.map(({ definition }) => definition.source))];
  const isUnconfirmed = figures.some(
    ({ definition }) => definition.polarity !== 'none' && definition.polarityConfirmedBy === null,
  );
  const isSmall = figures.some(({ verdict }) => verdict === 'tooFewToJudge');
  return html`<p class="soft">${named.length > 1 ? 'Sources' : 'Source'}: ${named.join('; ')}. ${isSmall && `Too few to judge: ${tooFewMeans} `}${isUnconfirmed && 'Which way is good has not been confirmed by a person yet.'}</p>`;
}
