import 'server-only';
import { notFound } from 'next/navigation';
import type { Viewer } from '#lib/auth/viewer.ts';
import { day } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import { type CommitmentStanding, commitmentStandings } from '#lib/commitments/queries.ts';
import type { Db } from '#lib/db.ts';
import { disclose } from '#lib/disclosure/rules.ts';
import { isoDay } from '#lib/format.ts';
import { promiseStandings } from '#lib/promises/queries.ts';
import { query } from '#lib/query.ts';
import { inForce } from '#lib/strategies/rules.ts';
import { countsByStanding } from '#lib/updates/rules.ts';

/** The strategy in force today, with everything that hangs on it. Six statements. */
export const getStrategy = query(async (viewer, db) => {
  const now = clock();
  const strategy = (await currentStrategy(db, now)) ?? notFound();
  const standings = await commitmentStandings(viewer, db, now);
  const { priorities, statistics, ...rest } = strategy;
  return {
    ...rest,
    priorities: priorities.map((priority) => ({ ...priority, ...standingsOf(priority.key, standings) })),
    promises: await promiseStandings(viewer, db, now, standings),
    themes: await listThemes(db),
    statistics: statistics.map((row) => disclosedStatistic(viewer, row)),
  };
});

/** One priority of the strategy in force: its commitments most urgent first, the promises and themes it serves. */
export const getPriority = query(async (viewer, db, key: string) => {
  const now = clock();
  const strategy = (await currentStrategy(db, now)) ?? notFound();
  const priority = strategy.priorities.find((one) => one.key === key) ?? notFound();
  const standings = await commitmentStandings(viewer, db, now);
  const promises = await promiseStandings(viewer, db, now, standings);
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
    strategyTitle: strategy.title,
    leads: assignments.map(({ person, startsOn }) => ({
      ...person,
      organisation: person.organisation?.name,
      startsOn,
    })),
    promises: promises.filter((promise) => promise.commitments.some((row) => row.priorityKey === key)),
    themes: (await listThemes(db)).filter((theme) => theme.priorities.some((one) => one.priority.key === key)),
    statistics: strategy.statistics
      .filter((row) => row.priorityId === priority.id)
      .map((row) => disclosedStatistic(viewer, row)),
  };
});

const on = (today: Date) => ({
  startsOn: { lte: today },
  OR: [{ endsOn: null }, { endsOn: { gte: today } }],
  person: { OR: [{ leftOn: null }, { leftOn: { gte: today } }] },
});

function standingsOf(key: string, standings: readonly CommitmentStanding[]) {
  const commitments = standings.filter((row) => row.priorityKey === key);
  return { commitments, counts: countsByStanding(commitments.map((row) => row.standing)) };
}

async function currentStrategy(db: Db, now: Date) {
  const strategies = await db.strategy.findMany({ select: { id: true, startsOn: true, endsOn: true } });
  const current = inForce(strategies, day(isoDay(now)));
  return current && findStrategy(db, current.id);
}

async function findStrategy(db: Db, id: string) {
  return db.strategy.findFirst({
    relationLoadStrategy: 'join',
    where: { id },
    select: {
      title: true,
      startsOn: true,
      endsOn: true,
      adoptedBy: true,
      adoptedOn: true,
      note: true,
      testQuestions: true,
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
        },
      },
      statistics: { orderBy: { order: 'asc' }, include: { comparators: true } },
    },
  });
}

type StatisticRow = NonNullable<Awaited<ReturnType<typeof findStrategy>>>['statistics'][number];

const counted = { numerator: null, denominator: null };

/** A printed statistic as it may be shown: what could point at a child has lost its number before it leaves here. */
function disclosedStatistic({ council }: Viewer, row: StatisticRow) {
  const threshold = council.rules.disclosureThreshold;
  const { value, numerator, denominator, unit, comparators, symbol, ...words } = row;
  const figure = (
    amount: { toNumber(): number } | null,
    of: typeof counted | { numerator: number | null; denominator: number | null },
    itsUnit: string,
  ) => (amount === null ? null : disclose({ value: amount.toNumber(), unit: itsUnit, ...of }, threshold));
  return {
    ...words,
    symbol,
    figure: figure(value, { numerator, denominator }, unit),
    comparators: comparators.map((other) => ({
      kind: other.kind,
      period: other.period,
      figure: figure(other.value, counted, other.unit),
    })),
  };
}

/** A printed statistic as a page gets it. */
export type PrintedStatistic = ReturnType<typeof disclosedStatistic>;

function listThemes(db: Db) {
  return db.theme.findMany({
    relationLoadStrategy: 'join',
    orderBy: { month: 'asc' },
    select: {
      slug: true,
      name: true,
      month: true,
      question: true,
      priorities: { orderBy: { order: 'asc' }, select: { priority: { select: { key: true, title: true } } } },
    },
  });
}
