import 'server-only';
import { type Hiding, hidingOf, type Lines, showCell } from '#lib/breakdowns/protecting.ts';
import type { ShownBreakdown, ShownCell, ShownTable } from '#lib/breakdowns/rules.ts';
import { type Group, type Only, readStored } from '#lib/breakdowns/stored.ts';
import { amongAt } from '#lib/disclosure/cells.ts';
import { discloseObservation, printedRule } from '#lib/disclosure/rules.ts';
import { memory } from '#lib/remember.ts';
import type { Sql } from '#lib/sql.ts';

/**
 * Breakdowns as they may be shown at a moment: of every cell the latest value recorded by then, and of all tables of
 * one definition, area and period together what must be hidden.
 */
export async function readBreakdowns(db: Sql, asOf: Date, only: Only): Promise<ShownBreakdown[]> {
  const { heads, groups } = await readStored(db, asOf, only);
  const shown = new Map<string, ShownTable[]>();
  for (const group of groups) {
    const tables = await tablesOf(group);
    for (const [id, table] of tables) shown.set(id, [...(shown.get(id) ?? []), table]);
  }
  return heads
    .filter(({ isAsked }) => isAsked)
    .map(({ id, definitionId, rule: _, isAsked: __, isYearToDate: ___, ...head }) => ({
      ...head,
      tables: shown.get(`${id} ${definitionId}`) ?? [],
    }));
}

/** Working out what to hide costs more than reading: it is done once for the same numbers under the same rule. */
const remembered = memory<Hiding[]>(4_000);

/** What is hidden of the cells of a group, in their order. What a region or a country prints is left as it is. */
export const hidingOfGroup = ({ name, unit, rule, headline, heads, cells }: Group): Promise<Hiding[]> => {
  const breakdowns = new Map<string, Lines>(
    [...heads].map(([id, { rowTitle, rows, columnTitle, columns, isWhole }]) => [
      id,
      { rowTitle, rows, columnTitle, columns, isWhole },
    ]),
  );
  const text = JSON.stringify([unit, rule, headline, [...breakdowns], cells]);
  return remembered(name, [text], async () => hidingOf({ unit, rule, headline, breakdowns, cells }));
};

/** The tables of a group by breakdown and definition, each with the whole from the headline where it is their whole. */
async function tablesOf(group: Group): Promise<[string, ShownTable][]> {
  const { area, period, endsOn, unit, headline, cells, heads } = group;
  const isCouncil = area.kind === 'council';
  const rule = isCouncil ? group.rule : printedRule(group.rule);
  const hiding = isCouncil ? await hidingOfGroup(group) : [];
  const asPrinted = { because: null, isGroupHidden: false };
  const shown = cells.map((cell, at) => ({
    of: cell.breakdown,
    cell: showCell(cell, hiding[at] ?? asPrinted, unit, rule),
  }));
  const whole = headline ? [{ ...discloseObservation(headline, unit, rule), row: '', column: '' }] : [];
  return [...heads.values()].flatMap((head): [string, ShownTable][] => {
    const own = shown.filter(({ of }) => of === head.id).map(({ cell }) => cell);
    if (own.length === 0) return [];
    // Of parts that do not add up to what the headline counts, it is not the total.
    const cells = [...own, ...totalsOf(head, own), ...(head.isWhole ? whole : [])];
    return [[`${head.id} ${head.definitionId}`, { area, period, endsOn, cells }]];
  });

  /** What a table by two characteristics comes to in a line stands in the table by one of them. */
  function totalsOf(lines: Lines, own: readonly ShownCell[]): ShownCell[] {
    if (lines.columns.length === 0) return [];
    const places = [...lines.rows.map((row) => [row, ''] as const), ...lines.columns.map((one) => ['', one] as const)];
    return places.flatMap(([row, column]) => {
      if (own.some((cell) => cell.row === row && cell.column === column)) return [];
      const there = shown.find(({ of, cell }) => {
        const other = heads.get(of);
        return other && amongAt(other, cell.row, cell.column) === amongAt(lines, row, column);
      });
      return there ? [{ ...there.cell, row, column }] : [];
    });
  }
}
