import { type StrategyContent, strategyContent } from '#lib/strategies/content.ts';
import { contentProblems } from '#lib/strategies/content-rules.ts';
import { fromCell, letterOf } from '#lib/workbook/cells.ts';
import type { Column } from '#lib/workbook/columns.ts';
import type { Grid } from '#lib/workbook/grids.ts';
import { ofSheet, type Problem } from '#lib/workbook/problems.ts';
import { sentenceOf, standIn } from '#lib/workbook/shape-words.ts';
import { type List, sheetOf } from '#lib/workbook/sheets.ts';

type Values = Record<string, unknown>;
type Row = { row: number; values: Values };
type Rows = Record<List, Row[]>;

/**
 * The strategy that the sheets hold, or everything that is wrong with them at once. A cell that cannot be read is
 * told, and something harmless stands in for it, so that the rest can be looked at as well.
 */
export function fromGrids(
  grids: readonly Grid[],
  threshold?: number,
): { content: StrategyContent | null; problems: Problem[] } {
  const told = new Told(grids);
  const rows = Object.fromEntries(grids.map((grid) => [grid.sheet.list, readRows(grid, told)])) as Rows;
  const first = rows.strategy[0]?.row ?? 1;
  if (rows.strategy.length !== 1) told.sheet('strategy', onlyOne(rows.strategy.length), first);
  const draft = assemble(rows, told);
  let parsed = strategyContent.safeParse(draft.content);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const [list, row, column] = draft.placeOf(issue.path);
      if (list !== 'strategy' || rows.strategy.length > 0) told.cell(list, row, column, sentenceOf(issue));
      replace(draft.content, issue.path, (kept) => standIn(column, row, kept));
    }
    parsed = strategyContent.safeParse(draft.content);
  }
  if (parsed.success) {
    for (const { list, index, field, sentence } of contentProblems(parsed.data, threshold)) {
      const [at, row, column] = draft.placeOf(list === 'strategy' ? [field] : [list, index, field]);
      told.cell(at, row, column, sentence);
    }
  }
  return { content: told.problems.length === 0 && parsed.success ? parsed.data : null, problems: told.problems };
}

const onlyOne = (rows: number) =>
  rows === 0
    ? 'This sheet is empty. Fill in its one row: a strategy needs a key, a title, a first and a last day.'
    : 'This sheet has more than one row. A workbook holds one strategy: make a workbook for each.';

/** What was told so far: one sentence for a cell, the first. */
class Told {
  readonly problems: Problem[] = [];
  readonly #cells = new Set<string>();
  readonly #grids: readonly Grid[];

  constructor(grids: readonly Grid[]) {
    this.#grids = grids;
  }

  sheet(list: List, sentence: string, row: number): void {
    this.problems.push(ofSheet(sheetOf(list).name, sentence, row));
  }

  cell(list: List, row: number, column: Column | undefined, sentence: string): void {
    const key = `${list} ${row} ${column?.field}`;
    if (this.#cells.has(key)) return;
    this.#cells.add(key);
    const grid = this.#grids.find(({ sheet }) => sheet.list === list);
    const at = column && grid?.at.get(column);
    this.problems.push({
      sheet: sheetOf(list).name,
      row,
      column: at === undefined ? null : letterOf(at),
      header: column?.header ?? null,
      sentence,
    });
  }
}

function readRows({ sheet, at, rows }: Grid, told: Told): Row[] {
  return rows.map(({ row, cells }, index) => {
    const values: Values = {};
    for (const column of sheet.columns) {
      const read = fromCell(column, cells[at.get(column) ?? -1] ?? null, index + 1);
      if ('sentence' in read) told.cell(sheet.list, row, column, read.sentence);
      values[column.field] = 'value' in read ? read.value : standIn(column, row, undefined);
    }
    return { row, values };
  });
}

/** The content in its shape, and for each path in it the cell that it came from. */
function assemble(rows: Rows, told: Told) {
  const valuesOf = (list: List) => rows[list].map(({ values }) => values);
  const comparatorRows = new Map<string, number>();
  const statistics = rows.statistics.map(({ values }, index) => {
    const own = rows.comparators.filter((one) => one.values.statistic === values.order);
    for (const [at, { row }] of own.entries()) comparatorRows.set(`${index} ${at}`, row);
    return { ...values, comparators: own.map(({ values: { statistic: _, ...comparator } }) => comparator) };
  });
  const orders = new Set(valuesOf('statistics').map(({ order }) => order));
  for (const { row, values } of rows.comparators) {
    if (orders.has(values.statistic)) continue;
    const sentence = `No row of the sheet Statistics has the number ${String(values.statistic)}. Use one that is there.`;
    told.cell('comparators', row, columnOf('comparators', 'statistic'), sentence);
  }
  const content: Values = {
    ...rows.strategy[0]?.values,
    priorities: valuesOf('priorities'),
    commitments: rows.commitments.map(({ row, values }) => ({
      ...Object.fromEntries(Object.entries(values).filter(([field]) => !field.includes('.'))),
      carriedFrom: carriedFrom(row, values, told),
    })),
    promises: valuesOf('promises'),
    measures: valuesOf('measures'),
    statistics,
    indicators: valuesOf('indicators'),
  };
  const placeOf = (path: readonly PropertyKey[]): [List, number, Column | undefined] => {
    const [list, index, field, inner, last] = path.map(String);
    if (list === 'statistics' && field === 'comparators' && inner !== undefined) {
      const row = comparatorRows.get(`${index} ${inner}`) ?? 1;
      return ['comparators', row, columnOf('comparators', last ?? '')];
    }
    if (list === undefined || !Array.isArray(content[list]) || list === 'testQuestions') {
      return ['strategy', rows.strategy[0]?.row ?? 2, columnOf('strategy', list ?? '')];
    }
    const of = list as List;
    const column = columnOf(of, `${field}.${inner}`) ?? columnOf(of, field ?? '') ?? columnOf(of, `${field}.ref`);
    return [of, rows[of][Number(index)]?.row ?? 1, column];
  };
  return { content, placeOf };
}

const columnOf = (list: List, field: string) => sheetOf(list).columns.find((column) => column.field === field);

function carriedFrom(row: number, values: Values, told: Told) {
  const strategy = values['carriedFrom.strategy'];
  const ref = values['carriedFrom.ref'];
  if (strategy === null && ref === null) return null;
  if (strategy !== null && ref !== null) return { strategy, ref };
  const missing = strategy === null ? 'carriedFrom.strategy' : 'carriedFrom.ref';
  told.cell('commitments', row, columnOf('commitments', missing), 'Fill in both cells of “Carries on”, or neither.');
  return null;
}

/** Puts something else at the end of a path; what is not there stays away. */
function replace(content: Values, path: readonly PropertyKey[], by: (kept: unknown) => unknown): void {
  const inner = path.slice(0, -1).reduce<unknown>((at, name) => (at as Values | undefined)?.[String(name)], content);
  const last = path.at(-1);
  if (last !== undefined && inner) (inner as Values)[String(last)] = by((inner as Values)[String(last)]);
}
