import { type Change, move, type Range, type Step, type Sum, solutionOf, stepsWithin } from '#lib/disclosure/attack.ts';
import { meantBy, rounded } from '#lib/disclosure/printed.ts';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import type { CountCell, TableSystem } from '#lib/disclosure/tables.ts';

/** The search for what to hide: a set that grows until the attack fails, and gives back what it need not have taken. */

const anything: Range = { low: 0, high: Number.POSITIVE_INFINITY };

/** Larger than any price of a whole chain of counts: what must be moved is moved, whatever it costs. */
const reward = 1e5;

export type Hiding = {
  cells: ReadonlyMap<string, CountCell>;
  sums: readonly Sum[];
  rule: DisclosureRule;
  /** The true values; for what the source hid, some that fit. The attack looks for others that fit as well. */
  at: ReadonlyMap<string, number>;
  /** Between which values the attacker knows a count to lie before anything of this is printed. */
  known: ReadonlyMap<string, Range>;
  prices: ReadonlyMap<string, number>;
  hidden: Set<string>;
  /** The counts whose intervals must be wide. */
  goals: Set<string>;
  /** Other tables that would be printed alike, as they differ from the true one: each is proof of a wide interval. */
  changes: Change[];
};

/** Where a hunt for what to hide begins: what must be hidden anyway, and what must not be found out. */
export function hidingOf(system: TableSystem, hide: readonly string[], guarded: readonly CountCell[]): Hiding {
  const { cells, rule } = system;
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  // A part that is not in the table is taken for known; without its whole a sum says nothing.
  const all = system.sums
    .filter((sum) => byId.has(sum.whole))
    .map((sum) => ({ whole: sum.whole, parts: sum.parts.filter((id) => byId.has(id)) }));
  const known = knownOf(byId, system.known ?? []);
  const { at, sums } = startOf(byId, all, known, rule);
  const hidden = new Set(hide.filter((id) => (byId.get(id)?.value ?? null) !== null));
  const givens = cells.filter(({ value, unprinted }) => value === null && !unprinted);
  return {
    cells: byId,
    sums,
    rule,
    at,
    known,
    prices: pricesOf(byId, sums),
    hidden,
    goals: new Set([...hidden, ...[...guarded, ...givens].map(({ id }) => id)]),
    changes: [],
  };
}

function knownOf(cells: Hiding['cells'], list: readonly (Range & { id: string })[]): Map<string, Range> {
  const known = new Map<string, Range>();
  for (const { id, low, high } of list) {
    const value = cells.get(id)?.value ?? null;
    // What is wrong is no knowledge: a value outside of it has been corrected since.
    if (value !== null && (value < low || value > high)) continue;
    const before = known.get(id) ?? anything;
    known.set(id, { low: Math.max(before.low, low), high: Math.min(before.high, high) });
  }
  return known;
}

/**
 * Values to start from, and the sums that they obey. Where every value is there, a sum that misses does so by an amount
 * that the attacker is taken to know. What the source hid is at least 1 where zeros are printed and 1 can be.
 */
function startOf(cells: Hiding['cells'], all: readonly Sum[], known: Map<string, Range>, rule: DisclosureRule) {
  const at = new Map([...cells.values()].map(({ id, value }) => [id, value ?? 0]));
  const isOpen = (id: string) => cells.get(id)?.value === null;
  const withGaps = all.filter(({ whole, parts }) => [whole, ...parts].some(isOpen));
  if (withGaps.length === 0) return { at, sums: all };
  const solve = (least: number, sums: readonly Sum[]) => {
    const ids = new Set(sums.flatMap(({ whole, parts }) => [whole, ...parts]));
    const ranges = [...ids].map((id): [string, Range] => {
      const value = at.get(id) ?? 0;
      if (!isOpen(id)) return [id, { low: value, high: value }];
      const { low, high } = known.get(id) ?? anything;
      return [id, { low: cells.get(id)?.unprinted ? low : Math.min(Math.max(low, least), high), high }];
    });
    return solutionOf(new Map(ranges), sums);
  };
  const least = rule.zeros === 'shown' && solve(1, withGaps) ? 1 : 0;
  const holding = solve(least, withGaps) ? withGaps : firstThatHold(withGaps, (sums) => solve(least, sums) !== null);
  for (const [id, value] of solve(least, holding) ?? []) at.set(id, value);
  for (const { id, unprinted } of cells.values()) {
    const { low, high } = known.get(id) ?? anything;
    if (isOpen(id) && !unprinted) known.set(id, { low: Math.min(Math.max(low, least), high), high });
  }
  return { at, sums: all.filter((sum) => !withGaps.includes(sum) || holding.includes(sum)) };
}

