import { z } from 'zod';
import { addDays, day } from '#lib/calendar/rules.ts';
import { isoDay } from '#lib/format.ts';
import type { People } from '#prisma/seed/cast.ts';
import { readContent } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';
import { known, type Strategy } from '#prisma/seed/strategy.ts';

const shape = z.object({
  commitment: z.string(),
  title: z.string(),
  owner: z.string(),
  organisation: z.string(),
  dueInDays: z.int(),
  completedInDays: z.int().max(0).nullable(),
});

export async function seedActions(
  { db, councilId, today }: Seeding,
  { people, strategy }: { people: People; strategy: Strategy },
): Promise<void> {
  const thisDay = day(isoDay(today));
  await db.action.createMany({
    data: readContent('actions.json', z.array(shape)).map((action) => ({
      councilId,
      commitmentId: known(strategy.commitments, action.commitment),
      title: action.title,
      ownerId: known(people.byKey, action.owner),
      organisationId: known(people.organisations, action.organisation),
      status: action.completedInDays === null ? ('inProgress' as const) : ('done' as const),
      dueOn: addDays(thisDay, action.dueInDays),
      completedOn: action.completedInDays === null ? null : addDays(thisDay, action.completedInDays),
    })),
  });
}
