import { z } from 'zod';

/** How the rows of a kind of file become figures: a rule for each figure. Columns and items are named, never counted. */

const column = z.string().max(200);
const item = z.string().max(500);

export const importRule = z.object({
  id: z.string(),
  /** The key of the indicator. */
  indicator: z.string(),
  /** The key of one of its breakdowns; empty for the figure of all. */
  breakdown: z.string(),
  /** Which rows: a filter's column and the item in it. A filter that is not named may hold anything. */
  pick: z.record(column, item),
  /** The column of the value. */
  value: column,
  /** The columns of the counts behind it; empty where the file has none. */
  numerator: column,
  denominator: column,
  /** The denominator is often in another row: the items in which that row differs. */
  denominatorPick: z.record(column, item),
  /** For a breakdown: whose items are its rows, and perhaps its columns; an item named "" is the total. */
  across: z.array(z.object({ column, axis: z.enum(['row', 'column']), names: z.record(item, z.string().max(300)) })),
});
export type ImportRule = z.infer<typeof importRule>;

export const mapping = z.object({ rules: z.array(importRule).max(400) });
export type Mapping = z.infer<typeof mapping>;

/** One cell of one figure for every area and period: what a rule comes down to. */
export type CellRule = {
  /** Which rule it is part of. */
  rule: number;
  row: string;
  column: string;
  pick: Record<string, string>;
  denominatorPick: Record<string, string>;
};

/** A breakdown's rule is one for each of its cells, without the whole, which is the figure of all. */
export function cellRules(rules: readonly ImportRule[]): CellRule[] {
  return rules.flatMap((rule, at) => {
    let cells: CellRule[] = [
      { rule: at, row: '', column: '', pick: { ...rule.pick }, denominatorPick: { ...rule.denominatorPick } },
    ];
    for (const { column, axis, names } of rule.across) {
      cells = cells.flatMap((cell) =>
        Object.entries(names).map(([item, name]) => ({
          ...cell,
          [axis]: name,
          pick: { ...cell.pick, [column]: item },
        })),
      );
    }
    return rule.across.length === 0 ? cells : cells.filter(({ row, column }) => row !== '' || column !== '');
  });
}

/** Columns and items that a rule leans on. */
const columnsOf = ({ pick, value, numerator, denominator, denominatorPick, across }: ImportRule): string[] => [
  ...new Set([
    ...Object.keys(pick),
    ...Object.keys(denominatorPick),
    ...across.map((one) => one.column),
    ...[value, numerator, denominator].filter((name) => name !== ''),
  ]),
];

export type Filter = { column: string; label: string; items: string[] };

/** True where this file has what the rule names: its columns, and in each picked filter the item. */
export function fits(rule: ImportRule, header: readonly string[], filters: readonly Filter[]): boolean {
  if (!columnsOf(rule).every((name) => header.includes(name))) return false;
  return Object.entries(rule.pick).every(([column, item]) =>
    filters.some((filter) => filter.column === column && filter.items.includes(item)),
  );
}

/**
 * The map for a file among those of files with the same columns: the one of whose rules most fit, if at least half do.
 * Kinds of files often share their columns and differ only in the items of their filters.
 * @param maps newest first
 */
export function chooseMap<M extends { mapping: Mapping }>(
  maps: readonly M[],
  header: readonly string[],
  filters: readonly Filter[],
): M | null {
  let best: { map: M; share: number } | null = null;
  for (const map of maps) {
    const { rules } = map.mapping;
    if (rules.length === 0) continue;
    const share = rules.filter((rule) => fits(rule, header, filters)).length / rules.length;
    if (share >= 0.5 && (best === null || share > best.share)) best = { map, share };
  }
  return best?.map ?? null;
}
