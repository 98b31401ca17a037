'use server';
import { ensureUser } from '#lib/auth/founders.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { day } from '#lib/calendar/rules.ts';
import { loadCouncil } from '#lib/councils/changing.ts';
import { sameAsShown } from '#lib/councils/marks.ts';
import type { Db } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import { mutation } from '#lib/mutation.ts';
import { addPersonInput, endRoleInput, giveRoleInput, personInput } from '#lib/people/schema.ts';
import { can } from '#lib/permissions.ts';
import { today } from '#lib/rounds/queries.ts';

/** Somebody new: who they are, how they sign in, and their first role. */
export const addPerson = mutation({
  operation: 'addPerson',
  input: addPersonInput,
  // Held, so that two who add the same person at once come one after the other.
  load: loadCouncil,
  allow: can.manageCouncil,
  async run(viewer, db, { name, email, role, organisation, does }) {
    const { councilId } = viewer;
    // By the role of signing in, outside this transaction: without a person in a council nobody can do anything.
    const userId = await ensureUser(email);
    const same = await db.person.findFirst({ where: { userId }, select: { name: true } });
    if (same) {
      const sentence = `This address belongs to ${same.name}, who is here already. Give them another role in the list.`;
      throw new Refusal(sentence, { errors: { email: sentence } });
    }
    const organisationId = await organisationOf(viewer, db, organisation);
    const { id: personId } = await db.person.create({
      data: { councilId, userId, name, does: does || null, organisationId },
      select: { id: true },
    });
    await db.membership.create({ data: { councilId, personId, role, startsOn: today() } });
    return { subject: personId, to: `/${viewer.council.slug}/settings/people?saved=${personId}` };
  },
});

/** What the screen calls somebody, where they work and what they do. */
export const savePerson = mutation({
  operation: 'savePerson',
  input: personInput,
  async load(_viewer, db, { person }) {
    await db.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${person}::uuid FOR UPDATE`;
    return db.person.findFirst({ where: { id: person }, include: { organisation: { select: { name: true } } } });
  },
  allow: can.manageCouncil,
  async run(viewer, db, { shown, name, organisation, does }, person) {
    const stands = { name: person.name, organisation: person.organisation?.name ?? '', does: person.does ?? '' };
    sameAsShown(stands, shown, { fields: stands, typed: { name, organisation, does } });
    const organisationId = await organisationOf(viewer, db, organisation);
    const where = { councilId_id: { councilId: viewer.councilId, id: person.id } };
    await db.person.update({ where, data: { name, does: does || null, organisationId } });
    return { subject: person.id, to: pageOf(viewer, person.id) };
  },
});

/** One more role, from a day on. */
export const giveRole = mutation({
  operation: 'giveRole',
  input: giveRoleInput,
  load: (_viewer, db, { person }) => db.person.findFirst({ where: { id: person }, include: { memberships: true } }),
  allow: can.manageCouncil,
  async run(viewer, db, { role, startsOn }, { id: personId, memberships }) {
    const first = day(startsOn);
    const holds = memberships.some((one) => one.role === role && (one.endsOn === null || one.endsOn >= first));
    if (holds)
      throw new Refusal('They hold this role on that day already.', { errors: { role: 'Choose another role.' } });
    await db.membership.create({ data: { councilId: viewer.councilId, personId, role, startsOn: first } });
    return { subject: `${personId}, ${role}`, to: pageOf(viewer, personId) };
  },
});

/** The last day of a role. What was done in it stays under the person's name. */
export const endRole = mutation({
  operation: 'endRole',
  input: endRoleInput,
  async load(_viewer, db, { membership }) {
    // All of them are held, so that the last two administrators do not end each other's role at once.
    await db.$queryRaw`SELECT 1 FROM "Membership" WHERE role = 'administrator' FOR UPDATE`;
    return db.membership.findFirst({ where: { id: membership } });
  },
  allow: can.manageCouncil,
  async run(viewer, db, { endsOn }, { id, personId, role, startsOn }) {
    const last = day(endsOn);
    if (last < startsOn) {
      const sentence = 'The last day is before the first. Choose a later one.';
      throw new Refusal(sentence, { errors: { endsOn: sentence } });
    }
    if (role === 'administrator') {
      const others = await db.membership.count({
        where: { role, id: { not: id }, startsOn: { lte: today() }, endsOn: null, person: { leftOn: null } },
      });
      if (others === 0) throw new Refusal('They are the last administrator. Give that role to somebody else first.');
    }
    await db.membership.update({
      where: { councilId_id: { councilId: viewer.councilId, id } },
      data: { endsOn: last },
    });
    return { subject: `${personId}, ${role}`, to: pageOf(viewer, personId) };
  },
});

const pageOf = (viewer: Viewer, personId: string) =>
  `/${viewer.council.slug}/settings/people/${personId}?saved=${Date.now().toString(36)}`;

/** The organisation of this name, made if the council has none; null for an empty name. */
async function organisationOf({ councilId }: Viewer, db: Db, name: string): Promise<string | null> {
  if (name === '') return null;
  await db.organisation.createMany({ data: [{ councilId, name }], skipDuplicates: true });
  const { id } = await db.organisation.findFirstOrThrow({ where: { name }, select: { id: true } });
  return id;
}
