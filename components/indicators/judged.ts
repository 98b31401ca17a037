import { type Html, html } from '#lib/html.ts';
import type { Figure } from '#lib/indicators/rules.ts';
import type { TargetState } from '#lib/indicators/verdicts/targets.ts';
import { targetTags } from '#lib/indicators/words/judging.ts';
import { verdictWords } from '#lib/indicators/words/rules.ts';

const shapes: Record<Exclude<TargetState, 'none'>, string> = {
  met: 'complete',
  withinTolerance: 'atRisk',
  missed: 'offTrack',
};

/** The verdicts as tags: against a year ago and against the target, where there are any. */
export function verdictTags({ verdict, targetVerdict: { state } }: Figure): Html {
  const year = verdict !== 'none' && html`<span class="tag tag-${verdict}">${verdictWords[verdict]}</span> `;
  const aim = state !== 'none' && html`<span class="tag tag-${shapes[state]}">${targetTags[state]}</span> `;
  return html`${year}${aim}`;
}

/** One click from every verdict: the rule behind it, with its numbers and the people who set them. */
export const ruleLink = ({ key, title }: Pick<Figure, 'key' | 'title'>, base: string): Html =>
  html`<a href="${base}/indicators/${key}/rule">How this is judged<span class="hidden-words">: ${title}</span></a>`;
