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

const places = new WeakMap<readonly Sum[], Places>();

export function placesOf(sums: readonly Sum[]): Places {
  const before = places.get(sums);
  if (before) return before;
  const made = new Map<string, [number, 1 | -1][]>();
  for (const [at, { whole, parts }] of sums.entries()) {
    add(made, whole, [at, -1]);
    for (const part of parts) add(made, part, [at, 1]);
  }
  places.set(sums, made);
  return made;
}

const movable = new WeakMap<readonly Step[], ReadonlyMap<string, readonly Step[]>>();

/** The steps of each count that has any. */
function movableIn(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  const before = movable.get(steps);
  if (before) return before;
  const made = new Map<string, Step[]>();
  for (const step of steps) if (step.limit > 0) add(made, step.id, step);
  movable.set(steps, made);
  return made;
}

function add<T>(lists: Map<string, T[]>, name: string, one: T): void {
  const list = lists.get(name);
  if (list) list.push(one);
  else lists.set(name, [one]);
}

/** The counts that one hangs together with by sums, and of each sum those among them. */
function near(to: string, sums: readonly Sum[], isMovable: (id: string) => boolean) {
  const where = placesOf(sums);
  const ids = new Set(isMovable(to) ? [to] : []);
  const members = new Map<number, Set<string>>();
  for (const id of ids) {
    for (const [at] of where.get(id) ?? []) {
      const sum = sums[at];
      if (!sum || members.has(at)) continue;
      const own = new Set([sum.whole, ...sum.parts].filter(isMovable));
      members.set(at, own);
      for (const other of own) ids.add(other);
    }
  }
  return { ids, members };
}

/**
 * The steps that matter for one count. A count that is alone in a sum cannot move; what hangs together with the target
 * by no sum does not matter; of each sum one count may be left to follow from the others.
 */
export function whatCanMove(steps: readonly Step[], sums: readonly Sum[], to: Pick<Step, 'id' | 'direction'>): Reduced {
  const where = placesOf(sums);
  const byId = movableIn(steps);
  const { members } = near(to.id, sums, (id) => byId.has(id));
  const stuck = new Set<string>();
  const alone = [...members].flatMap(([sum, ids]) => (ids.size === 1 ? [sum] : []));
  for (const sum of alone) {
    for (const id of members.get(sum) ?? []) {
      stuck.add(id);
      for (const [other] of where.get(id) ?? []) {
        members.get(other)?.delete(id);
        if (members.get(other)?.size === 1) alone.push(other);
      }
    }
  }
  const { ids } = near(to.id, sums, (id) => byId.has(id) && !stuck.has(id));
  const slacks = new Map<number, Slack>();
  for (const id of ids) {
    const [first, second] = where.get(id) ?? [];
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
    ids.delete(id);
  }
  const left = [...ids].flatMap((id) => byId.get(id) ?? []);
  const wanted = left.filter(({ id, direction }) => id !== to.id || direction === to.direction);
  return { steps: wanted, sums, places: where, slacks };
}

/** What the moved counts add to a sum, the whole taken off. */
export function imbalance({ whole, parts }: Sum, change: ReadonlyMap<string, number>): number {
  return parts.reduce((total, id) => total + (change.get(id) ?? 0), -(change.get(whole) ?? 0));
}
