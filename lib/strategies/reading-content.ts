import type { Db } from '#lib/db.ts';
import { isoDay } from '#lib/format.ts';
import type { StrategyContent } from '#lib/strategies/content.ts';
import { readMeasures, readStatistics } from '#lib/strategies/reading-measures.ts';
import { flattened, nested } from '#lib/strategies/rules.ts';

/**
 * A strategy as data, the inverse of writing it: lists in their published order, a row before those under it.
 * @throws when there is no such strategy in this council
 */
export async function readContent(db: Db, strategyId: string): Promise<StrategyContent> {
  const strategy = await db.strategy.findFirstOrThrow({
    where: { id: strategyId },
    include: { supersedes: { select: { key: true } } },
  });
  const priorities = await readPriorities(db, strategyId);
  const commitments = await readCommitments(db, strategyId, priorities);
  const promises = await readPromises(db, strategyId);
  const measures = await readMeasures(db, strategyId);
  const { key, title, startsOn, endsOn, adoptedBy, adoptedOn, note, testQuestions, supersedes } = strategy;
  const named = [
    ...commitments.flatMap((row) => row.indicators),
    ...promises.flatMap((row) => row.indicators),
    ...measures.flatMap((row) => row.indicator ?? []),
  ];
  const indicators = await db.indicator.findMany({
    where: { key: { in: [...new Set(named)] } },
    select: { key: true, title: true },
    orderBy: { key: 'asc' },
  });
  return {
    key,
    title,
    startsOn: isoDay(startsOn),
    endsOn: isoDay(endsOn),
    adoptedBy,
    adoptedOn: adoptedOn && isoDay(adoptedOn),
    note: note ?? '',
    testQuestions,
    supersedes: supersedes?.key ?? null,
    priorities: priorities.map(({ id: _, ...row }) => row),
    commitments,
    promises,
    measures,
    statistics: await readStatistics(db, strategyId),
    indicators,
  };
}

const published = <Row extends Parameters<typeof nested>[0][number]>(rows: readonly Row[]) =>
  flattened(nested(rows, 'published'));

const ids = { id: true, parentId: true, publishedOrder: true, displayOrder: true } as const;
const indicatorKeys = { select: { indicator: { select: { key: true } } } } as const;

const keysOf = (links: readonly { indicator: { key: string } }[]) =>
  links.map(({ indicator }) => indicator.key).toSorted();

async function readPriorities(db: Db, strategyId: string) {
  const rows = await db.priority.findMany({
    where: { strategyId },
    orderBy: { key: 'asc' },
    select: {
      ...ids,
      key: true,
      shortTitle: true,
      title: true,
      vision: true,
      outcome: true,
      notes: true,
      parent: { select: { key: true } },
    },
  });
  return published(rows).map(({ parentId: _, children: __, parent, ...row }) => ({
    ...row,
    parent: parent?.key ?? null,
  }));
}

async function readCommitments(db: Db, strategyId: string, priorities: readonly { id: string; key: string }[]) {
  const rows = await db.commitment.findMany({
    where: { priority: { strategyId } },
    orderBy: { ref: 'asc' },
    select: {
      ...ids,
      ref: true,
      number: true,
      title: true,
      wording: true,
      notes: true,
      priorityId: true,
      parent: { select: { ref: true } },
      carriedFrom: { select: { ref: true, priority: { select: { strategy: { select: { key: true } } } } } },
      indicators: indicatorKeys,
    },
  });
  return priorities.flatMap(({ id: ofPriority, key }) =>
    published(rows.filter(({ priorityId }) => priorityId === ofPriority)).map(
      ({ id: _, parentId: __, priorityId: ___, children: ____, parent, carriedFrom, indicators, ...row }) => ({
        ...row,
        priority: key,
        parent: parent?.ref ?? null,
        carriedFrom: carriedFrom && { strategy: carriedFrom.priority.strategy.key, ref: carriedFrom.ref },
        indicators: keysOf(indicators),
      }),
    ),
  );
}

async function readPromises(db: Db, strategyId: string) {
  const rows = await db.promise.findMany({
    where: { strategyId },
    orderBy: { number: 'asc' },
    select: {
      ...ids,
      number: true,
      wording: true,
      plainTitle: true,
      plainWords: true,
      whyLinked: true,
      notes: true,
      parent: { select: { number: true } },
      commitments: {
        select: {
          commitment: {
            select: { ref: true, number: true, publishedOrder: true, priority: { select: { publishedOrder: true } } },
          },
        },
      },
      indicators: indicatorKeys,
    },
  });
  return published(rows).map(({ id: _, parentId: __, children: ___, parent, commitments, indicators, ...row }) => ({
    ...row,
    parent: parent?.number ?? null,
    commitments: commitments
      .map(({ commitment }) => commitment)
      .toSorted(
        (a, b) =>
          a.priority.publishedOrder - b.priority.publishedOrder ||
          a.publishedOrder - b.publishedOrder ||
          (a.ref < b.ref ? -1 : 1),
      )
      .map(({ ref }) => ref),
    indicators: keysOf(indicators),
  }));
}