/** As many sums as hold together, in their order: of a source that contradicts itself. */
function firstThatHold(sums: readonly Sum[], hold: (sums: readonly Sum[]) => boolean): Sum[] {
  const kept: Sum[] = [];
  for (const sum of sums) if (hold([...kept, sum])) kept.push(sum);
  return kept;
}

/**
 * What it costs to hide each count: an inner one about 1, the smallest least; the total of a line 20; a zero, of which
 * people often know why it is one, 40; the total of all 400.
 */
function pricesOf(cells: Hiding['cells'], sums: readonly Sum[]): Map<string, number> {
  const largest = Math.max(0, ...[...cells.values()].map(({ value }) => value ?? 0));
  const isShare = ({ parts }: Sum) => parts.some((id) => cells.get(id)?.unprinted);
  const tables = sums.filter((sum) => !isShare(sum));
  const wholes = new Set(tables.map(({ whole }) => whole));
  const parts = new Set(tables.flatMap((sum) => sum.parts));
  const priceOf = ({ id, value }: CountCell) => {
    const size = (value ?? 0) / (largest + 1);
    if (wholes.has(id)) return (parts.has(id) ? 20 : 400) + size;
    return value === 0 ? 40 : 1 + size;
  };
  return new Map([...cells.values()].map((cell) => [cell.id, priceOf(cell)]));
}

/** The least that a hidden count can be for an attacker who guesses that no zero was hidden, while that is true. */
function leastHidden({ rule, hidden, at }: Hiding): number {
  if (rule.zeros === 'hidden') return 0;
  for (const id of hidden) if (at.get(id) === 0) return 0;
  return 1;
}

const isPrinted = ({ hidden, cells }: Hiding, { id, value }: CountCell) =>
  value !== null && !cells.get(id)?.unprinted && !hidden.has(id);

/** Where the attacker knows a count to lie before adding anything up. */
function rangeOf(hiding: Hiding, cell: CountCell, least: number): Range {
  const value = hiding.at.get(cell.id) ?? 0;
  const known = hiding.known.get(cell.id) ?? anything;
  const within = (low: number, high: number) => ({
    low: Math.min(value, Math.max(low, known.low)),
    high: Math.max(value, Math.min(high, known.high)),
  });
  if (isPrinted(hiding, cell)) {
    const { low, high } = meantBy(rounded(value, hiding.rule), hiding.rule);
    return within(low, high);
  }
  return within(hiding.hidden.has(cell.id) ? least : 0, Number.POSITIVE_INFINITY);
}

/** How a table may differ and still be printed alike; for a price, also how if more were hidden. */
function stepsOf(hiding: Hiding, isForSale: boolean): Step[] {
  const least = leastHidden(hiding);
  return [...hiding.cells.values()].flatMap((cell) => {
    const { id } = cell;
    const at = hiding.at.get(id) ?? 0;
    const range = rangeOf(hiding, cell, least);
    const steps = stepsWithin(id, at, range);
    if (!isForSale || !isPrinted(hiding, cell)) return steps;
    const price = hiding.prices.get(id) ?? 1;
    const known = hiding.known.get(id) ?? anything;
    const low = Math.min(range.low, Math.max(least, known.low));
    steps.push({ id, direction: 1, limit: Math.max(known.high, range.high) - range.high, price });
    steps.push({ id, direction: -1, limit: range.low - low, price });
    return steps;
  });
}

