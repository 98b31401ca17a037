import 'server-only';
import type { Row } from '#lib/assignments/hand-over.ts';
import type { Target } from '#lib/assignments/schema.ts';
import { rowsOf, selectRow } from '#lib/assignments/writing.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { formatDate } from '#lib/format.ts';
import { today } from '#lib/rounds/queries.ts';
import { inForce } from '#lib/strategies/rules.ts';
import { isWithin, strategySpan } from '#lib/strategies/span.ts';

const strategyOf = { strategy: { select: { startsOn: true, endsOn: true } } } as const;
const ofPriority = { select: { ...strategyOf } } as const;
const ofCommitment = { select: { ref: true, slug: true, priority: ofPriority } } as const;

/** What somebody is to lead, held until the end so that two people do not change it at once: its name and address, its strategy, and who holds it now or later. Null when it is not there. */
export async function loadTarget(viewer: Viewer, db: Db, target: Target) {
  const { councilId } = viewer;
  const named = [target.priority, target.commitment, target.action].filter(Boolean);
  if (named.length !== 1) return null;
  const found = await findTarget(viewer, db, target);
  if (!found) return null;
  const ids = {
    priorityId: target.priority || null,
    commitmentId: target.commitment || null,
    actionId: target.action || null,
  };
  const rows: Row[] = await db.assignment.findMany({
    where: { councilId, ...ids, OR: [{ endsOn: null }, { endsOn: { gte: today() } }] },
    select: selectRow,
  });
  return { ...found, ids, rows };
}

async function findTarget({ councilId }: Viewer, db: Db, { priority, commitment, action }: Target) {
  if (priority) {
    await db.$queryRaw`SELECT FROM "Priority" WHERE id = ${priority}::uuid FOR UPDATE`;
    const found = await db.priority.findFirst({
      where: { councilId, id: priority },
      select: { key: true, ...strategyOf },
    });
    return found && { subject: found.key, path: `priorities/${found.key}/leads`, strategy: found.strategy };
  }
  if (commitment) {
    await db.$queryRaw`SELECT FROM "Commitment" WHERE id = ${commitment}::uuid FOR UPDATE`;
    const found = await db.commitment.findFirst({ where: { councilId, id: commitment }, ...ofCommitment });
    return found && { subject: found.ref, path: `commitments/${found.slug}/leads`, strategy: found.priority.strategy };
  }
  await db.$queryRaw`SELECT FROM "Action" WHERE id = ${action}::uuid FOR UPDATE`;
  const found = await db.action.findFirst({
    where: { councilId, id: action },
    select: { id: true, commitment: ofCommitment },
  });
  return (
    found && {
      subject: found.id,
      path: `actions/${found.id}/leads`,
      strategy: found.commitment.priority.strategy,
    }
  );
}

type Dated = { startsOn: Date; endsOn: Date };

/** @throws Refusal for a day outside the strategy, beside the field that it was typed in */
export async function checkWithin(db: Db, strategy: Dated, day: Date, field: string): Promise<void> {
  const all = await db.strategy.findMany({ select: { startsOn: true, endsOn: true } });
  const span = strategySpan(strategy, all, today());
  if (isWithin(day, span)) return;
  const sentence = `Choose a day within the strategy: from ${formatDate(span.from)} to ${formatDate(span.to)}.`;
  throw new Refusal('This day is outside the strategy. Nothing was changed.', { errors: { [field]: sentence } });
}

/** The same for what belongs to no one commitment: the strategy in force. */
export async function checkInForce(db: Db, day: Date, field: string): Promise<void> {
  const strategy = inForce(await db.strategy.findMany({ select: { startsOn: true, endsOn: true } }), today());
  if (strategy) await checkWithin(db, strategy, day, field);
}

/** @throws Refusal for somebody who is not there, or will not be there on this day */
export async function checkCanHold(viewer: Viewer, db: Db, id: string, on: Date, field: string) {
  const { councilId } = viewer;
  const person = await db.person.findFirst({
    where: { councilId, id },
    select: { id: true, name: true, leftOn: true, memberships: { select: { endsOn: true } } },
  });
  const refuse = (sentence: string) => {
    throw new Refusal('Nothing was changed.', { errors: { [field]: sentence } });
  };
  if (!person) return refuse('Choose a person in the list.');
  if (person.leftOn && person.leftOn < on) {
    return refuse(`${person.name} leaves on ${formatDate(person.leftOn)}. Choose somebody who is here on that day.`);
  }
  if (!person.memberships.some(({ endsOn }) => endsOn === null || endsOn >= on)) {
    return refuse(`${person.name} has no role here on that day, so they could not sign in. Choose somebody else.`);
  }
  return person;
}

/** A person with everything that is in their hands today or later. */
export async function loadHands(viewer: Viewer, db: Db, id: string) {
  // Held until the end, so that two hand overs of one person do not both give the same things away.
  await db.$queryRaw`SELECT FROM "Person" WHERE id = ${id}::uuid FOR UPDATE`;
  const person = await db.person.findFirst({
    where: { councilId: viewer.councilId, id },
    select: { id: true, name: true, leftOn: true },
  });
  return person && { ...person, rows: await rowsOf(viewer, db, id) };
}
