import { type Html, html } from '#lib/html.ts';
import type { Sentence } from '#lib/themes/brief/rules.ts';
import type { Question } from '#lib/themes/questions/rules.ts';
import type { Words } from '#lib/themes/rules.ts';

/** @param base the council's folder, such as /portsmouth */
const wordsMarkup = (words: Words, base: string): Html =>
  html`${words.map((part) => (typeof part === 'string' ? part : html`<a href="${base}/${part.to}">${part.text}</a>`))}`;

/** "In short" as the items of a list. */
export const briefMarkup = (sentences: readonly Sentence[], base: string): Html =>
  html`<h2>In short</h2><ul>${sentences.map(({ about, words }) => html`<li><b>${about}</b> ${wordsMarkup(words, base)}</li>`)}</ul>`;

/** Each question with the fact that it rests on; the fact links to where it stands. */
export const questionsMarkup = (questions: readonly Question[], base: string): Html =>
  html`${questions.map(({ text, because, to }) => html`<li>${text}<small>Asked because: <a href="${base}/${to}">${because}</a></small></li>`)}`;
