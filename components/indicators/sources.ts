import { type Html, html } from '#lib/html.ts';
import type { Figure } from '#lib/indicators/rules.ts';
import { tooFewMeans } from '#lib/indicators/verdicts/rules.ts';
import { noneHeld } from '#lib/neighbours/rules.ts';

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
  const isUnconfirmed = figures.some(({ definition, polarity }) => definition.polarity !== polarity);
  const small = figures.flatMap(({ verdict, definition }) =>
    verdict === 'tooFewToJudge' ? definition.minimumGroup : [],
  );
  return html`<p class="soft">${named.length > 1 ? 'Sources' : 'Source'}: ${named.join('; ')}. ${small.length > 0 && `Too few to judge: ${tooFewMeans(Math.max(...small))} `}${isUnconfirmed && 'Where nobody has confirmed which way is good, nothing is called better or worse. '}${noneHeldOf(figures)}</p>`;
}

/** Said once for a page: that there is a set of neighbours, and no figure of theirs. */
function noneHeldOf(figures: readonly Figure[]): string {
  const withSet = figures.flatMap(({ neighbours }) => neighbours ?? []);
  return withSet.length > 0 && withSet.every(({ n }) => n === 0) ? noneHeld : '';
}
