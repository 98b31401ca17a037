import { evidenceHref, fileInWords } from '#lib/evidence/rules.ts';
import { type Html, html } from '#lib/html.ts';
import { isWebAddress } from '#lib/updates/drafts.ts';

type Said = {
  reason: string;
  done: string;
  difference: string;
  howWeKnow: string;
  next: string;
  evidence: readonly Shown[];
};
type Shown = { id: string; title: string; url: string; fileType: string | null; fileBytes: number | null };

/** What each answer tells, as it stands before the answer. */
export const questions = {
  reason: 'Why',
  done: 'What was done',
  difference: 'What difference it made for children',
  howWeKnow: 'How we know',
  next: 'What comes next',
} as const;

/** What an update says, each answer after its question. Empty answers are left out. @param base "/portsmouth" */
export function updateText(said: Said, base: string): Html {
  const fields = Object.entries(questions) as [keyof typeof questions, string][];
  const evidence = evidenceMarkup(said, base);
  return html`${fields.map(
    ([field, question]) => said[field] && html`<p><b>${question}.</b> ${typed(said[field])}</p>`,
  )}${evidence && html`<p><b>Evidence.</b> ${evidence}</p>`}`;
}

/** Links, and files with what they are; null where there is none. */
export function evidenceMarkup({ evidence }: Pick<Said, 'evidence'>, base: string): Html | null {
  const shown = evidence.filter(({ url, fileType }) => fileType !== null || isWebAddress(url));
  if (shown.length === 0) return null;
  return html`${shown.map(
    (one, index) =>
      html`${index > 0 && '; '}<a href="${evidenceHref(one, base)}" rel="noreferrer">${one.title}</a>${
        one.fileType !== null && html` <span class="soft">(${fileInWords(one)})</span>`
      }`,
  )}`;
}

/** Typed line breaks stay; `dir="auto"` lets a right-to-left answer read from its own side. */
export const typed = (text: string): Html => html`<span class="whitespace-pre-line" dir="auto">${text}</span>`;
