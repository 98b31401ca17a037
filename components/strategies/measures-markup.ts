import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html } from '#lib/html.ts';
import type { MeasureRow } from '#lib/strategies/measures.ts';
import type { Nested } from '#lib/strategies/rules.ts';
import { directionWords } from '#lib/strategies/words.ts';

type Measures = readonly Nested<MeasureRow>[];
type At = { base: string; key: string };

/**
 * What will be counted: which way it should go, how far, and where the printed direction is doubted.
 * @param isUnderHeading true where a heading names the table already
 */
export const measuresMarkup = (measures: Measures, at: At, isUnderHeading = false): Html =>
  html`<div class="measures">${tableMarkup({
    caption: measures[0]?.kind === 'success' ? 'Measures of success' : 'What is counted for it',
    hideCaption: isUnderHeading,
    columns: [{ label: 'Measure' }, { label: 'Aim' }, { label: 'Target' }],
    rows: rowsOf(measures, at, 0),
  })}</div>`;

const rowsOf = (measures: Measures, at: At, depth: number): Html[][] =>
  measures.flatMap((row) => [
    [
      html`<span class="${depth > 0 && 'tree-part'}"><a href="${at.base}/strategies/${at.key}/measures/${row.ref}">${row.ref}</a> ${row.wording}${row.note && html`<span class="soft font-normal">${row.note}</span>`}</span>`,
      aimMarkup(row),
      html`${row.target ?? ''}`,
    ],
    ...rowsOf(row.children, at, depth + 1),
  ]);

/** "Increase", and beside it whether that is doubted, or what an officer confirmed. */
export function aimMarkup(row: MeasureRow): Html {
  if (!row.publishedDirection) return html`${row.parentId ? '' : 'Not printed'}`;
  const printed = directionWords[row.publishedDirection];
  if (row.confirmedDirection) {
    const confirmed = directionWords[row.confirmedDirection];
    if (row.confirmedDirection === row.publishedDirection) return html`${printed} <span class="soft">confirmed</span>`;
    return html`${confirmed} <span class="soft">confirmed; printed: ${printed.toLowerCase()}</span>`;
  }
  return row.directionQuery ? html`${printed} <span class="tag tag-atRisk">Doubted</span>` : html`${printed}`;
}
