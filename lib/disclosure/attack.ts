import { type Coefficients, solve } from 'yalps';

/**
 * What somebody who can add up and subtract finds out. Every number printed, and every sum that holds, is a line of a
 * linear program; the smallest and the largest value that a hidden count can take are its two answers.
 */

/** The whole is the sum of its parts; all are ids of counts. */
export type Sum = { whole: string; parts: readonly string[] };

/** Where a count is known to lie, both ends included. */
export type Range = { low: number; high: number };

/** A way in which one count may differ from a starting point: by up to `limit`, at a price for each child of it. */
export type Step = { id: string; direction: 1 | -1; limit: number; price: number };

/** By how much each count differs from a starting point; who is missing does not differ. */
export type Change = ReadonlyMap<string, number>;

/** Answers of the solver are decimals: nothing below this is a child. */
const grain = 1e-4;

/**
 * The farthest that one count can be moved from a starting point while every sum still holds, at the least price. The
 * start is a solution, so this one is never without an answer; where the solver gives up, nothing moves, and what
 * does not move counts as found out.
 * @param direction 1 for upwards, -1 for downwards
 * @param limit how far is far enough; Infinity to learn whether there is an end at all
 * @param reward of each child of the count moved: greater than any price there is to pay for it
 */
export function move(
  steps: readonly Step[],
  sums: readonly Sum[],
  to: { id: string; direction: 1 | -1; limit: number; reward: number },
): { by: number; change: Change } {
  const open = steps.filter((step) => step.limit > 0 && (step.id !== to.id || step.direction === to.direction));
  if (!open.some((step) => step.id === to.id)) return { by: 0, change: new Map() };
  const places = placesOf(sums);
  const constraints = new Map<string, { min?: number; max: number }>();
  const variables: [number, Coefficients][] = [];
  if (Number.isFinite(to.limit)) constraints.set('far', { max: to.limit });
  for (const [at, step] of open.entries()) {
    const line: [string, number][] = (places.get(step.id) ?? []).map(([sum, sign]) => [sum, sign * step.direction]);
    if (step.id === to.id) line.push(['far', 1]);
    if (Number.isFinite(step.limit)) {
      constraints.set(`limit${at}`, { max: step.limit });
      line.push([`limit${at}`, 1]);
    }
    line.push(['gain', (step.id === to.id ? to.reward : 0) - step.price]);
    variables.push([at, line]);
  }
  // Of all corners of what is possible many would lie in one point, where the solver can walk in a circle. A sum that
  // may miss by a hair, each by another one, draws them apart.
  for (const at of sums.keys()) constraints.set(`sum${at}`, { min: -1e-7 * (at + 1), max: 1e-7 * (at + 1) });
  const { status, variables: moved } = solve({ objective: 'gain', constraints, variables });
  if (status === 'unbounded') return { by: Number.POSITIVE_INFINITY, change: new Map() };
  if (status !== 'optimal') return { by: 0, change: new Map() };
  const change = new Map<string, number>();
  for (const [at, distance] of moved) {
    const step = open[at];
    if (step) change.set(step.id, (change.get(step.id) ?? 0) + step.direction * distance);
  }
  for (const [id, distance] of change) {
    if (Math.abs(distance) < grain) change.delete(id);
    else change.set(id, Math.round(distance / grain) * grain);
  }
  return { by: Math.abs(change.get(to.id) ?? 0), change };
}

/** In which sums each count stands: 1 for a part, -1 for the whole. */
function placesOf(sums: readonly Sum[]): Map<string, [string, number][]> {
  const places = new Map<string, [string, number][]>();
  const add = (id: string, at: number, sign: number) => {
    const place: [string, number] = [`sum${at}`, sign];
    const list = places.get(id);
    if (list) list.push(place);
    else places.set(id, [place]);
  };
  for (const [at, sum] of sums.entries()) {
    add(sum.whole, at, -1);
    for (const part of sum.parts) add(part, at, 1);
  }
  return places;
}

/** Any values within the ranges for which every sum holds; null when there are none. */
export function solutionOf(ranges: ReadonlyMap<string, Range>, sums: readonly Sum[]): Map<string, number> | null {
  const places = placesOf(sums);
  const lows = sums.map(
    ({ whole, parts }) =>
      (ranges.get(whole)?.low ?? 0) - parts.reduce((sum, id) => sum + (ranges.get(id)?.low ?? 0), 0),
  );
  const constraints = new Map<string, { min?: number; max: number }>();
  for (const [at, gap] of lows.entries()) constraints.set(`sum${at}`, { min: gap - 1e-7, max: gap + 1e-7 });
  const variables: [string, Coefficients][] = [];
  for (const [id, { low, high }] of ranges) {
    if (high === low) continue;
    const line = [...(places.get(id) ?? [])];
    if (Number.isFinite(high)) {
      constraints.set(`limit${variables.length}`, { max: high - low });
      line.push([`limit${variables.length}`, 1]);
    }
    variables.push([id, line]);
  }
  const { status, variables: above } = solve({ constraints, variables });
  if (status !== 'optimal') return null;
  const over = new Map(above);
  return new Map([...ranges].map(([id, { low }]) => [id, low + (over.get(id) ?? 0)]));
}

/**
 * Between which values each count must lie for somebody who knows these ranges and these sums.
 * @returns null when no values at all fit: then something that was taken for known is wrong
 */
export function boundsOf(ranges: ReadonlyMap<string, Range>, sums: readonly Sum[]): Map<string, Range> | null {
  const start = solutionOf(ranges, sums);
  if (!start) return null;
  const steps = [...ranges].flatMap(([id, { low, high }]) => stepsWithin(id, start.get(id) ?? low, { low, high }));
  const far = (id: string, direction: 1 | -1) =>
    move(steps, sums, { id, direction, limit: Number.POSITIVE_INFINITY, reward: 1 }).by;
  return new Map([...start].map(([id, at]) => [id, { low: at - far(id, -1), high: at + far(id, 1) }]));
}

/** The steps, free of charge, that stay within a range. */
export function stepsWithin(id: string, at: number, { low, high }: Range): Step[] {
  return [
    { id, direction: 1, limit: high - at, price: 0 },
    { id, direction: -1, limit: at - low, price: 0 },
  ];
}
