import { type Change, move, type Range, type Step, stepsWithin } from '#lib/disclosure/attack.ts';
import { anything, type Hiding } from '#lib/disclosure/opening.ts';
import { meantBy, rounded } from '#lib/disclosure/printed.ts';
import type { CountCell } from '#lib/disclosure/tables.ts';

/** The search for what to hide: a set that grows until the attack fails, and gives back what it need not have taken. */

/** Larger than any price of a whole chain of counts: what must be moved is moved, whatever it costs. */
const reward = 1e5;

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

type Steps = { hidden: number; free: Step[] | null; forSale: Step[] | null };
const stepsAt = new WeakMap<ReadonlySet<string>, Steps>();

/** How a table may differ and still be printed alike; for a price, also how if more were hidden. */
function stepsOf(hiding: Hiding, isForSale: boolean): Step[] {
  const { hidden } = hiding;
  const before = stepsAt.get(hidden);
  const steps = before?.hidden === hidden.size ? before : { hidden: hidden.size, free: null, forSale: null };
  stepsAt.set(hidden, steps);
  const kind = isForSale ? 'forSale' : 'free';
  steps[kind] ??= makeSteps(hiding, isForSale);
  return steps[kind];
}

function makeSteps(hiding: Hiding, isForSale: boolean): Step[] {
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
 * larger, or smaller, by the threshold. Where it is enough, or cheaper, a zero is hidden as well, so that nobody can
 * take what is hidden for at least 1.
 * @returns false when nothing helps; then nothing more is hidden for it
 */
export function secure(hiding: Hiding, id: string): boolean {
  if (withstands(hiding, id)) return true;
  const before = { hidden: hiding.hidden, changes: hiding.changes };
  const price = (one: string) => hiding.prices.get(one) ?? 0;
  let best: { hidden: Set<string>; changes: Change[]; cost: number } | null = null;
  for (const zero of [[], cheapestZero(hiding)]) {
    if (!zero || (best && best.cost <= zero.reduce((sum, one) => sum + price(one), 0))) continue;
    hiding.hidden = new Set([...before.hidden, ...zero]);
    hiding.changes = [...before.changes];
    const isWide = withstands(hiding, id) || widen(hiding, id);
    const { hidden, changes } = hiding;
    const added = [...hidden].filter((one) => !before.hidden.has(one));
    const cost = added.reduce((sum, one) => sum + price(one), 0);
    if (isWide && (!best || cost < best.cost)) best = { hidden, changes, cost };
    Object.assign(hiding, before);
  }
  if (!best) return false;
  hiding.hidden = best.hidden;
  hiding.changes = best.changes;
  for (const one of hiding.hidden) hiding.goals.add(one);
  return true;
}

function widen(hiding: Hiding, id: string): boolean {
  const { threshold } = hiding.rule;
  for (const direction of [1, -1] as const) {
    const { up, width } = reachOf(hiding, id);
    if (width >= threshold) break;
    const limit = direction === 1 ? threshold : threshold - up;
    const { change } = move(stepsOf(hiding, true), hiding.sums, { id, direction, limit, reward });
    hideMoved(hiding, change);
    hiding.changes.push(change);
  }
  return reachOf(hiding, id).width >= threshold;
}

/** A zero that is printed and could be hidden; null where that changes nothing or there is none. */
function cheapestZero(hiding: Hiding): string[] | null {
  if (leastHidden(hiding) === 0) return null;
  const zeros = [...hiding.cells.values()].filter(
    (cell) => cell.value === 0 && isPrinted(hiding, cell) && (hiding.known.get(cell.id) ?? anything).high > 0,
  );
  const [zero] = zeros.toSorted((a, b) => (hiding.prices.get(a.id) ?? 0) - (hiding.prices.get(b.id) ?? 0));
  return zero ? [zero.id] : null;
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

/** How many counts times goals may be looked through to print a few counts more: about a second. */
const patience = 2e6;

/** Prints again, dearest first, what the attack is withstood without; in a large puzzle only the dearest are tried. */
export function giveBack(hiding: Hiding, exposed: ReadonlySet<string>, kept: ReadonlySet<string>) {
  const added = [...hiding.hidden].filter((id) => !kept.has(id));
  const price = (id: string) => hiding.prices.get(id) ?? 0;
  const trials = Math.floor(patience / (hiding.cells.size * hiding.goals.size));
  for (const id of added.toSorted((a, b) => price(b) - price(a)).slice(0, trials)) {
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
