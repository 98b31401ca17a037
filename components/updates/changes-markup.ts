import { type Html, html } from '#lib/html.ts';
import { type Change, changes, changesInWords } from '#lib/updates/compare.ts';

/** A text with what came in and what went out since the one before, marked in words, by line and by colour. */
export function changesMarkup(before: string, now: string): Html {
  const found = changes(before, now);
  return html`<span class="whitespace-pre-line" dir="auto">${found.map(marked)}</span> <span class="soft">${changesInWords(found)}.</span>`;
}

function marked({ kind, text }: Change): Html {
  if (kind === 'added')
    return html`<ins><span class="hidden-words">[added: </span>${text}<span class="hidden-words">]</span></ins>`;
  if (kind === 'removed')
    return html`<del><span class="hidden-words">[left out: </span>${text}<span class="hidden-words">]</span></del>`;
  return html`${text}`;
}
