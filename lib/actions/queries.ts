import 'server-only';
import type { ActionFilter, View } from '#lib/actions/filter.ts';
import { type ActionRow, readActions, type Slice } from '#lib/actions/matching.ts';
import { readCoverage } from '#lib/assignments/coverage.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { can } from '#lib/permissions.ts';
import { readInCouncil, reading } from '#lib/reading.ts';
import { readRounds, today } from '#lib/rounds/queries.ts';
import { sharedRead } from '#lib/shared-read.ts';
import type { Sql } from '#lib/sql.ts';

export const pageSize = 100;
/** How many the board shows in a column, and the timeline in a month; each says how many there are. */
const boardSize = 20;
const monthSize = 12;

type Asked = { filter: ActionFilter; view: View; page: number };

/** The same rows for everybody who asks for them, but "mine": read once for all who ask at the same moment. */
const readShown = sharedRead(
  (viewer: Viewer, filter: ActionFilter, slice: Slice) =>
    JSON.stringify([viewer.councilId, filter.owner === 'me' && viewer.personId, filter, slice]),
  (viewer, filter, slice) => readInCouncil(viewer.councilId, (db) => readActions(viewer, db, filter, slice)),
);

/** What stands around the rows: what the filter may be, the rounds, and who may plan. */
const readAround = reading(async (viewer, db) =>
  Promise.all([readOptions(db), readRounds(db), readWriters(viewer, db)]),
);

/** One view of the actions that a filter leaves, with what the filter may be. */
export async function listActions(viewer: Viewer, { filter, view, page }: Asked) {
  const slices = {
    list: { from: (page - 1) * pageSize, to: page * pageSize },
    board: { group: 'status', to: boardSize },
    timeline: { group: 'month', to: monthSize },
  } as const;
  // A month reads from its first day to its last; the other views begin with what is still to be done.
  const sort = view === 'timeline' ? 'due' : filter.sort;
  const [rows, [options, rounds, writers]] = await Promise.all([
    readShown(viewer, { ...filter, sort }, slices[view]),
    readAround(viewer),
  ]);
  return {
    today: today(),
    rows: rows.map((row) => ({ ...row, ...rightsOf(viewer, row, writers) })),
    matching: rows[0]?.matching ?? 0,
    options,
    rounds,
    mayPlanSome: can.assignLeads(viewer) || [...writers.values()].some((ids) => ids.includes(viewer.personId)),
  };
}
export type ActionList = Awaited<ReturnType<typeof listActions>>;
export type ListedAction = ActionList['rows'][number];

/** Who may plan for each commitment today, by its id. */
async function readWriters(viewer: Viewer, db: Sql): Promise<Map<string, string[]>> {
  // The administrator may plan them all, so nobody has to be looked up.
  if (can.writeAction(viewer, { leadIds: [] })) return new Map();
  const { holders } = await readCoverage(db, today());
  return new Map([...holders].map(([id, all]) => [id, all.map((holder) => holder.id)]));
}

function rightsOf(viewer: Viewer, row: ActionRow, writers: ReadonlyMap<string, string[]>) {
  const leadIds = writers.get(row.commitmentId) ?? [];
  return {
    mayPlan: can.writeAction(viewer, { leadIds }),
    mayMove: can.moveAction(viewer, { leadIds, ownerIds: row.ownerId ? [row.ownerId] : [] }),
  };
}

type Option = { kind: 'owner' | 'organisation' | 'priority'; value: string; label: string; isHere: boolean };

/** What the filter offers: people and organisations, priorities; those who have left only while they own something. */
async function readOptions(db: Sql): Promise<Option[]> {
  const now = today();
  return db.$queryRaw<Option[]>`
    SELECT 'owner' AS kind, p.id::text AS value, p.name AS label, p."leftOn" IS NULL OR p."leftOn" >= ${now} AS "isHere", 0 AS place
      FROM "Person" p
     WHERE p."leftOn" IS NULL OR p."leftOn" >= ${now}
        OR EXISTS (SELECT FROM "Action" a WHERE a."councilId" = p."councilId" AND a."ownerId" = p.id)
    UNION ALL SELECT 'organisation', id::text, name, true, 0 FROM "Organisation"
    UNION ALL SELECT 'priority', key, "shortTitle", true, "publishedOrder" FROM "Priority"
     WHERE "strategyId" = (SELECT strategy_in_force(${now}::date))
     ORDER BY kind, place, label`;
}
