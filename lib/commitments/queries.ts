import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { day } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import type { Status } from '#lib/councils/settings.ts';
import { isoDay } from '#lib/format.ts';
import { reading } from '#lib/reading.ts';
import { confirmedSince, type RoundDays } from '#lib/rounds/rules.ts';
import { type Sql, together } from '#lib/sql.ts';
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
  howWeKnow: string | null;
  next: string | null;
  submittedAt: Date | null;
  publishedAt: Date | null;
  demo: boolean | null;
  evidenceCount: number;
};

/** A commitment as everybody may see it: what its latest published update says, and how fresh that is. */
export type CommitmentStanding = Row & { freshness: Freshness; standing: Standing };

/**
 * Where every commitment of the strategy in force stands, most urgent first, from published updates alone.
 * @param asOf what was published by then; now when left out
 */
export const listCommitments = reading(
  async (viewer, db, asOf?: Date): Promise<CommitmentStanding[]> => commitmentStandings(viewer, db, asOf ?? clock()),
);

/**
 * The same inside a transaction that reads more.
 * @param strategyId the strategy in force when left out
 */
export async function commitmentStandings(
  _viewer: Viewer,
  db: Sql,
  asOf: Date,
  strategyId?: string,
): Promise<CommitmentStanding[]> {
  return standingsIn(await readStandings(db, asOf, { strategyId }), isoDay(asOf));
}

type Said = Omit<Row, 'leads'> & { priorityId: string };
type Led = { commitmentId: string | null; priorityId: string | null; leads: string };
type Only = { theme?: string; strategyId?: string | undefined };
export type StandingParts = { said: Said[]; led: Led[]; rounds: RoundDays[] };

/**
 * What standings are made of, in three statements that are cheap alone and dear as one.
 * @param only theme: the commitments of this theme and those that serve a promise with one of them;
 *   strategyId: those of this strategy, not of the one in force
 */
export async function readStandings(db: Sql, asOf: Date, only: Only = {}): Promise<StandingParts> {
  const today = day(isoDay(asOf));
  const { theme = null, strategyId = null } = only;
  const [said, led, rounds] = await together(db, [
    () => db.$queryRaw<Said[]>`
      WITH mine AS MATERIALIZED (
        SELECT c."councilId", c.id FROM "Theme" t
          JOIN "ThemePriority" tp ON tp."councilId" = t."councilId" AND tp."themeId" = t.id
          JOIN "Commitment" c ON c."councilId" = t."councilId" AND c."priorityId" = tp."priorityId"
         WHERE t.slug = ${theme}::text)
      SELECT c.id, c.ref, c.slug, c.title, c.wording, c.number, c."priorityId",
             p.key AS "priorityKey", p."shortTitle" AS "priorityTitle", p."publishedOrder" AS "priorityOrder",
             u.id AS "updateId", u.status::text, before.status::text AS "previousStatus",
             u.reason, u.done, u.difference, u."howWeKnow", u.next, u."submittedAt", u."publishedAt", u.demo,
             (SELECT count(*)::int FROM "Evidence" e WHERE e."councilId" = u."councilId" AND e."updateId" = u.id) AS "evidenceCount"
        FROM "Commitment" c
        JOIN "Priority" p ON p."councilId" = c."councilId" AND p.id = c."priorityId"
        LEFT JOIN LATERAL (
          SELECT * FROM "Update" x
           WHERE x."councilId" = c."councilId" AND x."commitmentId" = c.id AND x."publishedAt" <= ${asOf}
           ORDER BY x."publishedAt" DESC LIMIT 1) u ON true
        LEFT JOIN LATERAL (
          SELECT y.status FROM "Update" y
           WHERE y."councilId" = c."councilId" AND y."commitmentId" = c.id AND y."publishedAt" < u."publishedAt"
           ORDER BY y."publishedAt" DESC LIMIT 1) before ON true
       WHERE p."strategyId" = (SELECT COALESCE(${strategyId}::uuid, strategy_in_force(${today}::date)))
         AND (${theme}::text IS NULL OR c.id IN (
         SELECT id FROM mine
          UNION
         SELECT beside."commitmentId" FROM mine
           JOIN "PromiseCommitment" link ON link."councilId" = mine."councilId" AND link."commitmentId" = mine.id
           JOIN "PromiseCommitment" beside ON beside."councilId" = mine."councilId" AND beside."promiseId" = link."promiseId"))
       ORDER BY p."publishedOrder", c.number`,
    () => db.$queryRaw<Led[]>`
      WITH RECURSIVE led AS (
        SELECT a."commitmentId", a."priorityId", string_agg(who.name, ', ' ORDER BY who.name) AS leads, 0 AS far
          FROM "Assignment" a JOIN "Person" who ON who."councilId" = a."councilId" AND who.id = a."personId"
         WHERE a.kind = 'lead' AND a."actionId" IS NULL
           AND a."startsOn" <= ${today} AND (a."endsOn" IS NULL OR a."endsOn" >= ${today})
           AND (who."leftOn" IS NULL OR who."leftOn" >= ${today})
         GROUP BY a."commitmentId", a."priorityId"
         UNION ALL
        SELECT below."commitmentId", below."priorityId", led.leads, led.far + 1 FROM led CROSS JOIN LATERAL (
          SELECT c.id AS "commitmentId", NULL::uuid AS "priorityId" FROM "Commitment" c WHERE c."parentId" = led."commitmentId"
           UNION ALL
          SELECT NULL, p.id FROM "Priority" p WHERE p."parentId" = led."priorityId") below
         WHERE led.far < 20)
      SELECT "commitmentId", "priorityId", leads FROM led ORDER BY far DESC`,
    () => db.$queryRaw<RoundDays[]>`SELECT "opensOn", "dueOn", "closesOn" FROM "Round"`,
  ]);
  return { said, led, rounds };
}

/**
 * Standings, most urgent first. Who leads a commitment, or what it is part of, leads it before who leads its
 * priority; the nearest come last in `led`, so they are the ones that the map keeps.
 * @param today 2026-11-21, the day that freshness is seen from
 */
export function standingsIn({ said, led, rounds }: StandingParts, today: string): CommitmentStanding[] {
  const since = confirmedSince(rounds, day(today));
  const leads = new Map(led.map((one) => [one.commitmentId ?? one.priorityId, one.leads]));
  return said
    .map(({ priorityId, ...row }) => {
      const fresh = freshness(row.submittedAt, since);
      return {
        ...row,
        leads: leads.get(row.id) ?? leads.get(priorityId) ?? null,
        freshness: fresh,
        standing: standing(row.status, fresh),
      };
    })
    .toSorted((a, b) => standingOrder.indexOf(a.standing) - standingOrder.indexOf(b.standing));
}
