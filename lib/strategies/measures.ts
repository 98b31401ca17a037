import 'server-only';
import { notFound } from 'next/navigation';
import type { Db } from '#lib/db.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { readStrategyFacts } from '#lib/strategies/facts.ts';
import { readHistory } from '#lib/strategies/history.ts';
import { nested } from '#lib/strategies/rules.ts';

const places = { id: true, parentId: true, publishedOrder: true, displayOrder: true } as const;

/** The measures of a strategy with what was printed, doubted and confirmed of each. */
export const readMeasures = (db: Db, strategyId: string) =>
  db.measure.findMany({
    relationLoadStrategy: 'join',
    where: { strategyId },
    orderBy: [{ kind: 'asc' }, { ref: 'asc' }],
    select: {
      ...places,
      priorityId: true,
      promiseId: true,
      ref: true,
      kind: true,
      wording: true,
      publishedDirection: true,
      directionQuery: true,
      confirmedDirection: true,
      confirmedBy: { select: { name: true } },
      target: true,
      note: true,
      version: true,
      indicator: { select: { key: true, title: true, definitions: { select: { id: true }, take: 1 } } },
    },
  });

export type MeasureRow = Awaited<ReturnType<typeof readMeasures>>[number];

/** One measure with its parts, what it is a part of, and the history of its wording. */
export const getMeasure = query(async (viewer, db, key: string, ref: string) => {
  const strategy = (await readStrategyFacts(db, key)) ?? notFound();
  const rows = await readMeasures(db, strategy.id);
  const measure = rows.find((row) => row.ref === ref) ?? notFound();
  const promise = await db.promise.findFirst({
    where: { id: measure.promiseId ?? strategy.id },
    select: { number: true, plainTitle: true },
  });
  return {
    ...measure,
    strategy,
    promise,
    parent: rows.find(({ id }) => id === measure.parentId) ?? null,
    parts: nested(
      rows.filter(({ parentId }) => parentId === measure.id),
      'published',
    ),
    history: await readHistory(db, { measureId: measure.id }),
    mayEdit: can.editStrategy(viewer),
  };
});
