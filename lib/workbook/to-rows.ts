import type { StrategyContent } from '#lib/strategies/content.ts';
import { type Cell, toCell } from '#lib/workbook/cells.ts';
import { type List, type Sheet, sheets } from '#lib/workbook/sheets.ts';

type Values = Record<string, unknown>;

/** Every sheet with the rows that hold this strategy; without one, the empty sheets of the template. */
export function toRows(content: StrategyContent | null): { sheet: Sheet; rows: Cell[][] }[] {
  return sheets.map((sheet) => ({
    sheet,
    rows: (content ? valuesOf(content, sheet.list) : []).map((values) =>
      sheet.columns.map((column) => toCell(column, fieldOf(values, column.field))),
    ),
  }));
}

/** What each row of a list holds, by field. */
function valuesOf(content: StrategyContent, list: List): Values[] {
  if (list === 'strategy') return [content];
  if (list !== 'comparators') return content[list];
  return content.statistics.flatMap(({ order, comparators }) =>
    comparators.map((comparator) => ({ statistic: order, ...comparator })),
  );
}

/** A field by its name; a dot leads into an object. */
export function fieldOf(values: Values, field: string): unknown {
  const [name = '', inner] = field.split('.');
  const value = values[name];
  return inner === undefined ? value : (value as Values | null | undefined)?.[inner];
}
