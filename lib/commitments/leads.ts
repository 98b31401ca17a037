import 'server-only';
import type { Db } from '#lib/db.ts';
import { today } from '#lib/rounds/queries.ts';

type Lead = { id: string; name: string; kind: 'lead' | 'deputy'; isOwn: boolean };

/** Who may write for a commitment today: its own leads and deputies first, then those of its priority. */
export async function readLeads(db: Db, commitmentId: string): Promise<Lead[]> {
  return db.$queryRaw<Lead[]>`
    SELECT p.id, p.name, min(a.kind::text) AS kind, bool_or(a."commitmentId" IS NOT NULL) AS "isOwn"
      FROM "Commitment" c
      JOIN "Assignment" a ON a."councilId" = c."councilId"
                         AND (a."commitmentId" = c.id OR a."priorityId" = c."priorityId")
      JOIN "Person" p ON p."councilId" = a."councilId" AND p.id = a."personId"
     WHERE c.id = ${commitmentId}::uuid
       AND a."startsOn" <= ${today()} AND (a."endsOn" IS NULL OR a."endsOn" >= ${today()})
     GROUP BY p.id, p.name
     ORDER BY "isOwn" DESC, kind DESC, p.name`;
}
