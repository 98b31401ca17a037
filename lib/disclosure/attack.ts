import { type Coefficients, solve } from 'yalps';
import { imbalance, placesOf, type Reduced, whatCanMove } from '#lib/disclosure/reduce.ts';

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

/** The count to move, which way, how far is far enough, and what each child of it is worth. */
type Target = { id: string; direction: 1 | -1; limit: number; reward: number };

/** Answers of the solver are decimals: nothing below this is a child. */
const grain = 1e-4;

/**
 * The farthest that one count can be moved from a starting point while every sum still holds, at the least price. The
 * start is a solution, so this one is never without an answer; where the solver gives up, nothing moves, and what
 * does not move counts as found out.
 * @param to.limit how far is far enough; Infinity to learn whether there is an end at all
 * @param to.reward of each child of the count moved: greater than any price there is to pay for it
 */
export function move(steps: readonly Step[], sums: readonly Sum[], to: Target): { by: number; change: Change } {
  const reduced = whatCanMove(steps, sums, to);
  if (!reduced.steps.some((step) => step.id === to.id)) return stuck;
  // Hardly anything moves farther than what is asked for: limits beyond that are written down once one was passed.
  const change = farthest(reduced, to, 2 * to.limit) ?? farthest(reduced, to);
  if (change === 'unbounded') return { by: Number.POSITIVE_INFINITY, change: new Map() };
  return change ? { by: Math.abs(change.get(to.id) ?? 0), change } : stuck;
}

const stuck = { by: 0, change: new Map<string, number>() };

function farthest(
  { steps, sums, places, slacks }: Reduced,
  to: Target,
  largest = Number.POSITIVE_INFINITY,
): Change | 'unbounded' | null {
  const constraints = new Map<string, { min?: number; max?: number }>([['far', { max: to.limit }]]);
  const variables: [number, Coefficients][] = [];
  for (const [at, { id, direction, limit, price }] of steps.entries()) {
    const line: [string, number][] = [];
    for (const [sum, sign] of places.get(id) ?? []) {
      line.push([`sum${sum}`, sign * direction]);
      if (constraints.has(`sum${sum}`)) continue;
      // Of all corners of what is possible many would lie in one point, where the solver can walk in a circle. A sum
      // that may miss by a hair, each by another one, draws them apart.
      const hair = 1e-7 * (constraints.size + 1);
      const { min = 0, max = 0 } = slacks.get(sum) ?? {};
      constraints.set(`sum${sum}`, { min: min - hair, max: max + hair });
    }
    if (limit < largest) {
      constraints.set(`limit${at}`, { max: limit });
      line.push([`limit${at}`, 1]);
    }
    if (id === to.id) line.push(['far', 1]);
    line.push(['gain', (id === to.id ? to.reward : 0) - price]);
    variables.push([at, line]);
  }
  const { status, variables: moved } = solve({ objective: 'gain', constraints, variables });
  if (status === 'unbounded') return to.limit === Number.POSITIVE_INFINITY ? 'unbounded' : null;
  if (status !== 'optimal') return null;
  const change = new Map<string, number>();
  for (const [at, distance] of moved) {
    const step = steps[at];
    if (!step) continue;
    if (distance > step.limit + grain) return null;
    change.set(step.id, (change.get(step.id) ?? 0) + step.direction * distance);
  }
  for (const [at, { id, sign }] of slacks) {
    const sum = sums[at];
    if (sum) change.set(id, -sign * imbalance(sum, change));
  }
  for (const [id, distance] of change) {
    if (Math.abs(distance) < grain) change.delete(id);
    else change.set(id, Math.round(distance / grain) * grain);
  }
  return change;
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
    const line = (places.get(id) ?? []).map(([sum, sign]): [string, number] => [`sum${sum}`, sign]);
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
