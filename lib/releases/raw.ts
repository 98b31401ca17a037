import type { AreaKind } from '#lib/indicators/rules.ts';
import type { MissingSymbol } from '#lib/indicators/verdicts/rules.ts';
import type { DefinitionSource } from '#lib/releases/build.ts';
import type { PublicCouncil, ReleaseContent } from '#lib/releases/content.ts';
import type { Sql } from '#lib/sql.ts';

/** What a council says of itself on its public pages. */
export async function readPublicCouncil(db: Sql): Promise<PublicCouncil> {
  const [council] = await db.$queryRaw<PublicCouncil[]>`
    SELECT slug, name, "shortName", code, colour, demo FROM "Council"`;
  if (!council) throw new Error('No council is set for this transaction.');
  return council;
}

/** Where the definitions of these indicators come from. */
export const readSources = (db: Sql, keys: readonly string[]) => db.$queryRaw<DefinitionSource[]>`
  SELECT i.key AS indicator, d.version, s.name AS source, s.licence, s.address
    FROM "Indicator" i
    JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id
    JOIN "Source" s ON s."councilId" = d."councilId" AND s.id = d."sourceId"
   WHERE i.key = ANY (${keys})`;

/** The editions that a set has so far, oldest first. */
export const readEarlier = (db: Sql, slug: string) => db.$queryRaw<ReleaseContent['release']['earlier']>`
  SELECT edition, to_char("releasedAt" AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS "releasedOn"
    FROM "Release" WHERE slug = ${slug} AND kind = 'figures' ORDER BY edition`;

/** A value as it was recorded, small or not: for the ledger and the officer alone, never for a page that leaves. */
export type RawValue = {
  indicator: string;
  version: number;
  definitionId: string;
  areaId: string;
  code: string;
  kind: AreaKind;
  period: string;
  unit: string;
  /** Of a part: what the lines of its table are called, and its place among them. All empty for a headline value. */
  rowTitle: string;
  row: string;
  columnTitle: string;
  column: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  symbol: MissingSymbol | null;
  recordedAt: Date;
};

/** Of each definition, area and period what was recorded last by `asOf`, of the areas that a page shows. */
export const readRawValues = (db: Sql, asOf: Date, keys: readonly string[]) => db.$queryRaw<RawValue[]>`
  SELECT latest.indicator, latest.version, latest."definitionId", a.id AS "areaId", a.code, a.kind::text,
         latest.period, latest.unit, '' AS "rowTitle", '' AS "row", '' AS "columnTitle", '' AS "column", latest.value::float8, latest.numerator, latest.denominator, latest.symbol::text,
         latest."recordedAt"
    FROM (SELECT DISTINCT ON (x."definitionId", x."areaId", x.period) x.*, i.key AS indicator, d.version, d.unit
            FROM "Indicator" i
            JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id
            JOIN "Observation" x ON x."councilId" = d."councilId" AND x."definitionId" = d.id AND x."recordedAt" <= ${asOf}
            JOIN "Area" own ON own."councilId" = x."councilId" AND own.id = x."areaId"
             AND (own.kind <> 'council' OR own.code = (SELECT code FROM "Council" WHERE id = own."councilId"))
           WHERE i.key = ANY (${keys})
           ORDER BY x."definitionId", x."areaId", x.period, x."recordedAt" DESC) latest
    JOIN "Area" a ON a."councilId" = latest."councilId" AND a.id = latest."areaId"`;

/** The same of all parts of these indicators. */
export const readRawParts = (db: Sql, asOf: Date, keys: readonly string[]) => db.$queryRaw<RawValue[]>`
  SELECT latest.indicator, latest.version, latest."definitionId", a.id AS "areaId", a.code, a.kind::text, latest.period,
         latest.unit, latest."rowTitle", latest."row", latest."columnTitle", latest."column", latest.value::float8,
         latest.numerator, latest.denominator, latest.symbol::text, latest."recordedAt"
    FROM (SELECT DISTINCT ON (x."breakdownId", x."definitionId", x."areaId", x.period, x."row", x."column")
                 x.*, i.key AS indicator, b."rowTitle", b."columnTitle", d.version, d.unit
            FROM "Breakdown" b
            JOIN "Indicator" i ON i."councilId" = b."councilId" AND i.id = b."indicatorId"
            JOIN "BreakdownValue" x ON x."councilId" = b."councilId" AND x."breakdownId" = b.id AND x."recordedAt" <= ${asOf}
            JOIN "Definition" d ON d."councilId" = x."councilId" AND d.id = x."definitionId"
            JOIN "Area" own ON own."councilId" = x."councilId" AND own.id = x."areaId"
             AND (own.kind <> 'council' OR own.code = (SELECT code FROM "Council" WHERE id = own."councilId"))
           WHERE i.key = ANY (${keys})
           ORDER BY x."breakdownId", x."definitionId", x."areaId", x.period, x."row", x."column", x."recordedAt" DESC) latest
    JOIN "Area" a ON a."councilId" = latest."councilId" AND a.id = latest."areaId"`;
