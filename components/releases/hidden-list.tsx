import { Markup } from '#components/ui/markup.tsx';
import { tableMarkup } from '#components/ui/table-markup.ts';
import { count } from '#lib/format.ts';
import type { HiddenValue } from '#lib/releases/hidden.ts';

/** What the page will not show, and why: for the officer's eyes, and still without the numbers. */
export function HiddenList({ hidden }: { hidden: readonly HiddenValue[] }) {
  return (
    <>
      <h2>What is hidden</h2>
      {hidden.length === 0 ? (
        <p>Nothing on this page had to be hidden.</p>
      ) : (
        <>
          <p>{count(hidden.length, 'value')} will stand as [c], so that no child can be identified.</p>
          <details open={hidden.length <= 12}>
            <summary>Each of them, and why</summary>
            <Markup
              html={tableMarkup({
                caption: 'Hidden values',
                hideCaption: true,
                columns: [{ label: 'Figure' }, { label: 'Where and when' }, { label: 'Why' }],
                rows: hidden.map(({ title, place, why }) => [title, place, why]),
              })}
            />
          </details>
        </>
      )}
    </>
  );
}
