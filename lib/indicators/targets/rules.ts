type Aim = { id: string; dueOn: string };

/**
 * Which targets hold and which were superseded: of those for one day the one that was set last holds.
 * Ids are made in the order of time.
 */
export function targetsInForce<T extends Aim>(targets: readonly T[]): (T & { isSuperseded: boolean })[] {
  const newest = new Map<string, string>();
  for (const { dueOn, id } of targets) {
    const known = newest.get(dueOn);
    if (!known || known < id) newest.set(dueOn, id);
  }
  return targets
    .map((target) => ({ ...target, isSuperseded: newest.get(target.dueOn) !== target.id }))
    .toSorted((one, other) =>
      one.dueOn === other.dueOn ? (one.id < other.id ? 1 : -1) : one.dueOn < other.dueOn ? -1 : 1,
    );
}
