import type { Db } from '#lib/db.ts';
import { flattened, nested } from '#lib/strategies/rules.ts';

/** What a strategy prints to tell whether it works, as data: each list under its priority or promise, parts after the whole. */
export async function readMeasures(db: Db, strategyId: string) {
  const rows = await db.measure.findMany({
    where: { strategyId },
    orderBy: [
      { kind: 'asc' },
      { priority: { publishedOrder: 'asc' } },
      { promise: { publishedOrder: 'asc' } },
      { ref: 'asc' },
    ],
    select: {
      id: true,
      parentId: true,
      publishedOrder: true,
      displayOrder: true,
      ref: true,
      kind: true,
      wording: true,
      publishedDirection: true,
      directionQuery: true,
      target: true,
      note: true,
      parent: { select: { ref: true } },
      priority: { select: { key: true } },
      promise: { select: { number: true } },
      indicator: { select: { key: true } },
    },
  });
  const groups = [...new Set(rows.map(groupOf))].map((group) => rows.filter((row) => groupOf(row) === group));
  return groups
    .flatMap((group) => flattened(nested(group, 'published')))
    .map(({ id: _, parentId: __, children: ___, parent, priority, promise, indicator, ...row }) => ({
      ...row,
      parent: parent?.ref ?? null,
      priority: priority?.key ?? null,
      promise: promise?.number ?? null,
      indicator: indicator?.key ?? null,
    }));
}

type Grouped = { kind: string; priority: { key: string } | null; promise: { number: number } | null };

const groupOf = ({ kind, priority, promise }: Grouped) => JSON.stringify([kind, priority?.key, promise?.number]);

/** The numbers a strategy prints, as data. */
export async function readStatistics(db: Db, strategyId: string) {
  const rows = await db.statistic.findMany({
    where: { strategyId },
    orderBy: { order: 'asc' },
    select: {
      order: true,
      measure: true,
      value: true,
      symbol: true,
      unit: true,
      kind: true,
      period: true,
      cohort: true,
      numerator: true,
      denominator: true,
      polarity: true,
      note: true,
      priority: { select: { key: true } },
      comparators: {
        select: { kind: true, value: true, unit: true, period: true },
        orderBy: [{ kind: 'asc' }, { period: 'asc' }],
      },
    },
  });
  return rows.map(({ priority, value, comparators, ...row }) => ({
    ...row,
    value: value?.toNumber() ?? null,
    priority: priority?.key ?? null,
    comparators: comparators.map((other) => ({ ...other, value: other.value.toNumber() })),
  }));
}
