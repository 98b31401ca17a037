import { type Change, type Range, type Sum, solutionOf } from '#lib/disclosure/attack.ts';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import type { CountCell, TableSystem } from '#lib/disclosure/tables.ts';

/** Where the search for what to hide begins: what is known, what fits, and what it costs to hide each count. */

export const anything: Range = { low: 0, high: Number.POSITIVE_INFINITY };

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
