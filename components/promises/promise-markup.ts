import { type Html, html } from '#lib/html.ts';
import type { PromiseStanding } from '#lib/promises/queries.ts';
import { verdictWords } from '#lib/promises/words.ts';
import { flattened, nested } from '#lib/strategies/rules.ts';
import { differs } from '#lib/voice/rules.ts';
import type { YoungVoice } from '#lib/voice/said.ts';
import { answerWords, differSentence, notHeard } from '#lib/voice/words.ts';

type Shown = PromiseStanding & { young: YoungVoice };

/** All promises as one piece of markup: eleven short stories, few elements. @param base "/portsmouth" */
export function promisesMarkup(promises: readonly Shown[], base: string): Html {
  const numbers = new Map(promises.map(({ id, number }) => [id, number]));
  return html`${flattened(nested(promises, 'published')).map((promise) => promiseMarkup(promise, base, numbers.get(promise.parentId ?? '')))}`;
}

function promiseMarkup(promise: Shown, base: string, partOf: number | undefined): Html {
  const { number, plainTitle, plainWords, why, changed, change, commitments } = promise;
  const about = html`<span class="hidden-words"> for promise ${number}</span>`;
  const read = change && html`<a href="${base}/commitments/${change.slug}">Read what the workers wrote${about}</a><br>`;
  return html`<section class="promise" id="promise-${number}"><span class="promise-number" aria-hidden="true">${number}</span>
<div><h2><span class="hidden-words">Promise ${number}: </span>${plainTitle}</h2>
${partOf !== undefined && html`<p class="soft">This is a part of promise ${partOf}.</p>`}
<p class="text-lg">${plainWords}</p>
<dl class="verdicts mb-4"><dt>We say</dt><dd>${verdictTag(promise)}</dd><dt>Young people say</dt><dd>${youngTag(promise.young)}</dd></dl>${besideMarkup(promise, base)}</div>
<div><p><b>Why we say so.</b> ${why}</p>
<p><b>What changed.</b> ${changed}</p>
<p class="leading-9">${read}<a href="${base}/promises/${number}">${seeWords(commitments.length)}${about}</a></p></div></section>`;
}

/** What young people say, as a tag of the same kind. */
export const youngTag = ({ view }: Pick<YoungVoice, 'view'>): Html =>
  view?.verdict ? verdictTag({ verdict: view.verdict }) : html`${notHeard}`;

/** That the two verdicts differ, in words, and whether what young people said was answered. */
function besideMarkup({ number, verdict, young }: Shown, base: string): Html | null {
  const said = young.view?.verdict ?? null;
  const apart = said && differs(verdict, young.view) && html`<b>${differSentence(verdict, said)}</b> `;
  if (!young.wasHeard) return null;
  const answer = html`<a href="${base}/promises/${number}#young-people">${young.isAnswered ? answerWords.given : answerWords.none}<span class="hidden-words"> Promise ${number}.</span></a>`;
  return html`<p>${apart}${answer}</p>`;
}

const seeWords = (things: number) =>
  things < 2 ? 'See more' : things === 2 ? 'See both things' : `See all ${things} things`;

export const verdictTag = ({ verdict }: Pick<PromiseStanding, 'verdict'>): Html =>
  html`<span class="tag tag-${verdict}">${verdictWords[verdict]}</span>`;
