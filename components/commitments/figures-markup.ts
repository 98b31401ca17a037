import { ruleLink } from '#components/indicators/judged.ts';
import type { CommitmentChain } from '#lib/commitments/chain.ts';
import { type Html, html } from '#lib/html.ts';
import { judgedWords } from '#lib/indicators/words/judging.ts';
import { numberText } from '#lib/indicators/words/rules.ts';

/** The figures behind a commitment: the latest value in words, and where to read more. @param base "/portsmouth" */
export function figuresMarkup(figures: CommitmentChain['figures'], base: string): Html {
  return html`<ul>${figures.map(({ figure, theme }) => {
    const { latest } = figure;
    const of =
      latest?.numerator != null &&
      latest.denominator != null &&
      `, ${numberText(latest.numerator)} of ${numberText(latest.denominator)}`;
    return html`<li><a href="${base}/indicators/${figure.key}">${figure.title}</a>: <b>${figure.text}</b>${of}${
      figure.period && `, ${figure.period}`
    }. ${[figure.sentence, ...judgedWords(figure)].join(' ')} ${ruleLink(figure, base)}.${
      theme && html` <a href="${base}/themes/${theme.slug}">See it on the ${theme.name} dashboard</a>.`
    }</li>`;
  })}</ul>`;
}
