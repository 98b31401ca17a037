import 'server-only';
import type { Holder } from '#lib/assignments/rules.ts';
import type { Db } from '#lib/db.ts';
import { today } from '#lib/rounds/queries.ts';

/**
 * Who may write for a commitment today: leads and deputies of its own first, then of what it is part of, of its
 * priority, and so on up. Who has left is not among them. lib/assignments/rules.ts says who of them leads.
 */
export async function readLeads(db: Db, commitmentId: string): Promise<Holder[]> {
  return db.$queryRaw<Holder[]>`
    WITH RECURSIVE up AS (
      SELECT c."councilId", c.id, c."parentId", c."priorityId", 0 AS far FROM "Commitment" c WHERE c.id = ${commitmentId}::uuid
      UNION ALL
      SELECT c."councilId", c.id, c."parentId", c."priorityId", up.far + 1
        FROM up JOIN "Commitment" c ON c."councilId" = up."councilId" AND c.id = up."parentId" WHERE up.far < 20),
    above AS (
      SELECT p."councilId", p.id, p."parentId", 100 AS far
        FROM up JOIN "Priority" p ON p."councilId" = up."councilId" AND p.id = up."priorityId" WHERE up.far = 0
      UNION ALL
      SELECT p."councilId", p.id, p."parentId", above.far + 1
        FROM above JOIN "Priority" p ON p."councilId" = above."councilId" AND p.id = above."parentId" WHERE above.far < 120)
    SELECT p.id, p.name, a.kind::text, min(place.far)::int AS far
      FROM (SELECT "councilId", id AS "commitmentId", NULL::uuid AS "priorityId", far FROM up
            UNION ALL SELECT "councilId", NULL, id, far FROM above) place
      JOIN "Assignment" a ON a."councilId" = place."councilId"
                         AND (a."commitmentId" = place."commitmentId" OR a."priorityId" = place."priorityId")
      JOIN "Person" p ON p."councilId" = a."councilId" AND p.id = a."personId"
     WHERE a."startsOn" <= ${today()} AND (a."endsOn" IS NULL OR a."endsOn" >= ${today()})
       AND (p."leftOn" IS NULL OR p."leftOn" >= ${today()})
     GROUP BY p.id, p.name, a.kind
     ORDER BY far, a.kind, p.name`;
}
