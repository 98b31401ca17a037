import type { ShownBreakdown, ShownCell, ShownTable } from '#lib/breakdowns/rules.ts';
import { cellAt, tableSentence, tableTitle } from '#lib/breakdowns/words.ts';
import { isCountUnit } from '#lib/disclosure/rules.ts';
import { type Html, html } from '#lib/html.ts';
import { periodWords } from '#lib/indicators/periods/rules.ts';
import type { MissingSymbol } from '#lib/indicators/verdicts/rules.ts';
import { countWords, missingWords, pointWords } from '#lib/indicators/words/rules.ts';

type Options = {
  /** The period; the newest that the council has, else the newest of all, where it is not said. */
  period?: string;
  /** The heading level of its title; 3 where it is not said. */
  level?: 3 | 4;
};

/**
 * A breakdown in one period: its title, a sentence, the table in a region that scrolls, and what the symbols mean. A
 * table by one characteristic sets the areas side by side; one by two shows the council's own. Empty without values.
 */
export function breakdownTable(breakdown: ShownBreakdown, { period, level = 3 }: Options = {}): Html {
  const own = breakdown.tables.filter(({ area }) => area.kind === 'council');
  const at = period ?? (own[0] ?? breakdown.tables[0])?.period;
  const tables = breakdown.tables.filter((table) => table.period === at);
  const main = tables.find(({ area }) => area.kind === 'council') ?? tables[0];
  if (!main) return html``;
  const shown = breakdown.columns.length > 0 ? [main] : inOrder(tables);
  const rows = breakdown.columns.length > 0 ? byTwo(breakdown, main) : byOne(breakdown, shown);
  const id = `breakdown-${breakdown.indicator}-${breakdown.key}`;
  const heading =
    level === 3 ? html`<h3 id="${id}">${breakdown.title}</h3>` : html`<h4 id="${id}">${breakdown.title}</h4>`;
  const caption =
    shown.length > 1
      ? `${breakdown.title}: ${periodWords(breakdown.periodType, main.period)}`
      : tableTitle(breakdown, main);
  return html`<section class="breakdown" aria-labelledby="${id}">${heading}<p>${tableSentence(breakdown, main)}</p><div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="table"><caption>${caption}</caption>${rows}</table></div>${symbolsOf(rows)}</section>`;
}

/** A row a group, a column an area. */
function byOne(breakdown: ShownBreakdown, tables: readonly ShownTable[]): Html {
  const head = tables.map(({ area }) => html`<th scope="col" class="number">${area.name}</th>`);
  const line = (row: string, name: string) =>
    html`<tr><th scope="row">${name}</th>${tables.map((table) => cellMarkup(cellAt(table, row), breakdown))}</tr>`;
  const all = tables.some((table) => cellAt(table, '')) && line('', 'All');
  return html`<thead><tr><th scope="col">${breakdown.rowTitle}</th>${head}</tr></thead><tbody>${breakdown.rows.map((row) => line(row, row))}${all}</tbody>`;
}

/** Rows and columns, with what all of them come to where that is known. */
function byTwo(breakdown: ShownBreakdown, table: ShownTable): Html {
  const { rows, columns } = breakdown;
  const hasTotals = (names: readonly string[], cell: (name: string) => ShownCell | undefined) =>
    names.some((name) => cell(name) !== undefined);
  const across = hasTotals([...rows, ''], (row) => cellAt(table, row, '')) ? [...columns, ''] : columns;
  const down = hasTotals([...columns, ''], (column) => cellAt(table, '', column)) ? [...rows, ''] : rows;
  const head = across.map((column) => html`<th scope="col" class="number">${column || 'All'}</th>`);
  const lines = down.map(
    (row) =>
      html`<tr><th scope="row">${row || 'All'}</th>${across.map((column) => cellMarkup(cellAt(table, row, column), breakdown))}</tr>`,
  );
  return html`<thead><tr><th scope="col">${breakdown.rowTitle} and ${breakdown.columnTitle.toLowerCase()}</th>${head}</tr></thead><tbody>${lines}</tbody>`;
}

function cellMarkup(cell: ShownCell | undefined, { unit, decimals }: ShownBreakdown): Html {
  if (!cell) return html`<td class="number">[x]</td>`;
  const counted = !isCountUnit(unit) && cell.value !== null && countWords(cell);
  return html`<td class="number">${pointWords(cell, unit, decimals)}${counted && html`<span class="soft">${counted}</span>`}</td>`;
}

const symbols: readonly MissingSymbol[] = ['c', 'z', 'x', 'k', 'u'];

/** What each symbol in the tables means. One symbol says that a number is small, and that it protects another. */
function symbolsOf(rows: Html): Html[] {
  const used = symbols.filter((symbol) => String(rows).includes(`[${symbol}]`));
  return used.map(
    (symbol) =>
      html`<p class="soft">[${symbol}]: ${missingWords[symbol]}${symbol === 'c' && ', or so that no other number can be worked out'}.</p>`,
  );
}

const inOrder = (tables: readonly ShownTable[]) => {
  const order = { council: 0, region: 1, country: 2 };
  return tables.toSorted((one, other) => order[one.area.kind] - order[other.area.kind]);
};
