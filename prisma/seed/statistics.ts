import { z } from 'zod';
import { ComparatorKind, MissingSymbol, Polarity, StatisticKind } from '#prisma/generated/enums.ts';
import { readContent } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';
import { known, type Strategy } from '#prisma/seed/strategy.ts';

const shape = z.object({
  order: z.int(),
  measure: z.string(),
  value: z.number().nullable(),
  symbol: z.enum(MissingSymbol).nullish(),
  unit: z.string(),
  kind: z.enum(StatisticKind),
  period: z.string(),
  cohort: z.string().nullish(),
  numerator: z.int().nullish(),
  denominator: z.int().nullish(),
  polarity: z.enum(Polarity),
  note: z.string().nullish(),
  priority: z.string().nullish(),
  comparators: z.array(
    z.object({ kind: z.enum(ComparatorKind), value: z.number(), unit: z.string(), period: z.string() }),
  ),
});

/** The numbers that the strategy prints, as it prints them. @returns ids by order */
export async function seedStatistics({ db, councilId }: Seeding, strategy: Strategy): Promise<Map<number, string>> {
  const statistics = readContent('statistics.json', z.array(shape)).map((row) => ({
    ...row,
    id: crypto.randomUUID(),
  }));
  await db.statistic.createMany({
    data: statistics.map(({ comparators: _, priority, ...row }) => ({
      councilId,
      strategyId: strategy.id,
      priorityId: priority ? known(strategy.priorities, priority) : null,
      ...row,
      symbol: row.symbol ?? null,
      cohort: row.cohort ?? null,
      numerator: row.numerator ?? null,
      denominator: row.denominator ?? null,
      note: row.note ?? null,
    })),
  });
  await db.statisticComparator.createMany({
    data: statistics.flatMap(({ id, comparators }) =>
      comparators.map((comparator) => ({ councilId, statisticId: id, ...comparator })),
    ),
  });
  return new Map(statistics.map(({ order, id }) => [order, id]));
}
