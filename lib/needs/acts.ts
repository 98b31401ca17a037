import 'server-only';
import { readLeftBehind } from '#lib/assignments/people.ts';
import { readWithoutLead } from '#lib/assignments/queries.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { day } from '#lib/calendar/rules.ts';
import { isoDay } from '#lib/format.ts';
import { readExpected } from '#lib/indicators/freshness/queries.ts';
import { type Act, isUpdate, needsMe } from '#lib/needs/rules.ts';
import { can } from '#lib/permissions.ts';
import { today } from '#lib/rounds/queries.ts';
import { type Sql, together } from '#lib/sql.ts';
import { enough } from '#lib/voice/rules.ts';

/**
 * What waits for the viewer to act on, most urgent first, in one statement; for the administrator also who leads what.
 * An update on a commitment of the strategy in force is due from whoever leads or deputises the commitment itself, or
 * what it is part of where nobody leads it; not where the commitment is complete or stopped, and not once one was sent in the open round.
 */
export async function readActs(viewer: Viewer, db: Sql): Promise<Act[]> {
  const [now, me] = [today(), viewer.personId];
  const [rows, gaps, figures] = await together(db, [
    () => readOwn(viewer, db, now, me),
    () => readGaps(viewer, db, now),
    () => readFigures(db, now, me),
  ]);
  return needsMe([...gaps, ...rows, ...figures], now);
}

/** Commitments that nobody leads, and what people who left still hold: for who may say who leads what. */
async function readGaps(viewer: Viewer, db: Sql, now: Date): Promise<Act[]> {
  if (!can.assignLeads(viewer)) return [];
  const [leaderless, left] = await together(db, [() => readWithoutLead(db, now), () => readLeftBehind(db, now)]);
  const none = { key: '', note: '', on: null };
  const refs = leaderless.map((commitment) => commitment.ref).join(', ');
  return [
    ...(leaderless.length > 0
      ? [{ ...none, kind: 'leaderless' as const, ref: refs, title: String(leaderless.length) }]
      : []),
    ...left.map((person) => ({
      ...none,
      kind: 'leftBehind' as const,
      key: person.id,
      ref: person.name,
      title: String(person.holds + person.actions),
    })),
  ];
}

/** Figures of this person whose next value is expected, as one line: they come together, from one file. */
async function readFigures(db: Sql, now: Date, me: string): Promise<Act[]> {
  const expected = (await readExpected(db, isoDay(now), me)).flatMap(
    ({ key, title, freshness: { state, expectedOn } }) =>
      state === 'current' || expectedOn === null ? [] : [{ key, title, on: day(expectedOn) }],
  );
  const days = [...new Set(expected.map(({ on }) => on.getTime()))];
  return days.map((at) => {
    const own = expected.filter(({ on }) => on.getTime() === at);
    const [first] = own;
    return {
      kind: 'figures',
      key: own.length === 1 && first ? first.key : '',
      ref: own.map(({ title }) => title).join('; '),
      title: String(own.length),
      note: '',
      on: new Date(at),
    };
  });
}

