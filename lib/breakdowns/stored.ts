import 'server-only';
import type { StoredCell } from '#lib/breakdowns/protecting.ts';
import type { ShownBreakdown, ShownTable } from '#lib/breakdowns/rules.ts';
import type { DisclosureRule, Observed } from '#lib/disclosure/rules.ts';
import { discloseSeries } from '#lib/disclosure/series.ts';
import type { AreaKind } from '#lib/indicators/rules.ts';
import { type Sql, together } from '#lib/sql.ts';

/** Breakdowns as they are stored: what may be shown of them is decided by who reads this. */

export type Only = {
  /** The slug of a theme: the breakdowns that it shows, in its order. */
  theme?: string;
  /** The key of an indicator: all of its breakdowns. */
  key?: string;
  /** The council alone, or beside it the region and the country as well. The council alone where it is not said. */
  areas?: 'own' | 'compared';
  /** How many of the newest periods; all where it is not said. */
  newest?: number;
};

/** What a breakdown is, one row for each version of its indicator's definition, the newest first. */
export type Head = Omit<ShownBreakdown, 'tables'> & {
  id: string;
  definitionId: string;
  rule: DisclosureRule;
  isYearToDate: boolean;
  /** False for one that is read only because it gives away, or is given away by, one that is asked for. */
  isAsked: boolean;
};

/** A stored value; without a breakdown it is the headline. Nothing of this leaves lib before it went through `hidingOf`. */
type Value = Observed & {
  breakdownId: string | null;
  definitionId: string;
  code: string;
  name: string;
  kind: AreaKind;
  period: string;
  endsOn: string;
  row: string;
  column: string;
};

/** What there is of the breakdowns that are asked for, and of those that could give them away. */
export async function readStored(db: Sql, asOf: Date, only: Only): Promise<{ heads: Head[]; groups: Group[] }> {
  const [heads, values] = await together(db, [() => readHeads(db, asOf, only), () => readValues(db, asOf, only)]);
  return { heads, groups: groupsOf(heads, values) };
}

/** All that is known of one definition in one area and period. */
export type Group = {
  name: string;
  area: ShownTable['area'];
  period: string;
  endsOn: string;
  unit: string;
  rule: DisclosureRule;
  headline: Observed | null;
  heads: ReadonlyMap<string, Head>;
  cells: StoredCell[];
};

/** @returns in the order of the values: newest period first */
function groupsOf(heads: readonly Head[], values: readonly Value[]): Group[] {
  const headsOf = new Map<string, Map<string, Head>>();
  for (const head of heads) {
    headsOf.set(head.definitionId, (headsOf.get(head.definitionId) ?? new Map<string, Head>()).set(head.id, head));
  }
  const groups = new Map<string, Group>();
  for (const { breakdownId, definitionId, code, name, kind, period, endsOn, row, column, ...observed } of values) {
    const its = headsOf.get(definitionId);
    const [head] = its?.values() ?? [];
    if (!its || !head) continue;
    const group = `${definitionId} ${code} ${period}`;
    const area = { code, name, kind };
    const { unit, rule } = head;
    const found = groups.get(group) ?? {
      name: group,
      area,
      period,
      endsOn,
      unit,
      rule,
      headline: null,
      heads: its,
      cells: [],
    };
    if (breakdownId === null) found.headline = observed;
    else found.cells.push({ ...observed, breakdown: breakdownId, row, column });
    groups.set(group, found);
  }
  const found = [...groups.values()];
  for (const head of heads) if (head.isYearToDate) hideByYear(found, head);
  return found;
}

/** The headlines of a year to date that its page hides, because a quarter would follow from them, are hidden here too. */
function hideByYear(groups: readonly Group[], { definitionId, unit, rule }: Head): void {
  const own = groups.filter(({ name, area }) => name.startsWith(definitionId) && area.kind === 'council');
  for (const code of new Set(own.map(({ area }) => area.code))) {
    const series = own
      .filter((group) => group.area.code === code)
      .toSorted((one, other) => one.endsOn.localeCompare(other.endsOn))
      .flatMap((group) => (group.headline ? [{ ...group.headline, period: group.period, group }] : []));
    for (const { value, group } of discloseSeries(series, unit, rule, true)) {
      if (value === null && group.headline) {
        const symbol = group.headline.symbol ?? 'c';
        group.headline = { ...group.headline, value: null, numerator: null, denominator: null, symbol };
      }
    }
  }
}

