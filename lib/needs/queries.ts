import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { commitmentStandings } from '#lib/commitments/queries.ts';
import { meetingsHeldBefore } from '#lib/meetings/rules.ts';
import { readUnread } from '#lib/messages/queries.ts';
import { readActs } from '#lib/needs/acts.ts';
import { byReference, quietPriorities } from '#lib/needs/rules.ts';
import { can } from '#lib/permissions.ts';
import { promiseStandings } from '#lib/promises/queries.ts';
import { query } from '#lib/query.ts';
import { reading } from '#lib/reading.ts';
import { readRounds, today } from '#lib/rounds/queries.ts';
import { openRound } from '#lib/rounds/rules.ts';
import { sharedRead } from '#lib/shared-read.ts';
import type { Sql } from '#lib/sql.ts';

/** The two numbers of the header: things that wait for the viewer to act on, and messages not read. At once. */
export const getHeaderCounts = sharedRead(
  (viewer: Viewer) => `${viewer.councilId} ${viewer.personId} ${viewer.roles.join(' ')}`,
  reading(async (viewer, db) => {
    const [acts, unread] = await Promise.all([readActs(viewer, db), readUnread(viewer, db)]);
    return { waiting: acts.length, unread };
  }),
);

/** What the home page says: what waits for the viewer, then what this role should read. All asked at once. */
export const getNeeds = reading(async (viewer, db) => {
  const now = clock();
  const [rounds, acts, forRole] = await Promise.all([
    readRounds(db),
    readActs(viewer, db),
    readForRole(viewer, db, now),
  ]);
  const held = meetingsHeldBefore(now);
  return {
    today: today(now),
    acts,
    round: openRound(rounds, today(now)),
    nextRound: rounds.find((round) => round.opensOn > today(now)) ?? null,
    meeting: rounds.find((round) => round.meetingAt > held) ?? null,
    ...forRole,
  };
});
export type Needs = Awaited<ReturnType<typeof getNeeds>>;

const has = (viewer: Viewer, ...roles: Viewer['roles']) => roles.some((role) => viewer.roles.includes(role));

async function readForRole(viewer: Viewer, db: Sql, now: Date) {
  const sees = {
    quiet: can.reviewUpdates(viewer),
    offTrack: has(viewer, 'chair', 'boardMember', 'scrutiny'),
    promises: has(viewer, 'youngPeople'),
    reports: has(viewer, 'scrutiny'),
    meeting: has(viewer, 'chair', 'boardMember', 'partner', 'youngPeople', 'scrutiny'),
  };
  const needsStandings = sees.quiet || sees.offTrack || sees.promises;
  const [standings, onTheirWay, report] = await Promise.all([
    needsStandings ? commitmentStandings(viewer, db, now) : [],
    sees.quiet ? readOnTheirWay(db) : new Set<string>(),
    sees.reports ? readLatestReport(db) : null,
  ]);
  return {
    sees,
    quiet: sees.quiet ? quietPriorities(standings, onTheirWay) : [],
    offTrack: sees.offTrack
      ? standings.filter((row) => row.standing === 'offTrack').toSorted((one, other) => byReference(one.ref, other.ref))
      : [],
    notUpdated: standings.filter((row) => row.standing === 'notUpdated').length,
    total: standings.length,
    promises: sees.promises || sees.quiet ? await promiseStandings(viewer, db, now, standings) : [],
    report,
  };
}

/** Commitments whose update waits for a decision: their lead has not gone quiet. */
async function readOnTheirWay(db: Sql): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "commitmentId" AS id FROM "Update" WHERE state IN ('submitted', 'approved')`;
  return new Set(rows.map((row) => row.id));
}

type Frozen = { reportId: string; title: string; edition: number; frozenAt: Date };

async function readLatestReport(db: Sql): Promise<Frozen | null> {
  const rows = await db.$queryRaw<Frozen[]>`
    SELECT r.id AS "reportId", r.title, s.edition, s."frozenAt"
      FROM "Snapshot" s JOIN "Report" r ON r."councilId" = s."councilId" AND r.id = s."reportId"
     ORDER BY s."frozenAt" DESC LIMIT 1`;
  return rows[0] ?? null;
}

/** The update that the viewer has just sent, so that the page can say so truly; null when there is none. */
export const getSent = query(async (viewer, db, slug: string) =>
  db.update.findFirst({
    where: {
      councilId: viewer.councilId,
      authorId: viewer.personId,
      state: 'submitted',
      commitment: { slug },
    },
    orderBy: { submittedAt: 'desc' },
    select: { submittedAt: true, commitment: { select: { ref: true, title: true, slug: true } } },
  }),
);
