import { ruleLink, verdictTags } from '#components/indicators/judged.ts';
import { type Html, html } from '#lib/html.ts';
import type { Figure } from '#lib/indicators/rules.ts';
import { judgedWords } from '#lib/indicators/words/judging.ts';
import { countWords, meaningWords, sentenceCase } from '#lib/indicators/words/rules.ts';

/** The value with its counts, the verdicts and how they come about, a sentence, and when and what was counted. */
export function figureWords(figure: Figure, base: string): Html {
  const { period, age } = figure;
  const when = period && (age ? `${period} (${age}). ` : `${period}. `);
  const judged = judgedWords(figure);
  return html`<p class="figure-value"><b>${figure.text}</b> ${countWords(figure.latest)}</p><p class="figure-tags">${verdictTags(figure)}<span>${figure.good}</span> ${ruleLink(figure, base)}</p><p>${figure.sentence}</p>${judged.length > 0 && html`<p>${judged.join(' ')}</p>`}<p class="soft">${when && sentenceCase(when)}${meaningWords(figure.definition)}</p>`;
}
