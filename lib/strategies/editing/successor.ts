import type { StrategyContent } from '#lib/strategies/content.ts';

type Named = Pick<StrategyContent, 'key' | 'title' | 'startsOn' | 'endsOn'>;
type Commitment = StrategyContent['commitments'][number];

/**
 * The strategy that takes the place of this one: a draft with its priorities, and those commitments that are carried
 * over, each pointing back. Promises, measures and printed figures are the new document's own and begin empty.
 * @param carry references of commitments; one whose parent is left behind stands at the top
 */
export function successorOf(content: StrategyContent, named: Named, carry: readonly string[]): StrategyContent {
  const carried = content.commitments.filter(({ ref }) => carry.includes(ref));
  const refs = new Set(carried.map(({ ref }) => ref));
  return {
    ...named,
    adoptedBy: null,
    adoptedOn: null,
    note: '',
    testQuestions: content.testQuestions,
    supersedes: content.key,
    priorities: content.priorities.map((row) => ({ ...row, notes: '' })),
    commitments: withNumbers(
      carried.map((row) => ({
        ...row,
        parent: row.parent !== null && refs.has(row.parent) ? row.parent : null,
        notes: '',
        carriedFrom: { strategy: content.key, ref: row.ref },
      })),
    ),
    promises: [],
    measures: [],
    statistics: [],
    indicators: content.indicators.filter(({ key }) => carried.some(({ indicators }) => indicators.includes(key))),
  };
}

/** A commitment that comes to the top may meet another of its number: it takes the next that is free. */
function withNumbers(rows: Commitment[]): Commitment[] {
  const taken = new Set<string>();
  return rows.map((row) => {
    let { number } = row;
    const place = () => JSON.stringify([row.priority, row.parent, number]);
    while (taken.has(place())) number += 1;
    taken.add(place());
    return { ...row, number };
  });
}

/**
 * A commitment put into the strategy that came after its own.
 * @param priority the key of a priority of `next`
 */
export function carriedOver(next: StrategyContent, from: { strategy: string; row: Commitment }, priority: string) {
  const beside = next.commitments.filter((row) => row.priority === priority && row.parent === null);
  const number = Math.max(0, ...beside.map((row) => row.number)) + 1;
  const last = Math.max(0, ...beside.map((row) => row.publishedOrder), ...beside.map((row) => row.displayOrder)) + 1;
  const shortTitle = next.priorities.find(({ key }) => key === priority)?.shortTitle ?? '';
  const row: Commitment = {
    ...from.row,
    ref: `${shortTitle} ${number}`,
    parent: null,
    priority,
    number,
    notes: '',
    carriedFrom: { strategy: from.strategy, ref: from.row.ref },
    publishedOrder: last,
    displayOrder: last,
  };
  return { ...next, commitments: [...next.commitments, row] };
}

/** A strategy with a title and days and nothing else. */
export const firstContent = (named: Named): StrategyContent => ({
  ...named,
  adoptedBy: null,
  adoptedOn: null,
  note: '',
  testQuestions: [],
  supersedes: null,
  priorities: [],
  commitments: [],
  promises: [],
  measures: [],
  statistics: [],
  indicators: [],
});
