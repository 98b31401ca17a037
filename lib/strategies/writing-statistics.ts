import type { StrategyContent } from '#lib/strategies/content.ts';
import type { Writing } from '#lib/strategies/writing-content.ts';
import { differing, idsFor, idsGone } from '#lib/strategies/writing-rows.ts';

type Row = StrategyContent['statistics'][number];

/** The printed numbers, by their order; the figures they are compared with are written anew where they differ. */
export async function writeStatistics(
  { db, councilId, content, strategyId }: Writing,
  priorities: ReadonlyMap<string, string>,
): Promise<{ ids: Map<number, string>; gone: string[] }> {
  const rows = await db.statistic.findMany({ where: { strategyId }, include: { comparators: true } });
  const kept = new Map(rows.map((row) => [row.order, row]));
  const names = content.statistics.map(({ order }) => order);
  const ids = idsFor(kept, names);
  const dataOf = ({ comparators: _, priority, ...data }: Row) => ({
    ...data,
    priorityId: priority === null ? null : (priorities.get(priority) as string),
  });
  const fresh = content.statistics.filter(({ order }) => !kept.has(order));
  await db.statistic.createMany({
    data: fresh.map((row) => ({ councilId, strategyId, id: ids.get(row.order) as string, ...dataOf(row) })),
  });
  const recompared = new Set(fresh.filter(({ comparators }) => comparators.length > 0));
  for (const wanted of content.statistics) {
    const row = kept.get(wanted.order);
    if (!row) continue;
    const data = differing(row, dataOf(wanted));
    const where = { councilId_id: { councilId, id: row.id } };
    if (Object.keys(data).length > 0) await db.statistic.update({ where, data });
    if (inWords(row.comparators) !== inWords(wanted.comparators)) recompared.add(wanted);
  }
  const compared = [...recompared].map((row) => ({ ...row, statisticId: ids.get(row.order) as string }));
  await db.statisticComparator.deleteMany({ where: { statisticId: { in: compared.map((row) => row.statisticId) } } });
  await db.statisticComparator.createMany({
    data: compared.flatMap(({ statisticId, comparators }) =>
      comparators.map((other) => ({ councilId, statisticId, ...other })),
    ),
  });
  return { ids, gone: idsGone(kept, names) };
}

type Comparator = { kind: string; value: unknown; unit: string; period: string };

const inWords = (comparators: readonly Comparator[]) =>
  JSON.stringify(
    comparators.map(({ kind, value, unit, period }) => JSON.stringify([kind, Number(value), unit, period])).toSorted(),
  );
