import { type Column, columnClass } from '#components/ui/table.tsx';
import { type Html, html, type Part } from '#lib/html.ts';

/**
 * A long table as ready-made markup, for <Markup html={…} />. The first cell of a row names the row.
 * Rows become labelled lines on a narrow screen.
 */
export function tableMarkup(table: {
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column[];
  rows: readonly (readonly Part[])[];
}): Html {
  const { columns } = table;
  const head = columns.map((column) => html`<th scope="col" class="${columnClass(column)}">${column.label}</th>`);
  const rows = table.rows.map((parts) => html`<tr>${parts.map((part, i) => cell(part, columns[i], i))}</tr>`);
  const caption = html`<caption class="${table.hideCaption && 'hidden-words'}">${table.caption}</caption>`;
  return html`<table class="table table-stack">${caption}<thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}

function cell(part: Part, column: Column | undefined, i: number): Html {
  const name = columnClass(column);
  if (i === 0) return html`<th scope="row" class="${name}">${part}</th>`;
  if (column?.bare) return html`<td class="${name}">${part}</td>`;
  return html`<td class="${name}" data-label="${column?.label}">${part}</td>`;
}
