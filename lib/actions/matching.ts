import 'server-only';
import type { ActionFilter } from '#lib/actions/filter.ts';
import type { ActionStatus } from '#lib/actions/rules.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { addDays } from '#lib/calendar/rules.ts';
import { soonDays } from '#lib/needs/rules.ts';
import { today } from '#lib/rounds/queries.ts';
import type { Sql } from '#lib/sql.ts';

/** An action in a list, with how many there are beside it. */
export type ActionRow = {
  id: string;
  title: string;
  status: ActionStatus;
  dueOn: Date | null;
  completedOn: Date | null;
  createdOn: Date;
  version: number;
  commitmentId: string;
  ref: string;
  commitment: string;
  ownerId: string | null;
  owner: string | null;
  organisation: string | null;
  /** What it waits for, unless that is done. */
  waitsFor: string | null;
  /** The status or the month it stands under; empty in a list. */
  group: string;
  matching: number;
  inGroup: number;
  doneInGroup: number;
  overdueInGroup: number;
};

/** How a view shows them: in one list, or some of each group. */
export type Slice = { group?: 'status' | 'month' | ''; from?: number; to?: number };

/** More than any council has, and a limit all the same. */
const mostActions = 5_000;

/**
 * The actions that a filter leaves, in its order, with the counts of the whole: one statement for the list, the
 * board and the timeline. Who owns an action is who holds it by an assignment today, else who is written on it.
 * Everything is joined before it is narrowed: a plan made for any filter expects it to leave one row, and would
 * look up a thousand of them one by one.
 */
export async function readActions(
  viewer: Viewer,
  db: Sql,
  filter: ActionFilter,
  { group = '', from = 0, to = mostActions }: Slice = {},
): Promise<ActionRow[]> {
  const now = today();
  const soon = addDays(now, soonDays);
  const owner = filter.owner === 'me' ? viewer.personId : filter.owner;
  const column = filter.sort.replace('-', '');
  const isBackwards = filter.sort.startsWith('-');
  const words = JSON.stringify(filter.q.toLowerCase().split(/\s+/).filter(Boolean));
  return db.$queryRaw<ActionRow[]>`
    WITH owners AS (
      SELECT DISTINCT ON ("actionId") "actionId", "personId" FROM "Assignment"
       WHERE "actionId" IS NOT NULL AND kind = 'lead' AND "startsOn" <= ${now} AND ("endsOn" IS NULL OR "endsOn" >= ${now})
       ORDER BY "actionId", "startsOn" DESC),
    joined AS MATERIALIZED (
      SELECT a.id, a.title, a.status::text, a."dueOn", a."completedOn", a."createdOn", a.version, a.notes,
             a."commitmentId", a."organisationId", c.ref, c.slug AS commitment, c.title AS "commitmentTitle", p.key AS priority,
             p."publishedOrder" AS major, c."publishedOrder" AS minor,
             who.id AS "ownerId", who.name AS owner, org.name AS organisation,
             CASE WHEN awaited.status <> 'done' THEN awaited.title END AS "waitsFor",
             a.status IN ('notStarted', 'inProgress') AS open
        FROM "Action" a
        JOIN "Commitment" c ON c."councilId" = a."councilId" AND c.id = a."commitmentId"
        JOIN "Priority" p ON p."councilId" = c."councilId" AND p.id = c."priorityId"
        LEFT JOIN owners ON owners."actionId" = a.id
        LEFT JOIN "Person" who ON who."councilId" = a."councilId" AND who.id = COALESCE(owners."personId", a."ownerId")
        LEFT JOIN "Organisation" org ON org."councilId" = a."councilId" AND org.id = a."organisationId"
        LEFT JOIN "Action" awaited ON awaited."councilId" = a."councilId" AND awaited.id = a."waitsForId"),
    found AS MATERIALIZED (
      SELECT joined.*, open AND "dueOn" < ${now} AS overdue, COALESCE("dueOn"::text, '9999-99-99') AS due,
             lpad(major::text, 4, '0') || lpad(minor::text, 4, '0') AS place,
             CASE ${group}::text WHEN 'status' THEN status
                                 WHEN 'month' THEN COALESCE(left("dueOn"::text, 7), 'none') ELSE '' END AS "group"
        FROM joined
       WHERE (${owner}::text = '' OR COALESCE("ownerId"::text, 'none') = ${owner}::text)
         AND (${filter.organisation}::text = '' OR "organisationId"::text = ${filter.organisation}::text)
         AND (${filter.status}::text IN ('', status) OR (${filter.status}::text = 'open' AND open))
         AND ${filter.priority}::text IN ('', priority)
         AND ${filter.commitment}::text IN ('', commitment)
         AND CASE ${filter.due}::text WHEN '' THEN true
               WHEN 'overdue' THEN open AND "dueOn" < ${now}
               WHEN 'soon' THEN open AND "dueOn" BETWEEN ${now} AND ${soon}
               WHEN 'none' THEN "dueOn" IS NULL
               ELSE left("dueOn"::text, 7) = ${filter.due}::text END
         AND NOT EXISTS (
           SELECT FROM jsonb_array_elements_text(${words}::jsonb) AS wanted(word)
            WHERE position(wanted.word IN lower(concat_ws(' ', title, notes, ref, "commitmentTitle", owner, organisation))) = 0)),
    sorted AS (
      SELECT found.*, CASE ${column}::text
               WHEN 'title' THEN lower(title) WHEN 'commitment' THEN place WHEN 'due' THEN due
               WHEN 'owner' THEN lower(COALESCE(owner, organisation, '~'))
               WHEN 'status' THEN position(left(status, 2) IN 'noindodr')::text
               ELSE CASE WHEN open THEN '0' ELSE '1' END || due END AS key
        FROM found),
    ranked AS (
      SELECT sorted.*, count(*) OVER ()::int AS matching,
             count(*) OVER grouped::int AS "inGroup",
             count(*) FILTER (WHERE status = 'done') OVER grouped::int AS "doneInGroup",
             count(*) FILTER (WHERE overdue) OVER grouped::int AS "overdueInGroup",
             row_number() OVER (PARTITION BY "group" ORDER BY
               CASE WHEN ${isBackwards} THEN '' ELSE key END, CASE WHEN ${isBackwards} THEN key END DESC, title, id) AS row
        FROM sorted WINDOW grouped AS (PARTITION BY "group"))
    SELECT id, title, status, "dueOn", "completedOn", "createdOn", version, "commitmentId", ref, commitment, "ownerId", owner,
           organisation, "waitsFor", "group", matching, "inGroup", "doneInGroup", "overdueInGroup"
      FROM ranked WHERE row > ${from} AND row <= ${to} ORDER BY "group", row`;
}
