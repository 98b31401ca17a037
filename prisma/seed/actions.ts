import { z } from 'zod';
import { addDays, day } from '#lib/calendar/rules.ts';
import { isoDay } from '#lib/format.ts';
import { ActionStatus } from '#prisma/generated/enums.ts';
import type { People } from '#prisma/seed/cast.ts';
import { readContent } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';
import { known, type Strategy } from '#prisma/seed/strategy.ts';

const shape = z.object({
  commitment: z.string(),
  title: z.string(),
  owner: z.string(),
  organisation: z.string(),
  /** Empty where the day hangs on another action. */
  dueInDays: z.int().nullable(),
  completedInDays: z.int().max(0).nullable(),
  /** Where it is not in progress or done. */
  status: z.enum(ActionStatus).optional(),
  notes: z.string().default(''),
  /** The title of the action that has to be done first. */
  waitsFor: z.string().optional(),
  workingDaysAfter: z.int().optional(),
});

/** Agreed so long before it is due, or before it was done. */
const agreedDaysBefore = 75;

export async function seedActions(
  { db, councilId, today }: Seeding,
  { people, strategy }: { people: People; strategy: Strategy },
): Promise<void> {
  const thisDay = day(isoDay(today));
  const actions = readContent('actions.json', z.array(shape)).map((action) => ({ ...action, id: crypto.randomUUID() }));
  const byTitle = new Map(actions.map(({ title, id }) => [title, id]));
  await db.action.createMany({
    data: actions.map((action) => ({
      councilId,
      id: action.id,
      commitmentId: known(strategy.commitments, action.commitment),
      title: action.title,
      ownerId: known(people.byKey, action.owner),
      organisationId: known(people.organisations, action.organisation),
      status: action.status ?? (action.completedInDays === null ? 'inProgress' : 'done'),
      dueOn: action.dueInDays === null ? null : addDays(thisDay, action.dueInDays),
      completedOn: action.completedInDays === null ? null : addDays(thisDay, action.completedInDays),
      createdOn: addDays(thisDay, Math.min(0, action.completedInDays ?? 0, action.dueInDays ?? 0) - agreedDaysBefore),
      notes: action.notes,
      waitsForId: action.waitsFor === undefined ? null : known(byTitle, action.waitsFor),
      dueWorkingDaysAfter: action.workingDaysAfter ?? null,
    })),
  });
}
