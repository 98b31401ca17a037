import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { z } from 'zod';
import { isOpen, roundsCarriedOver } from '#lib/actions/rules.ts';
import { toActionFields } from '#lib/actions/saving.ts';
import { loadAction, loadCommitment } from '#lib/actions/working.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { addDays } from '#lib/calendar/rules.ts';
import type { Db } from '#lib/db.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { readRounds, today } from '#lib/rounds/queries.ts';

/** One action with everything that hangs on it: what it waits for, what waits for it, what shows it, who owned it. */
export const getAction = query(async (viewer, db, id: string) => {
  if (!z.uuid().safeParse(id).success) return notFound();
  const { councilId } = viewer;
  const action = (await loadAction(viewer, db, id)) ?? notFound();
  const link = { id: true, title: true, status: true, dueOn: true } as const;
  const more = await db.action.findFirstOrThrow({
    relationLoadStrategy: 'join',
    where: { councilId, id },
    select: {
      commitment: { select: { ref: true, slug: true, title: true } },
      organisation: { select: { name: true } },
      waitsFor: { select: link },
      waitedForBy: { select: link, orderBy: { title: 'asc' } },
      dueAfterMeeting: { select: { startsAt: true } },
      evidence: { select: { id: true, title: true, url: true }, orderBy: { id: 'asc' } },
    },
  });
  const now = today();
  const owner = action.ownerId
    ? await db.person.findFirst({
        where: { councilId, id: action.ownerId },
        select: { id: true, name: true, leftOn: true },
      })
    : null;
  const rounds = await readRounds(db);
  const { title, status, dueOn, completedOn, createdOn, notes, dueWorkingDaysAfter, version } = action;
  return {
    ...more,
    id,
    title,
    status,
    dueOn,
    completedOn,
    createdOn,
    notes,
    dueWorkingDaysAfter,
    version,
    owner,
    owners: await readOwners(viewer, db, id),
    today: now,
    isOpen: isOpen(action),
    carriedOver: roundsCarriedOver(action, rounds, now),
    mayPlan: can.writeAction(viewer, action),
    mayMove: can.moveAction(viewer, action),
    mayAssign: can.assignLeads(viewer),
  };
});
export type ActionChain = Awaited<ReturnType<typeof getAction>>;

/** Everybody who owned or deputised it, latest first; rows that were taken back never held. */
async function readOwners({ councilId }: Viewer, db: Db, actionId: string) {
  const rows = await db.assignment.findMany({
    where: { councilId, actionId },
    orderBy: { startsOn: 'desc' },
    select: { id: true, kind: true, startsOn: true, endsOn: true, person: { select: { id: true, name: true } } },
  });
  return rows.filter(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn);
}

/** The form of an action that is there, for who may plan it. */
export const getActionForm = query(async (viewer, db, id: string) => {
  if (!z.uuid().safeParse(id).success) return notFound();
  const action = (await loadAction(viewer, db, id)) ?? notFound();
  if (!can.writeAction(viewer, action)) return forbidden();
  const choices = await readChoices(viewer, db, action.commitmentId, action);
  return {
    ref: action.commitment.ref,
    slug: action.commitment.slug,
    version: action.version,
    saved: toActionFields(action),
    choices,
  };
});

/** The empty form under a commitment. */
export const getNewActionForm = query(async (viewer, db, slug: string) => {
  const commitment = (await loadCommitment(viewer, db, slug)) ?? notFound();
  if (!can.writeAction(viewer, commitment)) return forbidden();
  return { ref: commitment.ref, slug: commitment.slug, choices: await readChoices(viewer, db, commitment.id, null) };
});

/** So many actions can be chosen to wait for: those of the same priority, the commitment's own first. */
const mostChoices = 300;
const meetingsBack = 120;

async function readChoices(
  { councilId }: Viewer,
  db: Db,
  commitmentId: string,
  action: { id: string; ownerId: string | null; waitsForId: string | null } | null,
) {
  const now = today();
  const people = await db.person.findMany({
    where: {
      councilId,
      OR: [
        { leftOn: null },
        { leftOn: { gte: now } },
        { id: action?.ownerId ?? '00000000-0000-0000-0000-000000000000' },
      ],
    },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, organisation: { select: { name: true } } },
  });
  const organisations = await db.organisation.findMany({ where: { councilId }, orderBy: { name: 'asc' } });
  const meetings = await db.meeting.findMany({
    where: { councilId, startsAt: { gte: addDays(now, -meetingsBack) } },
    orderBy: { startsAt: 'asc' },
    select: { id: true, startsAt: true, theme: { select: { name: true } } },
  });
  const { priorityId } = await db.commitment.findFirstOrThrow({ where: { councilId, id: commitmentId } });
  const beside = await db.action.findMany({
    where: {
      councilId,
      ...(action && { id: { not: action.id } }),
      OR: [
        { commitment: { priorityId }, status: { in: ['notStarted', 'inProgress'] } },
        ...(action?.waitsForId ? [{ id: action.waitsForId }] : []),
      ],
    },
    orderBy: [{ commitment: { publishedOrder: 'asc' } }, { title: 'asc' }],
    take: mostChoices,
    select: { id: true, title: true, commitment: { select: { ref: true, id: true } } },
  });
  const own = beside.filter(({ commitment }) => commitment.id === commitmentId);
  return {
    people,
    organisations: organisations.map(({ id, name }) => ({ id, name })),
    meetings,
    actions: [...own, ...beside.filter((one) => !own.includes(one))],
  };
}
export type Choices = Awaited<ReturnType<typeof readChoices>>;