/** Every breakdown of the indicators concerned, asked for or not, for one table can give another away. */
const readHeads = (db: Sql, asOf: Date, { theme = null, key = null }: Nullable<Only>) => db.$queryRaw<Head[]>`
  SELECT b.id, b.key, i.key AS indicator, b.title, b."rowTitle", COALESCE(b.rows, '{}') AS rows, b."columnTitle", COALESCE(b.columns, '{}') AS columns, b."isWhole",
         d.id AS "definitionId", d.version, d.unit, d.decimals, d."periodType"::text, d."isYearToDate", deciding(ruled) AS rule,
         (${theme}::text IS NULL OR place."order" IS NOT NULL) AS "isAsked"
    FROM "Breakdown" b
    JOIN "Indicator" i ON i."councilId" = b."councilId" AND i.id = b."indicatorId"
    JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id AND d."startsOn" <= ${asOf}::date
   CROSS JOIN disclosure_rule_in_force(d."councilId", d."sourceId") ruled
    LEFT JOIN LATERAL (
     SELECT tb."order"
       FROM "ThemeBreakdown" tb JOIN "Theme" t ON t."councilId" = tb."councilId" AND t.id = tb."themeId"
      WHERE tb."councilId" = b."councilId" AND tb."breakdownId" = b.id AND t.slug = ${theme}) place ON true
   WHERE (${key}::text IS NULL OR i.key = ${key})
     AND (${theme}::text IS NULL OR EXISTS (
           SELECT FROM "Breakdown" other
             JOIN "ThemeBreakdown" tb ON tb."councilId" = other."councilId" AND tb."breakdownId" = other.id
             JOIN "Theme" t ON t."councilId" = tb."councilId" AND t.id = tb."themeId"
            WHERE other."councilId" = b."councilId" AND other."indicatorId" = b."indicatorId" AND t.slug = ${theme}))
   ORDER BY place."order", i.key, b.title, b.key, d.version DESC`;

/** Cells and headlines, of each what was recorded last by `asOf`, newest period first. */
const readValues = (
  db: Sql,
  asOf: Date,
  { theme = null, key = null, areas = 'own', newest = null }: Nullable<Only>,
) => db.$queryRaw<Value[]>`
  WITH chosen AS (
    SELECT DISTINCT i."councilId", i.id
      FROM "Indicator" i
      JOIN "Breakdown" b ON b."councilId" = i."councilId" AND b."indicatorId" = i.id
     WHERE (${key}::text IS NULL OR i.key = ${key})
       AND (${theme}::text IS NULL OR EXISTS (
             SELECT FROM "Breakdown" other
               JOIN "ThemeBreakdown" tb ON tb."councilId" = other."councilId" AND tb."breakdownId" = other.id
               JOIN "Theme" t ON t."councilId" = tb."councilId" AND t.id = tb."themeId"
              WHERE other."councilId" = i."councilId" AND other."indicatorId" = i.id AND t.slug = ${theme}))),
  areas AS (
    SELECT a.* FROM "Area" a
     WHERE a.code = (SELECT code FROM "Council" WHERE id = a."councilId") OR (${areas} = 'compared' AND a.kind <> 'council')),
  found AS (
    SELECT * FROM (
      SELECT DISTINCT ON (x."breakdownId", x."definitionId", x."areaId", x.period, x."row", x."column")
             x."breakdownId", x."definitionId", x."areaId", x.period, x."periodEndsOn", x."row", x."column",
             x.value, x.numerator, x.denominator, x.symbol
        FROM chosen
        JOIN "Breakdown" b ON b."councilId" = chosen."councilId" AND b."indicatorId" = chosen.id
        JOIN "Definition" d ON d."councilId" = chosen."councilId" AND d."indicatorId" = chosen.id
        JOIN areas a ON a."councilId" = chosen."councilId"
        JOIN "BreakdownValue" x ON x."councilId" = b."councilId" AND x."breakdownId" = b.id AND x."definitionId" = d.id
                               AND x."areaId" = a.id AND x."recordedAt" <= ${asOf}
       ORDER BY x."breakdownId", x."definitionId", x."areaId", x.period, x."row", x."column", x."recordedAt" DESC) cells
    UNION ALL
    SELECT * FROM (
      SELECT DISTINCT ON (x."definitionId", x."areaId", x.period)
             NULL::uuid, x."definitionId", x."areaId", x.period, x."periodEndsOn", '', '',
             x.value, x.numerator, x.denominator, x.symbol
        FROM chosen
        JOIN "Definition" d ON d."councilId" = chosen."councilId" AND d."indicatorId" = chosen.id
        JOIN areas a ON a."councilId" = chosen."councilId"
        JOIN "Observation" x ON x."councilId" = d."councilId" AND x."definitionId" = d.id
                            AND x."areaId" = a.id AND x."recordedAt" <= ${asOf}
       ORDER BY x."definitionId", x."areaId", x.period, x."recordedAt" DESC) wholes),
  ranked AS (
    SELECT found.*, dense_rank() OVER (PARTITION BY "definitionId" ORDER BY "periodEndsOn" DESC) AS nth FROM found)
  SELECT f."breakdownId", f."definitionId", a.code, a.name, a.kind::text, f.period, f."periodEndsOn"::text AS "endsOn",
         f."row", f."column", f.value::float8, f.numerator, f.denominator, f.symbol::text
    FROM ranked f
    JOIN areas a ON a.id = f."areaId"
   WHERE ${newest}::int IS NULL OR f.nth <= ${newest}
      OR EXISTS (SELECT FROM "Definition" d WHERE d.id = f."definitionId" AND d."isYearToDate")
   ORDER BY f."periodEndsOn" DESC, f."definitionId", a.code, f."breakdownId", f."row", f."column"`;

type Nullable<T> = { [Key in keyof T]: T[Key] | null };
