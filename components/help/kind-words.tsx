import { Markup } from '#components/ui/markup.tsx';
import { tableMarkup } from '#components/ui/table-markup.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { kindWords } from '#lib/guard/rules.ts';

/** What is looked for while an update is written, and the council's own list of words. */
export function KindWords({ council }: { council: Viewer['council'] }) {
  return (
    <>
      <p>
        While somebody writes, the form looks for words that could point at one child. It advises and never stops a
        draft. Before an update is published, somebody other than its author says of each why it is safe, or sends it
        back. The rules look for:
      </p>
      <ul>
        {Object.values(kindWords).map(({ what, instead }) => (
          <li key={what}>
            {what}. {instead}
          </li>
        ))}
      </ul>
      <p>
        No rule finds everything: whoever decides reads the text as well. Files are checked for what they are, and lists
        of single children are refused; nobody but a person can read what a document says.
      </p>
      {council.language.length > 0 && (
        <Markup
          html={tableMarkup({
            caption: `Words that ${council.name} avoids`,
            columns: [{ label: 'Instead of' }, { label: 'Say' }, { label: 'Why' }],
            rows: council.language.map(({ avoid, prefer, why }) => [avoid, prefer, why]),
          })}
        />
      )}
    </>
  );
}
