import { type Html, html } from '#lib/html.ts';
import type { PromiseStanding } from '#lib/promises/queries.ts';
import { verdictWords } from '#lib/promises/words.ts';

/** All promises as one piece of markup: eleven short stories, few elements. @param base "/portsmouth" */
export const promisesMarkup = (promises: readonly PromiseStanding[], base: string): Html =>
  html`${promises.map((promise) => promiseMarkup(promise, base))}`;

function promiseMarkup(promise: PromiseStanding, base: string): Html {
  const { number, plainTitle, plainWords, why, changed, change, commitments } = promise;
  const about = html`<span class="hidden-words"> for promise ${number}</span>`;
  const read = change && html`<a href="${base}/commitments/${change.slug}">Read what the workers wrote${about}</a><br>`;
  return html`<section class="promise" id="promise-${number}"><span class="promise-number" aria-hidden="true">${number}</span>
<div><h2><span class="hidden-words">Promise ${number}: </span>${plainTitle}</h2>
<p class="text-lg">${plainWords}</p>
<dl class="verdicts mb-4"><dt>We say</dt><dd>${verdictTag(promise)}</dd></dl></div>
<div><p><b>Why we say so.</b> ${why}</p>
<p><b>What changed.</b> ${changed}</p>
<p class="leading-9">${read}<a href="${base}/promises/${number}">${seeWords(commitments.length)}${about}</a></p></div></section>`;
}

const seeWords = (things: number) =>
  things < 2 ? 'See more' : things === 2 ? 'See both things' : `See all ${things} things`;

export const verdictTag = ({ verdict }: Pick<PromiseStanding, 'verdict'>): Html =>
  html`<span class="tag tag-${verdict}">${verdictWords[verdict]}</span>`;
