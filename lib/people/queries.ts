import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { z } from 'zod';
import { markOf } from '#lib/councils/marks.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { today } from '#lib/rounds/queries.ts';

const select = {
  id: true,
  name: true,
  does: true,
  userId: true,
  leftOn: true,
  organisation: { select: { name: true } },
  memberships: { select: { id: true, role: true, startsOn: true, endsOn: true }, orderBy: { startsOn: 'desc' } },
} as const;

/** Everybody who was ever here, with the roles they hold today. */
export const listPeople = query(async (viewer, db) => {
  if (!can.manageCouncil(viewer)) return forbidden();
  const people = await db.person.findMany({ orderBy: { name: 'asc' }, select });
  const organisations = await db.organisation.findMany({ orderBy: { name: 'asc' }, select: { name: true } });
  const on = today();
  return {
    organisations: organisations.map(({ name }) => name),
    people: people.map(({ memberships, organisation, ...person }) => ({
      ...person,
      organisation: organisation?.name ?? '',
      roles: memberships.filter((one) => one.startsOn <= on && (one.endsOn === null || one.endsOn >= on)),
    })),
  };
});

/** One person with every role they ever held. */
export const getPerson = query(async (viewer, db, id: string) => {
  if (!can.manageCouncil(viewer)) return forbidden();
  if (!z.uuid().safeParse(id).success) return notFound();
  const person = (await db.person.findFirst({ where: { id }, select })) ?? notFound();
  const now = { name: person.name, organisation: person.organisation?.name ?? '', does: person.does ?? '' };
  return { ...person, now, shown: markOf(now), today: today() };
});