async function readOwn(viewer: Viewer, db: Sql, now: Date, me: string): Promise<Act[]> {
  return db.$queryRaw<Act[]>`
    WITH RECURSIVE open AS (
      SELECT r.id, r."dueOn", r."closesOn" FROM "Round" r
       WHERE r."opensOn" <= ${now} AND (r."closesOn" >= ${now} OR EXISTS (
               SELECT FROM "RoundReopening" o
                WHERE o."councilId" = r."councilId" AND o."roundId" = r.id AND o."untilOn" >= ${now}))
       ORDER BY r."opensOn" DESC LIMIT 1),
    held AS MATERIALIZED (
      SELECT a."personId", a.kind, a."commitmentId", a."priorityId", a."actionId"
        FROM "Assignment" a JOIN "Person" p ON p."councilId" = a."councilId" AND p.id = a."personId"
       WHERE a."startsOn" <= ${now} AND (a."endsOn" IS NULL OR a."endsOn" >= ${now})
         AND (p."leftOn" IS NULL OR p."leftOn" >= ${now})),
    mine AS (
      SELECT "commitmentId", "priorityId" FROM held WHERE "personId" = ${me}::uuid AND "actionId" IS NULL
       UNION
      SELECT below."commitmentId", below."priorityId" FROM mine CROSS JOIN LATERAL (
        SELECT c.id AS "commitmentId", NULL::uuid AS "priorityId" FROM "Commitment" c
         WHERE (c."parentId" = mine."commitmentId" OR (c."parentId" IS NULL AND c."priorityId" = mine."priorityId"))
           AND NOT EXISTS (SELECT FROM held WHERE held."commitmentId" = c.id AND held.kind = 'lead')
         UNION ALL
        SELECT NULL, p.id FROM "Priority" p
         WHERE p."parentId" = mine."priorityId"
           AND NOT EXISTS (SELECT FROM held WHERE held."priorityId" = p.id AND held.kind = 'lead')) below),
    -- Each way of owning an action by its own index: as one condition, every action of the council would be read.
    my_actions AS (
      SELECT "actionId" AS id FROM held WHERE "personId" = ${me}::uuid AND "actionId" IS NOT NULL
       UNION
      SELECT a.id FROM "Action" a
       WHERE a."councilId" = ${viewer.councilId}::uuid AND a."ownerId" = ${me}::uuid
         AND NOT EXISTS (SELECT FROM held WHERE held."actionId" = a.id AND held.kind = 'lead')
       UNION
      SELECT a.id FROM "Person" p JOIN "Action" a ON a."councilId" = p."councilId" AND a."organisationId" = p."organisationId"
       WHERE ${viewer.roles.includes('partner')} AND p.id = ${me}::uuid AND a."ownerId" IS NULL)
    SELECT CASE WHEN w.state = 'returned' THEN 'returned' WHEN w.state = 'draft' THEN 'begun' ELSE 'due' END AS kind,
           c.slug AS key, c.ref, c.title, COALESCE(w.comment, '') AS note, open."dueOn"::timestamp AT TIME ZONE 'UTC' AS "on"
      FROM open CROSS JOIN "Commitment" c
      LEFT JOIN LATERAL (
        SELECT x.state, x.comment FROM "Update" x
         WHERE x."councilId" = c."councilId" AND x."commitmentId" = c.id AND x.state IN ('draft', 'returned')
         ORDER BY x."startedAt" DESC LIMIT 1) w ON true
      LEFT JOIN LATERAL (
        SELECT y.status FROM "Update" y
         WHERE y."councilId" = c."councilId" AND y."commitmentId" = c.id AND y.state = 'published'
         ORDER BY y."publishedAt" DESC LIMIT 1) said ON true
     WHERE c.id IN (SELECT "commitmentId" FROM mine)
       AND c."priorityId" IN (SELECT id FROM "Priority" WHERE "strategyId" = (SELECT strategy_in_force(${now}::date)))
       AND (w.state IS NOT NULL OR said.status IS NULL OR said.status NOT IN ('complete', 'stopped'))
       AND (w.state IS NOT NULL OR NOT EXISTS (
             SELECT FROM "Update" z
              WHERE z."councilId" = c."councilId" AND z."commitmentId" = c.id AND z."roundId" = open.id
                AND z.state IN ('submitted', 'approved', 'published')))
    UNION ALL
    SELECT 'action', a.id::text, c.ref, a.title, '', a."dueOn"::timestamp AT TIME ZONE 'UTC'
      FROM my_actions JOIN "Action" a ON a."councilId" = ${viewer.councilId}::uuid AND a.id = my_actions.id
      JOIN "Commitment" c ON c."councilId" = a."councilId" AND c.id = a."commitmentId"
     WHERE a.status IN ('notStarted', 'inProgress') AND a."dueOn" IS NOT NULL
    UNION ALL
    SELECT 'decide', u.id::text, c.ref, c.title, who.name, u."submittedAt"
      FROM "Update" u
      JOIN "Commitment" c ON c."councilId" = u."councilId" AND c.id = u."commitmentId"
      JOIN "Person" who ON who."councilId" = u."councilId" AND who.id = u."authorId"
     WHERE ${can.reviewUpdates(viewer)} AND u.state = 'submitted' AND u."authorId" <> ${me}::uuid
    UNION ALL
    SELECT 'publish', '', string_agg(c.ref, ', ' ORDER BY c.ref), count(*)::text, '', min(u."approvedAt")
      FROM "Update" u JOIN "Commitment" c ON c."councilId" = u."councilId" AND c.id = u."commitmentId"
     WHERE ${can.reviewUpdates(viewer)} AND u.state = 'approved' AND u."authorId" <> ${me}::uuid
    HAVING count(*) > 0
    UNION ALL
    SELECT 'words', '', '', count(*)::text, '', NULL
      FROM "PromiseRating" WHERE ${can.manageVoice(viewer)} AND moderation = 'waiting' AND why <> ''
    HAVING count(*) > 0
    UNION ALL
    SELECT 'answer', '', '', count(DISTINCT heard."promiseId")::text, '', NULL
      FROM (SELECT r."promiseId" FROM "PromiseRating" r
              JOIN "Round" o ON o."councilId" = r."councilId" AND o.id = r."roundId"
             WHERE ${can.manageVoice(viewer)} AND o."opensOn" >= COALESCE(
                     (SELECT max(p."opensOn") FROM "Round" p WHERE p."closesOn" < ${now}), '-infinity')
               AND NOT EXISTS (
                     SELECT FROM "Answer" a WHERE a."councilId" = r."councilId" AND a."promiseId" = r."promiseId"
                        AND a."roundId" = r."roundId" AND a."publishedAt" IS NOT NULL)
             GROUP BY r."promiseId", r."roundId"
            HAVING bool_or(r."personId" IS NOT NULL) OR bool_or(r.why <> '' AND r.moderation = 'shown')
                OR count(r."linkId") >= ${enough(viewer.council.rules.disclosureThreshold)}) heard
    HAVING count(*) > 0
    UNION ALL
    SELECT 'rate', '', '', count(*)::text, '', min(open."closesOn")::timestamp AT TIME ZONE 'UTC'
      FROM open CROSS JOIN "Promise" p
     WHERE ${can.ratePromises(viewer)} AND p."strategyId" = (SELECT strategy_in_force(${now}::date)) AND NOT EXISTS (
             SELECT FROM "PromiseRating" r WHERE r."councilId" = p."councilId" AND r."promiseId" = p.id
                AND r."roundId" = open.id AND r."personId" = ${me}::uuid)
    HAVING count(*) > 0`;
}

/** The commitment whose update is due from the viewer next, apart from this one; null when all are sent. */
export async function readNextDue(viewer: Viewer, db: Sql, slug: string): Promise<string | null> {
  const acts = await readActs(viewer, db);
  return acts.find((act) => isUpdate(act) && act.key !== slug)?.key ?? null;
}
