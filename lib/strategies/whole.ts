import 'server-only';
import { notFound } from 'next/navigation';
import { day } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import { commitmentStandings } from '#lib/commitments/queries.ts';
import type { Db } from '#lib/db.ts';
import { isoDay } from '#lib/format.ts';
import { can } from '#lib/permissions.ts';
import { promiseStandings } from '#lib/promises/queries.ts';
import { query } from '#lib/query.ts';
import { headFields, readStrategyFacts } from '#lib/strategies/facts.ts';
import { readHistory } from '#lib/strategies/history.ts';
import { readMeasures } from '#lib/strategies/measures.ts';
import { nested, type PriorityOrder, phaseOf } from '#lib/strategies/rules.ts';
import { disclosedStatistic } from '#lib/strategies/statistics.ts';

/** Any strategy as a whole, in either of its orders: every tree, every measure, and what it prints. */
export const getWholeStrategy = query(async (viewer, db, key: string, order: PriorityOrder) => {
  const now = clock();
  const facts = (await readStrategyFacts(db, key)) ?? notFound();
  const { priorities, statistics, ...strategy } = await findWhole(db, facts.id);
  const standings = await commitmentStandings(viewer, db, now, facts.id);
  const standingOf = new Map(standings.map((row) => [row.id, row]));
  const measures = nested(await readMeasures(db, facts.id), order);
  return {
    ...strategy,
    phase: facts.isInForce ? ('inForce' as const) : phaseOf(facts, null, day(isoDay(now))),
    priorities: nested(
      priorities.map(({ commitments, ...priority }) => ({
        ...priority,
        commitments: nested(
          commitments.map((row) => ({ ...row, status: standingOf.get(row.id) ?? null })),
          order,
        ),
        measures: measures.filter(({ priorityId }) => priorityId === priority.id),
      })),
      order,
    ),
    promises: nested(
      (await promiseStandings(viewer, db, now, standings, facts.id)).map((promise) => ({
        ...promise,
        measures: measures.filter(({ promiseId }) => promiseId === promise.id),
      })),
      order,
    ),
    measures: measures.filter((row) => !row.promiseId && !row.priorityId),
    statistics: statistics.map((row) => disclosedStatistic(viewer, row)),
    history: await readHistory(db, { strategyId: facts.id }),
    mayEdit: can.editStrategy(viewer),
  };
});

export type WholeStrategy = Awaited<ReturnType<typeof getWholeStrategy>>;

const places = { id: true, parentId: true, publishedOrder: true, displayOrder: true } as const;

const findWhole = (db: Db, id: string) =>
  db.strategy.findFirstOrThrow({
    relationLoadStrategy: 'join',
    where: { id },
    select: {
      ...headFields,
      supersedes: { select: { key: true, title: true } },
      supersededBy: { select: { key: true, title: true } },
      priorities: {
        orderBy: { key: 'asc' },
        select: {
          ...places,
          key: true,
          title: true,
          outcome: true,
          commitments: { orderBy: { ref: 'asc' }, select: { ...places, ref: true, slug: true, title: true } },
        },
      },
      statistics: { orderBy: { order: 'asc' }, include: { comparators: true } },
    },
  });
