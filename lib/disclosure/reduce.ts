import type { Step, Sum } from '#lib/disclosure/attack.ts';

/** Makes the program of an attack small before it is solved: most of a table follows from the rest, or cannot move. */

/** How far a count moves, as so many times the moves of others; or a list of moves that together make nothing. */
type Terms = Map<string, number>;

/** Counts that hang together by sums. */
export type Part = {
  /** The moves to choose. */
  steps: Step[];
  /** The counts that follow from those: their moves, and how far they may go up and down. */
  followers: { id: string; terms: Terms; up: number; down: number }[];
  /** What must make nothing, beyond what the followers take up. */
  sums: Terms[];
};

const prepared = new WeakMap<readonly Step[], ReadonlyMap<string, Part>>();

/** The part of each count that can move at all. Made once for a list of steps, which belongs to one list of sums. */
export function partsOf(steps: readonly Step[], sums: readonly Sum[]): ReadonlyMap<string, Part> {
  const before = prepared.get(steps);
  if (before) return before;
  const made = prepare(steps, sums);
  prepared.set(steps, made);
  return made;
}

function prepare(steps: readonly Step[], sums: readonly Sum[]): Map<string, Part> {
  const movable = new Map<string, Step[]>();
  for (const step of steps) if (step.limit > 0) movable.set(step.id, [...(movable.get(step.id) ?? []), step]);
  const rows = sums.map(({ whole, parts }) => {
    const terms: Terms = new Map(parts.filter((id) => movable.has(id)).map((id) => [id, 1]));
    return movable.has(whole) ? terms.set(whole, -1) : terms;
  });
  const places = new Map<string, Set<Terms>>();
  for (const row of rows) for (const id of row.keys()) places.set(id, (places.get(id) ?? new Set()).add(row));
  dropStuck(rows, movable, places);
  const partOf = together(rows, movable);
  const followers = follow(rows, movable, places);
  const room = (id: string, direction: 1 | -1) =>
    (movable.get(id) ?? []).reduce((sum, step) => (step.direction === direction ? sum + step.limit : sum), 0);
  for (const [id, part] of partOf) {
    const terms = followers.get(id);
    if (terms) part.followers.push({ id, terms, up: room(id, 1), down: room(id, -1) });
    else part.steps.push(...(movable.get(id) ?? []));
  }
  for (const row of rows) {
    const [id] = row.keys();
    if (id !== undefined) partOf.get(id)?.sums.push(row);
  }
  return partOf;
}

/** A count that is alone in a sum cannot move, and so on for those that are then alone. */
function dropStuck(rows: readonly Terms[], movable: Map<string, Step[]>, places: ReadonlyMap<string, Set<Terms>>) {
  const alone = rows.filter((row) => row.size === 1);
  for (const row of alone) {
    for (const id of row.keys()) {
      movable.delete(id);
      for (const other of places.get(id) ?? []) {
        other.delete(id);
        if (other.size === 1) alone.push(other);
      }
    }
  }
}

/** One part for all counts that a chain of sums joins. */
function together(rows: readonly Terms[], movable: ReadonlyMap<string, Step[]>): Map<string, Part> {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    if (root !== id) parents.set(id, root);
    return root;
  };
  for (const row of rows) {
    const [first, ...others] = row.keys();
    if (first === undefined) continue;
    for (const other of others) if (rootOf(other) !== rootOf(first)) parents.set(rootOf(other), rootOf(first));
  }
  const byRoot = new Map<string, Part>();
  const partOf = new Map<string, Part>();
  for (const id of movable.keys()) {
    const root = rootOf(id);
    const part = byRoot.get(root) ?? { steps: [], followers: [], sums: [] };
    byRoot.set(root, part);
    partOf.set(id, part);
  }
  return partOf;
}

/**
 * Lets one count of each sum follow from its others, where moving it costs nothing, and puts what it follows from in its
 * place everywhere else. The rows that are used up are left empty.
 */
function follow(rows: readonly Terms[], movable: ReadonlyMap<string, Step[]>, places: Map<string, Set<Terms>>) {
  const followers = new Map<string, Terms>();
  const isFree = (id: string) => movable.get(id)?.every(({ price }) => price === 0) ?? false;
  for (const row of rows) {
    let chosen: string | null = null;
    for (const id of row.keys()) {
      const isRarer = chosen === null || (places.get(id)?.size ?? 0) < (places.get(chosen)?.size ?? 0);
      if (isRarer && isFree(id)) chosen = id;
    }
    if (chosen === null) continue;
    const own = row.get(chosen) ?? 1;
    const terms: Terms = new Map();
    for (const [id, times] of row) {
      places.get(id)?.delete(row);
      if (id !== chosen) terms.set(id, -times / own);
    }
    row.clear();
    for (const other of places.get(chosen) ?? []) {
      const times = other.get(chosen) ?? 0;
      other.delete(chosen);
      for (const [id, by] of terms) {
        const sum = (other.get(id) ?? 0) + times * by;
        if (Math.abs(sum) < 1e-9) {
          other.delete(id);
          places.get(id)?.delete(other);
        } else {
          other.set(id, sum);
          places.get(id)?.add(other);
        }
      }
    }
    places.delete(chosen);
    followers.set(chosen, terms);
    for (const id of terms.keys()) places.set(id, (places.get(id) ?? new Set()).add(terms));
  }
  return followers;
}
