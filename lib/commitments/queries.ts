import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { day } from '#lib/calendar/rules.ts';
import type { Status } from '#lib/councils/settings.ts';
import type { Db } from '#lib/db.ts';
import { isoDay } from '#lib/format.ts';
import { query } from '#lib/query.ts';
import { confirmedSince } from '#lib/rounds/rules.ts';
import { type Freshness, freshness, type Standing, standing, standingOrder } from '#lib/updates/rules.ts';

type Row = {
  id: string;
  ref: string;
  slug: string;
  title: string;
  wording: string;
  number: number;
  priorityKey: string;
  priorityTitle: string;
  priorityOrder: number;
  leads: string | null;
  updateId: string | null;
  status: Status | null;
  previousStatus: Status | null;
  reason: string | null;
  done: string | null;
  difference: string | null;
  next: string | null;
  submittedAt: Date | null;
  publishedAt: Date | null;
  demo: boolean | null;
  evidenceCount: number;
};

/** A commitment as everybody may see it: what its latest published update says, and how fresh that is. */
export type CommitmentStanding = Row & { freshness: Freshness; standing: Standing };

/**
 * Where every commitment of the council stands, most urgent first, from published updates alone.
 * @param asOf what was published by then; now when left out
 */
export const listCommitments = query(
  async (viewer, db, asOf?: Date): Promise<CommitmentStanding[]> =>
    commitmentStandings(viewer, db, asOf ?? new Date()),
);

/** The same inside a transaction that reads more. */
export async function commitmentStandings(
  _viewer: Viewer,
  db: Db,
  asOf: Date,
): Promise<CommitmentStanding[]> {
  const today = day(isoDay(asOf));
  const rounds = await db.round.findMany({ select: { opensOn: true, dueOn: true, closesOn: true } });
  const since = confirmedSince(rounds, today);
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.ref, c.slug, c.title, c.wording, c.number,
           p.key AS "priorityKey", p."shortTitle" AS "priorityTitle", p."publishedOrder" AS "priorityOrder",
           COALESCE(own.leads, of_priority.leads) AS leads,
           u.id AS "updateId", u.status::text, before.status::text AS "previousStatus",
           u.reason, u.done, u.difference, u.next, u."submittedAt", u."publishedAt", u.demo,
           (SELECT count(*)::int FROM "Evidence" e WHERE e."councilId" = u."councilId" AND e."updateId" = u.id) AS "evidenceCount"
      FROM "Commitment" c
      JOIN "Priority" p ON p."councilId" = c."councilId" AND p.id = c."priorityId"
      LEFT JOIN LATERAL (
        SELECT string_agg(who.name, ', ' ORDER BY who.name) AS leads
          FROM "Assignment" a JOIN "Person" who ON who."councilId" = a."councilId" AND who.id = a."personId"
         WHERE a."councilId" = c."councilId" AND a."commitmentId" = c.id AND a.kind = 'lead'
           AND a."startsOn" <= ${today} AND (a."endsOn" IS NULL OR a."endsOn" >= ${today})) own ON true
      LEFT JOIN LATERAL (
        SELECT string_agg(who.name, ', ' ORDER BY who.name) AS leads
          FROM "Assignment" a JOIN "Person" who ON who."councilId" = a."councilId" AND who.id = a."personId"
         WHERE a."councilId" = p."councilId" AND a."priorityId" = p.id AND a.kind = 'lead'
           AND a."startsOn" <= ${today} AND (a."endsOn" IS NULL OR a."endsOn" >= ${today})) of_priority ON true
      LEFT JOIN LATERAL (
        SELECT * FROM "Update" x
         WHERE x."councilId" = c."councilId" AND x."commitmentId" = c.id AND x."publishedAt" <= ${asOf}
         ORDER BY x."publishedAt" DESC LIMIT 1) u ON true
      LEFT JOIN LATERAL (
        SELECT y.status FROM "Update" y
         WHERE y."councilId" = c."councilId" AND y."commitmentId" = c.id AND y."publishedAt" < u."publishedAt"
         ORDER BY y."publishedAt" DESC LIMIT 1) before ON true
     ORDER BY p."publishedOrder", c.number`;
  return rows
    .map((row) => {
      const fresh = freshness(row.submittedAt, since);
      return { ...row, freshness: fresh, standing: standing(row.status, fresh) };
    })
    .sort((a, b) => standingOrder.indexOf(a.standing) - standingOrder.indexOf(b.standing));
}
