import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { today } from '#lib/rounds/queries.ts';

/**
 * Ends the roles of a person with their last day; a role that was to begin later never holds.
 * @throws Refusal for the only administrator: the council would be left without one
 */
export async function endMemberships(viewer: Viewer, db: Db, personId: string, leftOn: Date): Promise<void> {
  const { councilId } = viewer;
  // Held, so that two administrators who leave at the same moment do not both count the other.
  await db.$queryRaw`SELECT FROM "Membership" WHERE role = 'administrator' FOR UPDATE`;
  const administrators = await db.membership.findMany({
    where: { councilId, role: 'administrator', OR: [{ endsOn: null }, { endsOn: { gt: leftOn } }] },
    select: { personId: true, person: { select: { leftOn: true } } },
  });
  const stays = administrators.filter(({ person }) => person.leftOn === null || person.leftOn > leftOn);
  const isAdministrator = stays.some((one) => one.personId === personId);
  if (isAdministrator && stays.every((one) => one.personId === personId)) {
    throw new Refusal('This is the only administrator. Give the role to somebody else first.');
  }
  await db.$executeRaw`
    UPDATE "Membership" SET "endsOn" = GREATEST(${leftOn}::date, "startsOn" - 1)
     WHERE "councilId" = ${councilId}::uuid AND "personId" = ${personId}::uuid AND ("endsOn" IS NULL OR "endsOn" > ${leftOn}::date)`;
}

/** The roles that ended on the last day go on, unless the person has been given the same role since. */
export async function reopenMemberships(viewer: Viewer, db: Db, personId: string, leftOn: Date): Promise<void> {
  const { councilId } = viewer;
  const now = today();
  const held = await db.membership.findMany({
    where: { councilId, personId, OR: [{ endsOn: null }, { endsOn: { gt: leftOn < now ? now : leftOn } }] },
    select: { role: true },
  });
  await db.membership.updateMany({
    where: { councilId, personId, endsOn: leftOn, role: { notIn: held.map(({ role }) => role) } },
    data: { endsOn: null },
  });
}
