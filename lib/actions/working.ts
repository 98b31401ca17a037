import 'server-only';
import { circleOf, dueDay, isOpen } from '#lib/actions/rules.ts';
import type { Typed } from '#lib/actions/schema.ts';
import { checkCanHold, checkWithin } from '#lib/assignments/loading.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { readLeads } from '#lib/commitments/leads.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { today } from '#lib/rounds/queries.ts';

const selectCommitment = {
  id: true,
  ref: true,
  slug: true,
  priority: { select: { strategy: { select: { startsOn: true, endsOn: true } } } },
} as const;

/** The commitment that an action is added to, with who may plan for it today. */
export async function loadCommitment(viewer: Viewer, db: Db, slug: string) {
  const { councilId } = viewer;
  const commitment = await db.commitment.findFirst({ where: { councilId, slug }, select: selectCommitment });
  if (!commitment) return null;
  const leadIds = (await readLeads(db, commitment.id)).map(({ id }) => id);
  return { ...commitment, strategy: commitment.priority.strategy, leadIds };
}

/** An action that is written to: who may plan it, who may say where it stands, and who is written on it. */
export async function loadAction(viewer: Viewer, db: Db, id: string) {
  const { councilId, personId } = viewer;
  const now = today();
  const found = await db.action.findFirst({
    where: { councilId, id },
    include: { commitment: { select: selectCommitment }, waitsFor: { select: { status: true, title: true } } },
  });
  if (!found) return null;
  const holders = await db.assignment.findMany({
    where: { councilId, actionId: id, startsOn: { lte: now }, OR: [{ endsOn: null }, { endsOn: { gte: now } }] },
    orderBy: { startsOn: 'desc' },
    select: { personId: true, kind: true },
  });
  const ownerId = holders.find(({ kind }) => kind === 'lead')?.personId ?? found.ownerId;
  const isTheirs = !ownerId && (await isPartnerOf(viewer, db, found.organisationId));
  const deputies = holders.filter(({ kind }) => kind === 'deputy').map((holder) => holder.personId);
  return {
    ...found,
    ownerId,
    strategy: found.commitment.priority.strategy,
    leadIds: (await readLeads(db, found.commitment.id)).map((holder) => holder.id),
    ownerIds: [...(ownerId ? [ownerId] : []), ...deputies, ...(isTheirs ? [personId] : [])],
  };
}
export type Loaded = NonNullable<Awaited<ReturnType<typeof loadAction>>>;

/** An action of a partner without an owner belongs to each of its people who act for it here. */
async function isPartnerOf({ councilId, personId, roles }: Viewer, db: Db, organisationId: string | null) {
  if (!organisationId || !roles.includes('partner')) return false;
  return (await db.person.count({ where: { councilId, id: personId, organisationId } })) === 1;
}

type Completing = { status: Typed['status']; completedOn: Date | null };

/**
 * The day an action was done: the one typed, else today; null for what is not done.
 * @throws Refusal for a day to come, a day with another status, and while what it waits for is still to be done
 */
export function completion(
  { status, completedOn }: Completing,
  awaited: { title: string; status: Typed['status'] } | null,
) {
  if (status !== 'done') {
    if (!completedOn) return null;
    const sentence = 'Only an action that is done has this day. Choose Done, or empty the day.';
    throw new Refusal('It is not saved yet.', { errors: { completedOn: sentence } });
  }
  const now = today();
  if (completedOn && completedOn > now) {
    throw new Refusal('It is not saved yet.', { errors: { completedOn: 'Choose today or a day that is past.' } });
  }
  if (awaited && isOpen(awaited)) {
    const sentence = `It waits for “${awaited.title}”, which is still to be done. Finish that first, or take the waiting away.`;
    throw new Refusal('It is not saved yet.', { errors: { status: sentence } });
  }
  return completedOn ?? now;
}

type Place = {
  id: string | null;
  strategy: { startsOn: Date; endsOn: Date };
  was?: { dueOn: Date | null; ownerId: string | null };
};

/** What is typed, held against the council's own rows. @throws Refusal that says which field is wrong and how to mend it */
export async function checkTyped(viewer: Viewer, db: Db, typed: Typed, { id, strategy, was }: Place) {
  const { councilId } = viewer;
  const wrong = (field: string, sentence: string): never => {
    throw new Refusal('It is not saved yet. What you typed is kept.', { errors: { [field]: sentence } });
  };
  const { owner, organisation, meeting: meetingId, waitsFor, dueOn, days } = typed;
  if (owner && owner !== was?.ownerId) await checkCanHold(viewer, db, owner, today(), 'owner');
  if (organisation && !(await db.organisation.count({ where: { councilId, id: organisation } }))) {
    wrong('organisation', 'Choose one of the list.');
  }
  const meeting = meetingId ? await db.meeting.findFirst({ where: { councilId, id: meetingId } }) : null;
  if (meetingId && !meeting) wrong('meeting', 'Choose one of the list.');
  const awaited = waitsFor ? await checkWaiting(viewer, db, { id, waitsFor }, wrong) : null;
  if (days === null && meeting) wrong('days', 'Give the number of working days after the meeting.');
  if (days !== null && dueOn) wrong('dueOn', 'Give either a day or a number of working days, not both.');
  if (days !== null && !meeting && !awaited) wrong('meeting', 'Choose a meeting, or an action that it waits for.');
  const due = dueDay(
    { dueOn, dueWorkingDaysAfter: days },
    { meetingAt: meeting?.startsAt ?? null, awaitedDoneOn: awaited?.completedOn ?? null },
  );
  if (due && +due !== +(was?.dueOn ?? 0)) await checkWithin(db, strategy, due, days === null ? 'dueOn' : 'days');
  const completedOn = completion(typed, awaited);
  if (completedOn && completedOn < strategy.startsOn) await checkWithin(db, strategy, completedOn, 'completedOn');
  return { due, completedOn };
}

/** One waiting at a time is written for a council, so that two people cannot close a circle between them. */
async function checkWaiting(
  viewer: Viewer,
  db: Db,
  { id, waitsFor }: { id: string | null; waitsFor: string },
  wrong: (field: string, sentence: string) => never,
) {
  const { councilId } = viewer;
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('waits'), hashtext(${councilId}))`;
  const awaited = await db.action.findFirst({ where: { councilId, id: waitsFor } });
  if (!awaited) return wrong('waitsFor', 'Choose one of the list.');
  if (id === null) return awaited;
  const all = await db.action.findMany({
    where: { councilId, waitsForId: { not: null } },
    select: { id: true, waitsForId: true },
  });
  const circle = circleOf(id, waitsFor, new Map(all.map((one) => [one.id, one.waitsForId ?? ''])));
  if (circle.length === 0) return awaited;
  const named = await db.action.findMany({
    where: { councilId, id: { in: circle } },
    select: { id: true, title: true },
  });
  const titles = circle.map((step) => `“${named.find((one) => one.id === step)?.title}”`);
  return wrong('waitsFor', `This would make them wait for each other for ever: ${titles.join(' waits for ')}.`);
}