/** How wide the interval of a count is at least: as far apart as it lies in two tables that are printed alike. */
function reachOf({ changes }: Pick<Hiding, 'changes'>, id: string) {
  let up = 0;
  let down = 0;
  for (const change of changes) {
    const by = change.get(id) ?? 0;
    if (by > up) up = by;
    if (-by > down) down = -by;
  }
  return { up, down, width: up + down };
}

/** True when the attack cannot place the count in an interval narrower than the threshold. Keeps its proofs. */
function withstands(hiding: Hiding, id: string): boolean {
  const { threshold } = hiding.rule;
  for (const direction of [1, -1] as const) {
    const { up, down, width } = reachOf(hiding, id);
    if (width >= threshold) return true;
    const limit = threshold - (direction === 1 ? down : up);
    hiding.changes.push(move(stepsOf(hiding, false), hiding.sums, { id, direction, limit, reward }).change);
  }
  return reachOf(hiding, id).width >= threshold;
}

/**
 * Hides what is cheapest to hide until the count withstands the attack: the counts that would have to change if it were
 * larger, or smaller, by the threshold.
 * @returns false when nothing helps; then nothing more is hidden for it
 */
export function secure(hiding: Hiding, id: string): boolean {
  if (withstands(hiding, id)) return true;
  const { threshold } = hiding.rule;
  const before = { hidden: [...hiding.hidden], changes: [...hiding.changes] };
  for (const direction of [1, -1] as const) {
    const { up, width } = reachOf(hiding, id);
    if (width >= threshold) break;
    const limit = direction === 1 ? threshold : threshold - up;
    const { change } = move(stepsOf(hiding, true), hiding.sums, { id, direction, limit, reward });
    hideMoved(hiding, change);
    hiding.changes.push(change);
  }
  if (reachOf(hiding, id).width >= threshold) {
    for (const one of hiding.hidden) hiding.goals.add(one);
    return true;
  }
  hiding.hidden = new Set(before.hidden);
  hiding.changes = before.changes;
  return false;
}

function hideMoved(hiding: Hiding, change: Change) {
  const least = leastHidden(hiding);
  for (const [id, by] of change) {
    const cell = hiding.cells.get(id);
    if (!cell || !isPrinted(hiding, cell)) continue;
    const { low, high } = rangeOf(hiding, cell, least);
    const value = (hiding.at.get(id) ?? 0) + by;
    if (value < low - 1e-6 || value > high + 1e-6) hiding.hidden.add(id);
  }
}

/** Prints again, dearest first, what the attack is withstood without. */
export function giveBack(hiding: Hiding, exposed: ReadonlySet<string>, kept: ReadonlySet<string>) {
  const added = [...hiding.hidden].filter((id) => !kept.has(id));
  const price = (id: string) => hiding.prices.get(id) ?? 0;
  for (const id of added.sort((a, b) => price(b) - price(a))) {
    const hidden = new Set(hiding.hidden);
    hidden.delete(id);
    const goals = new Set(hiding.goals);
    goals.delete(id);
    const trial: Hiding = { ...hiding, hidden, goals };
    trial.changes = hiding.changes.filter((change) => isPrintedAlike(trial, change));
    if (![...goals].every((goal) => exposed.has(goal) || withstands(trial, goal))) continue;
    hiding.hidden = hidden;
    hiding.goals = goals;
    hiding.changes = trial.changes;
  }
}

function isPrintedAlike(hiding: Hiding, change: Change): boolean {
  const least = leastHidden(hiding);
  return [...change].every(([id, by]) => {
    const cell = hiding.cells.get(id);
    const value = (hiding.at.get(id) ?? 0) + by;
    const { low, high } = cell ? rangeOf(hiding, cell, least) : anything;
    return value >= low - 1e-6 && value <= high + 1e-6;
  });
}
