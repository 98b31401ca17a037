import 'server-only';
import { freshness } from '#lib/indicators/freshness/rules.ts';
import type { PeriodType } from '#lib/indicators/periods/rules.ts';
import type { Sql } from '#lib/sql.ts';

type Row = {
  id: string;
  key: string;
  title: string;
  ownerId: string | null;
  owner: string | null;
  periodType: PeriodType;
  expectedAfterMonths: number | null;
  period: string | null;
  endsOn: string | null;
};

/**
 * Of each indicator that has a meaning: whose it is, its newest value of the own council, and what is expected next.
 * An owner who has left is none. Values themselves are not read.
 * @param day 2026-11-22, London
 * @param ownerId only what this person owns
 */
export async function readExpected(db: Sql, day: string, ownerId: string | null = null) {
  const rows = await db.$queryRaw<Row[]>`
    SELECT i.id, i.key, i.title, owner.id AS "ownerId", owner.name AS owner, d."periodType"::text, d."expectedAfterMonths",
           newest.period, newest."endsOn"
      FROM "Indicator" i
     CROSS JOIN LATERAL (
       SELECT x."periodType", x."expectedAfterMonths" FROM "Definition" x
        WHERE x."councilId" = i."councilId" AND x."indicatorId" = i.id ORDER BY x.version DESC LIMIT 1) d
      LEFT JOIN "Person" owner ON owner."councilId" = i."councilId" AND owner.id = i."ownerId"
       AND (owner."leftOn" IS NULL OR owner."leftOn" >= ${day}::date)
      LEFT JOIN LATERAL (
        SELECT o.period, o."periodEndsOn"::text AS "endsOn"
          FROM "Definition" y
          JOIN "Area" a ON a."councilId" = i."councilId" AND a.code = (SELECT code FROM "Council" WHERE id = i."councilId")
          JOIN "Observation" o ON o."councilId" = i."councilId" AND o."definitionId" = y.id AND o."areaId" = a.id
         WHERE y."councilId" = i."councilId" AND y."indicatorId" = i.id
         ORDER BY o."periodEndsOn" DESC LIMIT 1) newest ON true
     WHERE ${ownerId}::uuid IS NULL OR i."ownerId" = ${ownerId}::uuid
     ORDER BY i.title`;
  return rows.map(({ period, endsOn, ...row }) => {
    const newest = period !== null && endsOn !== null ? { period, endsOn } : null;
    return { ...row, newest, freshness: freshness({ ...row, newest }, day) };
  });
}
