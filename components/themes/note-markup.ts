import { formatDate } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';

type Written = { by: string; on: string };

const paragraphs = (text: string): Html[] => text.split(/\n\s*\n/).map((paragraph) => html`<p>${paragraph}</p>`);

const signed = ({ by, on }: Written): Html => html`<footer>${by}, ${formatDate(new Date(on))}</footer>`;

/** What the analyst says of a figure, with name and day. */
export const noteMarkup = ({ note, ...written }: Written & { note: string }): Html =>
  html`<div class="analyst" role="note"><p class="analyst-what">Note by the analyst</p>${paragraphs(note)}${signed(written)}</div>`;

/** A text of the officer's own, a part of the dashboard like the others. */
export const textMarkup = ({
  id,
  heading,
  body,
  ...written
}: Written & { id: string; heading: string; body: string }): Html =>
  html`<section class="own-text" aria-labelledby="text-${id}"><h2 id="text-${id}">${heading}</h2>${paragraphs(body)}${signed(written)}</section>`;
