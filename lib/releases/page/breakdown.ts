import { type Html, html } from '#lib/html.ts';
import { missingWords, pointWords, sentenceCase } from '#lib/indicators/words/rules.ts';
import type { ReleasedBreakdown, ReleasedIndicator } from '#lib/releases/content.ts';

type Table = ReleasedBreakdown['tables'][number];
type Cell = Table['cells'][number];

/**
 * One breakdown: the newest period of the council's own area, all of its cells. Older periods and other areas are in
 * the data, which the page links to: a page that holds them all is read by nobody.
 */
export function breakdownMarkup(breakdown: ReleasedBreakdown, { title, definitions }: ReleasedIndicator): Html {
  const table = breakdown.tables.find(({ area }) => area.kind === 'council') ?? breakdown.tables[0];
  if (!table) return html``;
  const { unit = 'number', decimals = 0 } = definitions.find(({ version }) => version === breakdown.definition) ?? {};
  const columns = breakdown.columns.length > 0 ? [...breakdown.columns, ''] : [''];
  const name = (part: string) => part || 'All';
  const head = columns.map(
    (column) =>
      html`<th scope="col" class="number">${breakdown.columns.length > 0 ? name(column) : sentenceCase(unitWords(unit))}</th>`,
  );
  const rows = [...breakdown.rows, ''].map((row) => {
    const cells = columns.map((column) => cell(find(table, row, column), unit, decimals));
    return html`<tr><th scope="row">${name(row)}</th>${cells}</tr>`;
  });
  const caption = `${title}, ${breakdown.title}: ${table.area.name}, ${table.periodName}`;
  return html`<h3>${breakdown.title}, ${table.periodName}<span class="hidden-words">: ${title}</span></h3><div class="scroll parts" role="region" aria-label="${caption}" tabindex="0"><table><caption class="hidden-words">${caption}</caption><thead><tr><th scope="col">${breakdown.rowTitle}</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>${legend(table)}`;
}

const find = (table: Table, row: string, column: string) =>
  table.cells.find((one) => one.row === row && one.column === column);

const unitWords = (unit: string) => (unit === '%' ? 'share' : unit === 'number' ? 'number' : unit);

function cell(found: Cell | undefined, unit: string, decimals: number): Html {
  if (!found) return html`<td class="number">–</td>`;
  const isOf = found.numerator !== null && found.denominator !== null;
  const of = isOf && html`<span class="soft">${found.numerator} of ${found.denominator}</span>`;
  return html`<td class="number">${pointWords(found, unit, decimals)}${of}</td>`;
}

function legend(table: Table): Html[] {
  const symbols = new Set(table.cells.flatMap(({ symbol }) => symbol ?? []));
  return [...symbols].map((symbol) => html`<p class="soft">[${symbol}]: ${missingWords[symbol]}.</p>`);
}
