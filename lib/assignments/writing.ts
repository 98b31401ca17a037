import 'server-only';
import { type Changes, handOver, type Row } from '#lib/assignments/hand-over.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { today } from '#lib/rounds/queries.ts';

export const selectRow = {
  id: true,
  personId: true,
  kind: true,
  priorityId: true,
  commitmentId: true,
  actionId: true,
  startsOn: true,
  endsOn: true,
} as const;

/** Ends rows and begins others, in two statements however many there are. */
export async function writeChanges(viewer: Viewer, db: Db, { ended, begun }: Changes): Promise<void> {
  const { councilId } = viewer;
  if (ended.length > 0) {
    await db.$executeRaw`
      UPDATE "Assignment" a SET "endsOn" = e."endsOn"::date
        FROM jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) AS e(id uuid, "endsOn" timestamp)
       WHERE a."councilId" = ${councilId}::uuid AND a.id = e.id`;
  }
  if (begun.length > 0) await db.assignment.createMany({ data: begun.map((row) => ({ councilId, ...row })) });
}

/** What one person holds today or will, or a selection of it. */
export async function rowsOf(viewer: Viewer, db: Db, personId: string): Promise<Row[]> {
  return db.assignment.findMany({
    where: { councilId: viewer.councilId, personId, OR: [{ endsOn: null }, { endsOn: { gte: today() } }] },
    select: selectRow,
  });
}

/** The rows of whoever owns these actions; an owner who was only written on the action gets a row since it began. */
async function ownersOf(viewer: Viewer, db: Db, actionIds: string[]): Promise<Row[]> {
  const { councilId } = viewer;
  const now = today();
  const rows: Row[] = await db.assignment.findMany({
    where: {
      councilId,
      actionId: { in: actionIds },
      kind: 'lead',
      OR: [{ endsOn: null }, { endsOn: { gte: now } }],
    },
    select: selectRow,
  });
  const known = new Set(rows.filter((row) => row.startsOn <= now).map((row) => row.actionId));
  const owned = await db.action.findMany({
    where: { councilId, id: { in: actionIds.filter((id) => !known.has(id)) }, ownerId: { not: null } },
    select: { id: true, ownerId: true, createdOn: true },
  });
  const written = await db.assignment.createManyAndReturn({
    data: owned.map((action) => ({
      councilId,
      actionId: action.id,
      personId: action.ownerId ?? '',
      kind: 'lead' as const,
      startsOn: new Date(Math.min(+action.createdOn, +now)),
      endsOn: null,
    })),
    select: selectRow,
  });
  return [...rows, ...written];
}

type Giving = {
  actionIds: string[];
  /** Who takes them; null for nobody. */
  to: string | null;
  on: Date;
  leftOn?: Date | null;
};

/** Gives actions to another owner from a day. Each counts as changed, so that whoever is editing it is told. */
export async function giveActions(viewer: Viewer, db: Db, { actionIds, to, on, leftOn = null }: Giving): Promise<void> {
  if (actionIds.length === 0) return;
  const { councilId } = viewer;
  const now = today();
  const rows = await ownersOf(viewer, db, actionIds);
  const changed = rows.filter((row) => row.personId !== to);
  const theirs = to === null ? [] : await rowsOf(viewer, db, to);
  await writeChanges(viewer, db, handOver(changed, theirs, { to, on, today: now, leftOn }));
  const had = new Set(rows.map((row) => row.actionId));
  const without = to === null ? [] : actionIds.filter((id) => !had.has(id));
  await db.assignment.createMany({
    data: without.map((actionId) => ({ councilId, actionId, personId: to ?? '', kind: 'lead' as const, startsOn: on })),
  });
  // From a day to come, the assignment says who owns it; until then the action keeps whom it has.
  const owner = on <= now ? { ownerId: to } : {};
  await db.action.updateMany({
    where: { councilId, id: { in: actionIds } },
    data: { ...owner, version: { increment: 1 } },
  });
}
