import 'server-only';
import { notFound } from 'next/navigation';
import { authClient } from '#lib/db.ts';
import { env } from '#lib/env.ts';

/** While nobody's real work is in the database, anyone may sign in as one of the cast. */
export function requireDemo(): void {
  if (!env.PLEDGEBOARD_DEMO) notFound();
}

type CastMember = {
  personId: string;
  userId: string;
  name: string;
  does: string | null;
  organisation: string | null;
  slug: string;
  councilName: string;
};

const castMembers = (personId: string | null) => authClient().$queryRaw<CastMember[]>`
  SELECT p.id AS "personId", p."userId", p.name, p.does, o.name AS organisation, c.slug, c.name AS "councilName"
    FROM "Person" p
    JOIN "Council" c ON c.id = p."councilId" AND c.demo
    JOIN "Membership" m ON m."councilId" = c.id AND m."personId" = p.id
    LEFT JOIN "Organisation" o ON o."councilId" = c.id AND o.id = p."organisationId"
   WHERE p."userId" IS NOT NULL AND (${personId}::uuid IS NULL OR p.id = ${personId}::uuid)
     AND m."startsOn" <= london_today() AND (m."endsOn" IS NULL OR m."endsOn" >= london_today())
   GROUP BY c.id, p."councilId", p.id, o."councilId", o.id
   ORDER BY c.name, min(m.role), p.name`;

/** Who can be tried out, by council, in the order of the roles. Demo only. */
export async function listCast(): Promise<{ council: string; people: CastMember[] }[]> {
  requireDemo();
  const people = await castMembers(null);
  const councils = [...new Set(people.map((person) => person.councilName))];
  return councils.map((council) => ({
    council,
    people: people.filter((person) => person.councilName === council),
  }));
}

/** One of the cast; null when there is no such person in a demo council. Demo only. */
export async function getCastMember(personId: string): Promise<CastMember | null> {
  requireDemo();
  return (await castMembers(personId))[0] ?? null;
}
