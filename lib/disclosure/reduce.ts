import type { Step, Sum } from '#lib/disclosure/attack.ts';

/** Makes the program of an attack small before it is solved: most of a table cannot move, and need not be written down. */

/** In which sums each count stands: 1 for a part, -1 for the whole. */
export type Places = ReadonlyMap<string, readonly (readonly [sum: number, sign: 1 | -1])[]>;

/** A count that stands in one sum alone and costs nothing: it takes up what the others of the sum leave. */
export type Slack = { id: string; sign: 1 | -1; min: number; max: number };

/** What is left to solve. */
export type Reduced = {
  steps: readonly Step[];
  sums: readonly Sum[];
  places: Places;
  slacks: ReadonlyMap<number, Slack>;
};

const made = new WeakMap<readonly Sum[], Places>();

export function placesOf(sums: readonly Sum[]): Places {
  const before = made.get(sums);
  if (before) return before;
  const places = new Map<string, [number, 1 | -1][]>();
  const add = (id: string, at: number, sign: 1 | -1) => places.set(id, [...(places.get(id) ?? []), [at, sign]]);
  for (const [at, { whole, parts }] of sums.entries()) {
    add(whole, at, -1);
    for (const part of parts) add(part, at, 1);
  }
  made.set(sums, places);
  return places;
}

/**
 * The steps that matter for one count. A count that is alone in a sum cannot move; what hangs together with the target
 * by no sum does not matter; of each sum one count may be left to follow from the others.
 */
export function whatCanMove(steps: readonly Step[], sums: readonly Sum[], to: Pick<Step, 'id' | 'direction'>): Reduced {
  const places = placesOf(sums);
  const byId = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.limit <= 0 || (step.id === to.id && step.direction !== to.direction)) continue;
    const own = byId.get(step.id);
    if (own) own.push(step);
    else byId.set(step.id, [step]);
  }
  const members = sums.map(({ whole, parts }) => new Set([whole, ...parts].filter((id) => byId.has(id))));
  const alone = members.flatMap((ids, sum) => (ids.size === 1 ? [sum] : []));
  for (const sum of alone) {
    for (const id of members[sum] ?? []) {
      byId.delete(id);
      for (const [other] of places.get(id) ?? []) {
        members[other]?.delete(id);
        if (members[other]?.size === 1) alone.push(other);
      }
    }
  }
  const near = new Set(byId.has(to.id) ? [to.id] : []);
  const slacks = new Map<number, Slack>();
  for (const id of near) {
    for (const [sum] of places.get(id) ?? []) for (const other of members[sum] ?? []) near.add(other);
  }
  for (const id of near) {
    const [first, second] = places.get(id) ?? [];
    const own = byId.get(id) ?? [];
    if (!first || second || id === to.id || slacks.has(first[0]) || own.some(({ price }) => price > 0)) continue;
    const [sum, sign] = first;
    const room = (direction: 1 | -1) =>
      own.reduce((most, step) => Math.max(most, step.direction === direction ? step.limit : 0), 0);
    // The others must leave what the slack can take: sign * (what they add) lies in [-up, down].
    slacks.set(sum, {
      id,
      sign,
      ...(sign === 1 ? { min: -room(1), max: room(-1) } : { min: -room(-1), max: room(1) }),
    });
    near.delete(id);
  }
  return { steps: [...near].flatMap((id) => byId.get(id) ?? []), sums, places, slacks };
}

/** What the moved counts add to a sum, the whole taken off. */
export function imbalance({ whole, parts }: Sum, change: ReadonlyMap<string, number>): number {
  return parts.reduce((total, id) => total + (change.get(id) ?? 0), -(change.get(whole) ?? 0));
}
