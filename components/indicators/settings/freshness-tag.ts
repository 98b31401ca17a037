import { type Html, html } from '#lib/html.ts';
import type { FreshnessState } from '#lib/indicators/freshness/rules.ts';

const tags: Record<FreshnessState, { kind: string; label: string }> = {
  current: { kind: 'tag-onTrack', label: 'Up to date' },
  due: { kind: 'tag-notStarted', label: 'Due' },
  late: { kind: 'tag-offTrack', label: 'Late' },
  missing: { kind: 'tag-offTrack', label: 'Missing' },
};

/** How fresh a figure is, as a word in a box: never by colour alone. */
export const freshnessTag = (state: FreshnessState): Html =>
  html`<span class="tag ${tags[state].kind}">${tags[state].label}</span> `;
