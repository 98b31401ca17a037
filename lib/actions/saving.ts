import 'server-only';
import { dueDay } from '#lib/actions/rules.ts';
import type { Typed } from '#lib/actions/schema.ts';
import { statusWords } from '#lib/actions/words.ts';
import type { Loaded } from '#lib/actions/working.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { isoDay } from '#lib/format.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/** What is typed as the columns of the row. */
export const columnsOf = (typed: Typed, { due, completedOn }: { due: Date | null; completedOn: Date | null }) => ({
  title: typed.title,
  status: typed.status,
  completedOn,
  organisationId: typed.organisation || null,
  dueOn: due,
  dueWorkingDaysAfter: typed.days,
  dueAfterMeetingId: typed.meeting || null,
  waitsForId: typed.waitsFor || null,
  notes: typed.notes,
});

const day = (date: Date | null) => (date ? isoDay(date) : '');

type ActionColumns = Prisma.ActionGetPayload<object>;

/** An action as the fields of its form. */
export const toActionFields = (action: Omit<ActionColumns, 'councilId'>) => ({
  title: action.title,
  status: action.status,
  completedOn: day(action.completedOn),
  owner: action.ownerId ?? '',
  organisation: action.organisationId ?? '',
  dueOn: action.dueWorkingDaysAfter === null ? day(action.dueOn) : '',
  days: action.dueWorkingDaysAfter === null ? '' : String(action.dueWorkingDaysAfter),
  meeting: action.dueAfterMeetingId ?? '',
  waitsFor: action.waitsForId ?? '',
  notes: action.notes,
});

type Save = { version: number; change: Prisma.ActionUncheckedUpdateManyInput };

/**
 * Writes an action that is still as the form was shown, and dates what waits for it.
 * @throws Refusal with the other person's words when it has moved on: nothing is overwritten unseen
 */
export async function saveAction(viewer: Viewer, db: Db, action: Loaded, { version, change }: Save): Promise<void> {
  const { councilId } = viewer;
  const { count } = await db.action.updateMany({
    where: { councilId, id: action.id, version },
    data: { ...change, version: { increment: 1 } },
  });
  if (count === 1) return dateWaiting(viewer, db, action.id);
  throw stale(await db.action.findFirstOrThrow({ where: { councilId, id: action.id } }));
}

function stale(theirs: ActionColumns): Refusal {
  const status = statusWords[theirs.status].toLowerCase();
  return new Refusal(
    `Somebody else changed this action meanwhile: it is ${status} now. Nothing of yours is saved yet. Look at theirs, then save again.`,
    { theirs: { ...toActionFields(theirs), version: String(theirs.version) } },
  );
}

/**
 * Works out the due day of every open action that is due some working days after this one: known once it is done,
 * unknown again when it is opened again. Those that are due after a meeting keep the meeting's day.
 */
async function dateWaiting(viewer: Viewer, db: Db, id: string): Promise<void> {
  const { councilId } = viewer;
  const { completedOn } = await db.action.findFirstOrThrow({ where: { councilId, id }, select: { completedOn: true } });
  const waiting = await db.action.findMany({
    where: {
      councilId,
      waitsForId: id,
      dueWorkingDaysAfter: { not: null },
      dueAfterMeetingId: null,
      status: { in: ['notStarted', 'inProgress'] },
    },
    select: { id: true, dueOn: true, dueWorkingDaysAfter: true },
  });
  for (const one of waiting) {
    const dueOn = dueDay(one, { meetingAt: null, awaitedDoneOn: completedOn });
    if (dueOn?.getTime() === one.dueOn?.getTime()) continue;
    await db.action.updateMany({
      where: { councilId, id: one.id },
      data: { dueOn, version: { increment: 1 } },
    });
  }
}
