import { type Coefficients, solve } from 'yalps';
import { type Part, partsOf } from '#lib/disclosure/reduce.ts';

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
  const part = partsOf(steps, sums).get(to.id);
  if (!part) return stuck;
  // Hardly anything moves farther than what is asked for: a greater limit is written down once it was passed.
  const isNear = (limit: number) => Number.isFinite(limit) && limit < 2 * to.limit;
  const written = new Set([
    ...part.steps.flatMap(({ limit }, at) => (isNear(limit) ? [`step ${at}`] : [])),
    ...part.followers.flatMap(({ id, up, down }) => [
      ...(isNear(up) ? [`up ${id}`] : []),
      ...(isNear(down) ? [`down ${id}`] : []),
    ]),
  ]);
  for (;;) {
    const found = farthest(part, to, written);
    if (found === 'unbounded') return { by: Number.POSITIVE_INFINITY, change: new Map() };
    if (found === null) return stuck;
    const { change, passed } = found;
    if (passed.every((name) => written.has(name))) return { by: Math.abs(change.get(to.id) ?? 0), change };
    for (const name of passed) written.add(name);
  }
}

const stuck = { by: 0, change: new Map<string, number>() };

function farthest(part: Part, to: Target, written: ReadonlySet<string>) {
  const constraints = new Map<string, { min?: number; max: number }>([['far', { max: to.limit }]]);
  const columns = new Map(part.steps.map(({ id }): [string, [string, number][]] => [id, []]));
  const enter = (name: string, terms: Iterable<[string, number]>, times: number) => {
    for (const [id, by] of terms) columns.get(id)?.push([name, times * by]);
  };
  // Of all corners of what is possible many would lie in one point, where the solver can walk in a circle. Limits that
  // may be passed by a hair, each by another one, draw them apart.
  const hair = () => 1e-7 * constraints.size;
  for (const { id, terms, up, down } of part.followers) {
    for (const [name, limit, times] of [[`up ${id}`, up, 1] as const, [`down ${id}`, down, -1] as const]) {
      if (!written.has(name)) continue;
      constraints.set(name, { max: limit + hair() });
      enter(name, terms, times);
    }
  }
  for (const [at, terms] of part.sums.entries()) {
    constraints.set(`sum ${at}`, { min: -hair(), max: hair() });
    enter(`sum ${at}`, terms, 1);
  }
  const target = part.followers.find(({ id }) => id === to.id)?.terms ?? new Map([[to.id, 1]]);
  enter('far', target, to.direction);
  const variables = part.steps.map(({ id, direction, limit, price }, at): [number, Coefficients] => {
    const line = (columns.get(id) ?? []).map(([name, times]): [string, number] => [name, times * direction]);
    if (written.has(`step ${at}`)) {
      constraints.set(`step ${at}`, { max: limit });
      line.push([`step ${at}`, 1]);
    }
    return [at, [...line, ['gain', to.reward * to.direction * direction * (target.get(id) ?? 0) - price]]];
  });
  const { status, variables: moved } = solve({ objective: 'gain', constraints, variables });
  if (status === 'unbounded' && to.limit === Number.POSITIVE_INFINITY) return 'unbounded';
  return status === 'optimal' ? changeOf(part, moved) : null;
}

/** What moved by how much, and which limits were passed by it. */
function changeOf({ steps, followers }: Part, moved: readonly [number, number][]) {
  const change = new Map<string, number>();
  const passed: string[] = [];
  for (const [at, distance] of moved) {
    const step = steps[at];
    if (!step) continue;
    if (distance > step.limit + grain) passed.push(`step ${at}`);
    change.set(step.id, (change.get(step.id) ?? 0) + step.direction * distance);
  }
  for (const { id, terms, up, down } of followers) {
    let by = 0;
    for (const [other, times] of terms) by += times * (change.get(other) ?? 0);
    if (by > up + grain) passed.push(`up ${id}`);
    if (-by > down + grain) passed.push(`down ${id}`);
    if (by !== 0) change.set(id, by);
  }
  for (const [id, by] of change) {
    if (Math.abs(by) < grain) change.delete(id);
    else change.set(id, Math.round(by / grain) / Math.round(1 / grain));
  }
  return { change, passed };
}

/** Any values within the ranges for which every sum holds; null when there are none. */
export function solutionOf(ranges: ReadonlyMap<string, Range>, sums: readonly Sum[]): Map<string, number> | null {
  const places = new Map<string, [string, number][]>([...ranges.keys()].map((id) => [id, []]));
  for (const [at, { whole, parts }] of sums.entries()) {
    places.get(whole)?.push([`sum${at}`, -1]);
    for (const part of parts) places.get(part)?.push([`sum${at}`, 1]);
  }
  const lows = sums.map(
    ({ whole, parts }) =>
      (ranges.get(whole)?.low ?? 0) - parts.reduce((sum, id) => sum + (ranges.get(id)?.low ?? 0), 0),
  );
  const constraints = new Map<string, { min?: number; max: number }>();
  for (const [at, gap] of lows.entries()) constraints.set(`sum${at}`, { min: gap - 1e-7, max: gap + 1e-7 });
  const variables: [string, Coefficients][] = [];
  for (const [id, { low, high }] of ranges) {
    if (high === low) continue;
    const line = places.get(id) ?? [];
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
