import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { day } from '#lib/calendar/rules.ts';
import type { Status } from '#lib/councils/settings.ts';
import { isoDay } from '#lib/format.ts';
import { reading, type Sql } from '#lib/reading.ts';
import { confirmedSince, type RoundDays } from '#lib/rounds/rules.ts';
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

/** What one statement answers. */
type Found = { rounds: Record<keyof RoundDays, string>[] | null; rows: Written[] | null };
type Written = Omit<Row, 'submittedAt' | 'publishedAt'> & {
  submittedAt: string | null;
  publishedAt: string | null;
};

const dateOf = (written: string | null) => (written === null ? null : new Date(written));
const daysOf = (round: Record<keyof RoundDays, string>): RoundDays => ({
  opensOn: day(round.opensOn),
  dueOn: day(round.dueOn),
  closesOn: day(round.closesOn),
});

/** A commitment as everybody may see it: what its latest published update says, and how fresh that is. */
export type CommitmentStanding = Row & { freshness: Freshness; standing: Standing };

/**
 * Where every commitment of the council stands, most urgent first, from published updates alone.
 * @param asOf what was published by then; now when left out
 */
export const listCommitments = reading(
  async (viewer, db, asOf?: Date): Promise<CommitmentStanding[]> =>
    commitmentStandings(viewer, db, asOf ?? new Date()),
);

/** The same inside a transaction that reads more. */
export async function commitmentStandings(
  _viewer: Viewer,
  db: Sql,
  asOf: Date,
): Promise<CommitmentStanding[]> {
  return standingsIn(await standingsText(db, asOf), isoDay(asOf));
}

/**
 * What the database says, as the text of one JSON value: rows of twenty columns cost more to take apart than
 * to read, and a page that remembers what it made of the text need not take it apart at all.
 */
export async function standingsText(db: Sql, asOf: Date): Promise<string> {
  const today = day(isoDay(asOf));
  const [found] = await db.$queryRaw<{ json: string }[]>`
    SELECT json_build_object('rounds', (SELECT json_agg(r) FROM "Round" r), 'rows', (SELECT json_agg(said) FROM (
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
     ORDER BY p."publishedOrder", c.number) said))::text AS json`;
  return found?.json ?? '{}';
}

/** @param today 2026-11-21, the day that freshness is seen from */
export function standingsIn(json: string, today: string): CommitmentStanding[] {
  const found = JSON.parse(json) as Found;
  const since = confirmedSince((found.rounds ?? []).map(daysOf), day(today));
  return (found.rows ?? [])
    .map((said) => {
      const row = { ...said, submittedAt: dateOf(said.submittedAt), publishedAt: dateOf(said.publishedAt) };
      const fresh = freshness(row.submittedAt, since);
      return { ...row, freshness: fresh, standing: standing(row.status, fresh) };
    })
    .toSorted((a, b) => standingOrder.indexOf(a.standing) - standingOrder.indexOf(b.standing));
}
