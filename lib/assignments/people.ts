import 'server-only';
import { readCoverage } from '#lib/assignments/coverage.ts';
import { hasLeft, whoDeputises, whoLeads } from '#lib/assignments/rules.ts';
import { reading } from '#lib/reading.ts';
import { today } from '#lib/rounds/queries.ts';
import type { Sql } from '#lib/sql.ts';

type Row = {
  id: string;
  name: string;
  organisation: string | null;
  leftOn: Date | null;
  /** Priorities and commitments that are theirs by a row that has not ended. */
  holds: number;
  actions: number;
  overdue: number;
  /** Updates that they have begun, or that came back to them. */
  drafts: number;
};

/** Every person of the council with what is in their hands. One statement. */
async function readPeople(db: Sql, now: Date): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    WITH owners AS (
      SELECT DISTINCT ON ("actionId") "actionId", "personId" FROM "Assignment"
       WHERE "actionId" IS NOT NULL AND kind = 'lead' AND "startsOn" <= ${now} AND ("endsOn" IS NULL OR "endsOn" >= ${now})
       ORDER BY "actionId", "startsOn" DESC),
    owned AS (
      SELECT COALESCE(o."personId", a."ownerId") AS "personId", count(*)::int AS actions,
             (count(*) FILTER (WHERE a."dueOn" < ${now}))::int AS overdue
        FROM "Action" a LEFT JOIN owners o ON o."actionId" = a.id
       WHERE a.status IN ('notStarted', 'inProgress') GROUP BY 1)
    SELECT p.id, p.name, o.name AS organisation, p."leftOn"::timestamp AT TIME ZONE 'UTC' AS "leftOn",
           COALESCE(owned.actions, 0) AS actions, COALESCE(owned.overdue, 0) AS overdue,
           (SELECT count(*)::int FROM "Assignment" a
             WHERE a."councilId" = p."councilId" AND a."personId" = p.id AND a."actionId" IS NULL
               AND (a."endsOn" IS NULL OR a."endsOn" >= ${now})) AS holds,
           (SELECT count(*)::int FROM "Update" u
             WHERE u."councilId" = p."councilId" AND u."authorId" = p.id AND u.state IN ('draft', 'returned')) AS drafts
      FROM "Person" p
      LEFT JOIN "Organisation" o ON o."councilId" = p."councilId" AND o.id = p."organisationId"
      LEFT JOIN owned ON owned."personId" = p.id
     ORDER BY p.name`;
}

/** Who left and still holds something that nobody has taken over. */
export async function readLeftBehind(db: Sql, now: Date): Promise<Row[]> {
  const people = await readPeople(db, now);
  return people.filter((person) => hasLeft(person, now) && person.holds + person.actions > 0);
}

/** Who leads what: what nobody leads first, what people who left still hold, then everybody with their counts. */
export const listPeople = reading(async (_viewer, db) => {
  const now = today();
  const [people, { commitments, holders }] = await Promise.all([readPeople(db, now), readCoverage(db, now)]);
  const of = commitments.map((commitment) => {
    const all = holders.get(commitment.id) ?? [];
    return { commitment, leads: whoLeads(all), deputies: whoDeputises(all) };
  });
  const countOf = (id: string, kind: 'leads' | 'deputies') =>
    of.filter((one) => one[kind].some((holder) => holder.id === id)).length;
  const counted = people.map((person) => ({
    ...person,
    leads: countOf(person.id, 'leads'),
    deputises: countOf(person.id, 'deputies'),
    hasLeft: hasLeft(person, now),
  }));
  return {
    total: commitments.length,
    withoutLead: of.filter(({ leads }) => leads.length === 0).map(({ commitment }) => commitment),
    leftBehind: counted.filter((person) => person.hasLeft && person.holds + person.actions > 0),
    people: counted.filter((person) => !person.hasLeft),
    left: counted.filter((person) => person.hasLeft),
  };
});
export type PersonCounts = Awaited<ReturnType<typeof listPeople>>['people'][number];
