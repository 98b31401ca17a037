import { z } from 'zod';
import { Role } from '#prisma/generated/enums.ts';
import { readContent } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';

const shape = z.object({
  organisations: z.array(z.string()),
  people: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      role: z.enum(Role),
      organisation: z.string(),
      does: z.string(),
      priority: z.string().optional(),
    }),
  ),
});

export type People = {
  /** Person id by key, such as "health-lead". */
  byKey: Map<string, string>;
  /** Person id of the lead by priority key. */
  leads: Map<string, string>;
  administratorId: string;
  /** Organisation id by name. */
  organisations: Map<string, string>;
  since: Date;
};

/** One person a role, known by the role and never by a name. */
export async function seedCast({ db, councilId, today, folder }: Seeding, slug: string): Promise<People> {
  const content = readContent('cast.json', shape, folder);
  const organisations = new Map(content.organisations.map((name) => [name, crypto.randomUUID()]));
  await db.organisation.createMany({
    data: [...organisations].map(([name, id]) => ({ councilId, id, name })),
  });

  const since = new Date(Date.UTC(today.getUTCFullYear() - 2, 3, 1));
  const people = content.people.map((person) => ({
    ...person,
    id: crypto.randomUUID(),
    userId: crypto.randomUUID(),
  }));
  await db.user.createMany({
    data: people.map(({ userId, key, name }) => ({ id: userId, email: `${key}@${slug}.example`, name })),
  });
  await db.person.createMany({
    data: people.map(({ id, userId, name, does, organisation }) => ({
      councilId,
      id,
      userId,
      name,
      does,
      organisationId: organisations.get(organisation) ?? null,
    })),
  });
  await db.membership.createMany({
    data: people.map(({ id, role }) => ({ councilId, personId: id, role, startsOn: since })),
  });

  const administrator = people.find((person) => person.role === 'administrator');
  if (!administrator) throw new Error(`prisma/seed/${folder}/cast.json: nobody is the administrator`);
  return {
    byKey: new Map(people.map(({ key, id }) => [key, id])),
    leads: new Map(people.flatMap(({ priority, id }) => (priority ? [[priority, id]] : []))),
    administratorId: administrator.id,
    organisations,
    since,
  };
}
