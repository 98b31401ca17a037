import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { day } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import { type CommitmentStanding, commitmentStandings } from '#lib/commitments/queries.ts';
import type { Db } from '#lib/db.ts';
import { isoDay } from '#lib/format.ts';
import { can } from '#lib/permissions.ts';
import { promiseStandings } from '#lib/promises/queries.ts';
import { query } from '#lib/query.ts';
import { headFields, readStrategyFacts } from '#lib/strategies/facts.ts';
import { readHistory } from '#lib/strategies/history.ts';
import { inForce, phaseOf } from '#lib/strategies/rules.ts';
import { disclosedStatistic } from '#lib/strategies/statistics.ts';
import { countsByStanding } from '#lib/updates/rules.ts';

/** The strategies of the council, the last to begin first: which is in force, which took whose place. */
export const listStrategies = query(async (viewer, db) => {
  const strategies = await db.strategy.findMany({
    orderBy: { startsOn: 'desc' },
    select: {
      key: true,
      title: true,
      startsOn: true,
      endsOn: true,
      adoptedBy: true,
      adoptedOn: true,
      supersedes: { select: { key: true, title: true } },
      supersededBy: { select: { key: true, title: true } },
      _count: { select: { priorities: true, promises: true, measures: { where: { parentId: null } } } },
    },
  });
  const today = day(isoDay(clock()));
  const current = inForce(strategies, today);
  return {
    mayEdit: can.editStrategy(viewer),
    strategies: strategies.map((one) => ({ ...one, phase: phaseOf(one, current, today) })),
  };
});

/** The strategy in force today, with everything that hangs on it. */
export const getStrategy = query(async (viewer, db) => {
  const now = clock();
  // A council that is new has none: the list of strategies says so, and how to begin one.
  const facts = (await readStrategyFacts(db)) ?? redirect(`/${viewer.council.slug}/strategies`);
  const strategy = (await findStrategy(db, facts.id)) ?? notFound();
  const standings = await commitmentStandings(viewer, db, now, facts.id);
  const { priorities, statistics, ...rest } = strategy;
  return {
    ...rest,
    priorities: priorities.map((priority) => ({ ...priority, ...standingsOf(priority.key, standings) })),
    promises: await promiseStandings(viewer, db, now, standings, facts.id),
    themes: await listThemes(db, facts.id),
    statistics: statistics.map((row) => disclosedStatistic(viewer, row)),
  };
});

/**
 * One priority: its commitments most urgent first, the promises and themes it serves.
 * @param strategyKey the strategy in force when left out
 */
export const getPriority = query(async (viewer, db, key: string, strategyKey?: string) => {
  const now = clock();
  const facts = (await readStrategyFacts(db, strategyKey)) ?? notFound();
  const strategy = (await findStrategy(db, facts.id)) ?? notFound();
  const { notes, ...priority } = strategy.priorities.find((one) => one.key === key) ?? notFound();
  const standings = await commitmentStandings(viewer, db, now, facts.id);
  const promises = await promiseStandings(viewer, db, now, standings, facts.id);
  const assignments = await db.assignment.findMany({
    where: { priorityId: priority.id, kind: 'lead', ...on(day(isoDay(now))) },
    select: {
      startsOn: true,
      person: { select: { name: true, does: true, organisation: { select: { name: true } } } },
    },
    orderBy: { startsOn: 'asc' },
  });
  return {
    ...priority,
    ...standingsOf(key, standings),
    strategy: facts,
    above: strategy.priorities.filter(({ id }) => id === priority.parentId).map(named),
    under: strategy.priorities.filter(({ parentId }) => parentId === priority.id).map(named),
    notes: can.readWorkingNotes(viewer) ? notes : null,
    mayEdit: can.editStrategy(viewer),
    history: await readHistory(db, { priorityId: priority.id }),
    leads: assignments.map(({ person, startsOn }) => ({
      ...person,
      organisation: person.organisation?.name,
      startsOn,
    })),
    promises: promises.filter((promise) => promise.commitments.some((row) => row.priorityKey === key)),
    themes: (await listThemes(db, facts.id)).filter((theme) =>
      theme.priorities.some((one) => one.priority.key === key),
    ),
    statistics: strategy.statistics
      .filter((row) => row.priorityId === priority.id)
      .map((row) => disclosedStatistic(viewer, row)),
  };
});

const named = ({ key, title }: { key: string; title: string }) => ({ key, title });

const on = (today: Date) => ({
  startsOn: { lte: today },
  OR: [{ endsOn: null }, { endsOn: { gte: today } }],
  person: { OR: [{ leftOn: null }, { leftOn: { gte: today } }] },
});

function standingsOf(key: string, standings: readonly CommitmentStanding[]) {
  const commitments = standings.filter((row) => row.priorityKey === key);
  return { commitments, counts: countsByStanding(commitments.map((row) => row.standing)) };
}

async function findStrategy(db: Db, id: string) {
  return db.strategy.findFirst({
    relationLoadStrategy: 'join',
    where: { id },
    select: {
      ...headFields,
      priorities: {
        orderBy: { publishedOrder: 'asc' },
        select: {
          id: true,
          key: true,
          shortTitle: true,
          title: true,
          vision: true,
          outcome: true,
          publishedOrder: true,
          displayOrder: true,
          parentId: true,
          notes: true,
        },
      },
      statistics: { orderBy: { order: 'asc' }, include: { comparators: true } },
    },
  });
}

function listThemes(db: Db, strategyId: string) {
  return db.theme.findMany({
    relationLoadStrategy: 'join',
    orderBy: { month: 'asc' },
    select: {
      slug: true,
      name: true,
      month: true,
      question: true,
      priorities: {
        where: { priority: { strategyId } },
        orderBy: { order: 'asc' },
        select: { priority: { select: { key: true, title: true } } },
      },
    },
  });
}
