import { amongAt, type CellPart, countKey } from '#lib/disclosure/cells.ts';
import type { EarlierCell, Meaning, Recorded, Whole } from '#lib/disclosure/releases.ts';
import { countBehind, isCountUnit } from '#lib/disclosure/rules.ts';
import type { MissingSymbol } from '#lib/indicators/verdicts/rules.ts';
import type { Sql } from '#lib/sql.ts';

/** What the ledger is held against: true values, small or not. For lib/disclosure alone; nothing of it leaves. */

/** The definitions of the same indicators as these. */
export const readMeanings = (db: Sql, definitionIds: readonly string[]) => db.$queryRaw<Meaning[]>`
  SELECT d.id, d."indicatorId", i.title, d."periodType"::text, d."isYearToDate"
    FROM "Definition" d
    JOIN "Indicator" i ON i."councilId" = d."councilId" AND i.id = d."indicatorId"
   WHERE d."indicatorId" IN (SELECT "indicatorId" FROM "Definition" WHERE id = ANY (${definitionIds}::uuid[]))`;

/** The tables of their indicators whose parts add up. */
export const readWholes = (db: Sql, definitionIds: readonly string[]) => db.$queryRaw<Whole[]>`
  SELECT b."indicatorId", b."rowTitle", b.rows, b."columnTitle", COALESCE(b.columns, '{}') AS columns
    FROM "Breakdown" b
   WHERE b."isWhole" AND b."indicatorId" IN (SELECT "indicatorId" FROM "Definition" WHERE id = ANY (${definitionIds}::uuid[]))
   ORDER BY b.key`;

type Row = Pick<Recorded, 'definitionId' | 'areaId' | 'period' | 'recordedAt'> & {
  unit: string;
  rowTitle: string;
  row: string;
  columnTitle: string;
  column: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  symbol: MissingSymbol | null;
};

/** Every count recorded of these definitions and areas, corrections and what they corrected included. */
export async function readRecorded(db: Sql, definitionIds: readonly string[], areaIds: readonly string[]) {
  const rows = await db.$queryRaw<Row[]>`
    SELECT x."definitionId", x."areaId", x.period, x."recordedAt", d.unit, '' AS "rowTitle", '' AS "row",
           '' AS "columnTitle", '' AS "column", x.value::float8, x.numerator, x.denominator, x.symbol::text
      FROM "Observation" x JOIN "Definition" d ON d."councilId" = x."councilId" AND d.id = x."definitionId"
     WHERE x."definitionId" = ANY (${definitionIds}::uuid[]) AND x."areaId" = ANY (${areaIds}::uuid[])
     UNION ALL
    SELECT x."definitionId", x."areaId", x.period, x."recordedAt", d.unit, b."rowTitle", x."row",
           b."columnTitle", x."column", x.value::float8, x.numerator, x.denominator, x.symbol::text
      FROM "BreakdownValue" x
      JOIN "Definition" d ON d."councilId" = x."councilId" AND d.id = x."definitionId"
      JOIN "Breakdown" b ON b."councilId" = x."councilId" AND b.id = x."breakdownId"
     WHERE x."definitionId" = ANY (${definitionIds}::uuid[]) AND x."areaId" = ANY (${areaIds}::uuid[])`;
  return rows.flatMap(recordedIn);
}

/** The counts of children in a stored value. A value that cannot be, or is not there, is no count; a hidden one is. */
export function recordedIn(row: Row): Recorded[] {
  const { definitionId, areaId, period, recordedAt } = row;
  const among = amongAt(row, row.row, row.column);
  const { count, group } = countsIn(row, row.unit);
  const isHidden = row.symbol === 'c';
  const cell = (part: CellPart, value: number | null): Recorded[] =>
    value === null && !isHidden ? [] : [{ definitionId, areaId, period, among, part, value, recordedAt }];
  return [...cell('count', count), ...(isCountUnit(row.unit) || group === null ? [] : cell('group', group))];
}

/** Those counted and those out of whom; a number that counts people has no group. */
function countsIn(
  { value, numerator, denominator }: Pick<Row, 'value' | 'numerator' | 'denominator'>,
  unit: string,
): { count: number | null; group: number | null } {
  if (value === null) return { count: null, group: isCountUnit(unit) ? null : denominator };
  if (isCountUnit(unit)) return { count: Math.round(value), group: null };
  return { count: countBehind({ value, unit, numerator, denominator }), group: denominator };
}

type Earlier = Omit<EarlierCell, 'value'>;

/** Every row of the ledger about these, of withdrawn releases too, with the value that it stood for. */
export async function readEarlierCells(
  db: Sql,
  definitionIds: readonly string[],
  areaIds: readonly string[],
  recorded: readonly Recorded[],
): Promise<EarlierCell[]> {
  const rows = await db.$queryRaw<Earlier[]>`
    SELECT c."definitionId", c."areaId", c.period, c.among, c.part::text, c.shown, c."roundTo", c."recordedAt",
           r.title || ', edition ' || r.edition AS release, r."releasedAt"
      FROM "ReleasedCell" c JOIN "Release" r ON r."councilId" = c."councilId" AND r.id = c."releaseId"
     WHERE c."definitionId" = ANY (${definitionIds}::uuid[]) AND c."areaId" = ANY (${areaIds}::uuid[])
     ORDER BY r."releasedAt", c.id`;
  const momentOf = (cell: Earlier | Recorded) => `${countKey(cell)} ${cell.recordedAt.getTime()}`;
  const values = new Map(recorded.map((cell) => [momentOf(cell), cell.value]));
  return rows.map((row) => {
    const exact = row.roundTo === 1 ? row.shown : null;
    return { ...row, value: exact ?? values.get(momentOf(row)) ?? null };
  });
}
