import type { Db } from '#lib/db.ts';

type Successor = { councilId: string; fromId: string; startsOn: Date; priorities: ReadonlyMap<string, string> };

/**
 * What the priorities of a new strategy take over from those of the same key before them: the board's themes that
 * look at them, and who leads them, from the strategy's first day.
 */
export async function inheritPlaces(db: Db, { councilId, fromId, startsOn, priorities }: Successor): Promise<void> {
  const before = await db.priority.findMany({
    where: { strategyId: fromId },
    select: {
      key: true,
      themes: { select: { themeId: true, order: true } },
      assignments: {
        where: { OR: [{ endsOn: null }, { endsOn: { gte: startsOn } }] },
        select: { personId: true, kind: true, endsOn: true },
      },
    },
  });
  const kept = before.flatMap(({ key, ...places }) => {
    const priorityId = priorities.get(key);
    return priorityId ? [{ priorityId, ...places }] : [];
  });
  await db.themePriority.createMany({
    data: kept.flatMap(({ priorityId, themes }) => themes.map((theme) => ({ councilId, priorityId, ...theme }))),
  });
  await db.assignment.createMany({
    data: kept.flatMap(({ priorityId, assignments }) =>
      assignments.map((assignment) => ({ councilId, priorityId, startsOn, ...assignment })),
    ),
  });
}
