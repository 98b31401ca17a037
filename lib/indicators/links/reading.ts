import 'server-only';
import type { Db } from '#lib/db.ts';
import { readStrategyFacts } from '#lib/strategies/facts.ts';

export type Links = { themes: string[]; priorities: string[]; commitments: string[]; promises: string[] };

/** What a figure is linked to of what can be ticked: themes, and what the strategy in force holds. */
export async function linksOf(db: Db, indicatorId: string): Promise<Links> {
  const strategyId = (await readStrategyFacts(db))?.id ?? indicatorId;
  const themes = await db.themeIndicator.findMany({ where: { indicatorId }, select: { themeId: true } });
  const priorities = await db.priorityIndicator.findMany({
    where: { indicatorId, priority: { strategyId } },
    select: { priorityId: true },
  });
  const commitments = await db.commitmentIndicator.findMany({
    where: { indicatorId, commitment: { priority: { strategyId } } },
    select: { commitmentId: true },
  });
  const promises = await db.promiseIndicator.findMany({
    where: { indicatorId, promise: { strategyId } },
    select: { promiseId: true },
  });
  return {
    themes: themes.map(({ themeId }) => themeId).toSorted(),
    priorities: priorities.map(({ priorityId }) => priorityId).toSorted(),
    commitments: commitments.map(({ commitmentId }) => commitmentId).toSorted(),
    promises: promises.map(({ promiseId }) => promiseId).toSorted(),
  };
}

type Option = { value: string; label: string };

/** Everything that can be ticked. */
export async function linkOptions(db: Db): Promise<Record<keyof Links, Option[]>> {
  const strategyId = (await readStrategyFacts(db))?.id;
  const of = strategyId === undefined ? { id: { in: [] as string[] } } : { strategyId };
  const themes = await db.theme.findMany({ orderBy: { month: 'asc' }, select: { id: true, name: true } });
  const priorities = await db.priority.findMany({
    where: of,
    orderBy: { publishedOrder: 'asc' },
    select: {
      id: true,
      title: true,
      commitments: { orderBy: { number: 'asc' }, select: { id: true, ref: true, title: true } },
    },
  });
  const promises = await db.promise.findMany({
    where: of,
    orderBy: { number: 'asc' },
    select: { id: true, number: true, plainTitle: true },
  });
  return {
    themes: themes.map(({ id, name }) => ({ value: id, label: name })),
    priorities: priorities.map(({ id, title }) => ({ value: id, label: title })),
    commitments: priorities.flatMap((priority) =>
      priority.commitments.map(({ id, ref, title }) => ({ value: id, label: `${ref}: ${title}` })),
    ),
    promises: promises.map(({ id, number, plainTitle }) => ({ value: id, label: `${number}. ${plainTitle}` })),
  };
}

/** What a figure counts for where it is ticked, in the order of the page. */
export const linkKinds = [
  'themes',
  'priorities',
  'commitments',
  'promises',
] as const satisfies readonly (keyof Links)[];
