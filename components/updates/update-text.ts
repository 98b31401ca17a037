import { type Html, html } from '#lib/html.ts';
import { isWebAddress } from '#lib/updates/drafts.ts';

type Said = {
  reason: string;
  done: string;
  difference: string;
  next: string;
  evidence: readonly { title: string; url: string }[];
};

/** What each answer tells, as it stands before the answer. */
export const questions = {
  reason: 'Why',
  done: 'What was done',
  difference: 'What difference it made for children',
  next: 'What comes next',
} as const;

/** What an update says, each answer after its question. Empty answers are left out. */
export function updateText(said: Said): Html {
  const fields = Object.entries(questions) as [keyof typeof questions, string][];
  const links = said.evidence.filter((link) => isWebAddress(link.url));
  return html`${fields.map(
    ([field, question]) => said[field] && html`<p><b>${question}.</b> ${typed(said[field])}</p>`,
  )}${
    links.length > 0 &&
    html`<p><b>Evidence.</b> ${links.map(
      (link, index) => html`${index > 0 && '; '}<a href="${link.url}" rel="noreferrer">${link.title}</a>`,
    )}</p>`
  }`;
}

/** Typed line breaks stay; `dir="auto"` lets a right-to-left answer read from its own side. */
export const typed = (text: string): Html => html`<span class="whitespace-pre-line" dir="auto">${text}</span>`;
