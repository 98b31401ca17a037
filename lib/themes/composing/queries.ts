import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { clock } from '#lib/clock.ts';
import { markOf } from '#lib/councils/marks.ts';
import { formatDate } from '#lib/format.ts';
import { meetingsHeldBefore } from '#lib/meetings/rules.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { readStrategyFacts } from '#lib/strategies/facts.ts';
import { dashboardParts, placedParts } from '#lib/themes/composing/rules.ts';
import { isFreezable } from '#lib/themes/freezing/rules.ts';

const inOrder = { orderBy: { order: 'asc' } } as const;

/** What a theme's dashboard is composed of, what could still be added, and the meetings that it may be frozen for. */
export const getComposing = query(async (viewer, db, slug: string) => {
  if (!can.composeDashboard(viewer)) return forbidden();
  const theme =
    (await db.theme.findFirst({
      where: { slug },
      include: {
        indicators: { ...inOrder, include: { indicator: true, notedBy: { select: { name: true } } } },
        breakdowns: { ...inOrder, include: { breakdown: { include: { indicator: { select: { title: true } } } } } },
        priorities: { ...inOrder, include: { priority: { select: { title: true } } } },
        promises: { ...inOrder, include: { promise: { select: { number: true, plainTitle: true } } } },
        texts: { orderBy: { id: 'asc' }, include: { writtenBy: { select: { name: true } } } },
      },
    })) ?? notFound();
  const strategyId = (await readStrategyFacts(db))?.id ?? null;
  const ofStrategy = { strategyId: { in: strategyId ? [strategyId] : [] } };
  const indicators = await db.indicator.findMany({
    where: { definitions: { some: {} } },
    orderBy: { title: 'asc' },
    select: { id: true, title: true, breakdowns: { select: { id: true, title: true } } },
  });
  const priorities = await db.priority.findMany({ where: ofStrategy, orderBy: { publishedOrder: 'asc' } });
  const promises = await db.promise.findMany({ where: ofStrategy, orderBy: { number: 'asc' } });
  const textOf = new Map(theme.texts.map((one) => [`text:${one.id}`, one.heading]));
  const parts = placedParts(
    theme.parts,
    theme.texts.map(({ id }) => id),
  );
  const named = (number: number, title: string) => `${number}. ${title}`;
  return {
    id: theme.id,
    slug,
    name: theme.name,
    version: theme.version,
    parts: parts.map((key) => ({
      id: key as string,
      title: textOf.get(key) ?? dashboardParts[key as keyof typeof dashboardParts],
    })),
    figures: theme.indicators.map(({ indicator, isHeadline, note, notedBy, notedOn }) => ({
      id: indicator.id,
      title: indicator.title,
      isHeadline,
      note,
      noted: notedBy && notedOn ? `${notedBy.name}, ${formatDate(notedOn)}` : null,
      shown: markOf({ note }),
    })),
    breakdowns: theme.breakdowns.map(({ breakdown: { id, title, indicator } }) => ({
      id,
      title: `${indicator.title}: ${title}`,
    })),
    priorities: theme.priorities.map(({ priorityId: id, priority }) => ({ id, title: priority.title })),
    promises: theme.promises.map(({ promiseId: id, promise }) => ({
      id,
      title: named(promise.number, promise.plainTitle),
    })),
    texts: theme.texts.map(({ id, heading, body, writtenBy, writtenOn }) => ({
      id,
      title: heading,
      body,
      written: `${writtenBy.name}, ${formatDate(writtenOn)}`,
      shown: markOf({ heading, body }),
    })),
    /** What is not on the dashboard yet. */
    more: {
      figures: indicators.filter(({ id }) => theme.indicators.every(({ indicatorId }) => indicatorId !== id)),
      breakdowns: indicators
        .flatMap((one) => one.breakdowns.map(({ id, title }) => ({ id, title: `${one.title}: ${title}` })))
        .filter(({ id }) => theme.breakdowns.every(({ breakdownId }) => breakdownId !== id)),
      priorities: priorities
        .filter(({ id }) => theme.priorities.every(({ priorityId }) => priorityId !== id))
        .map(({ id, title }) => ({ id, title })),
      promises: promises
        .filter(({ id }) => theme.promises.every(({ promiseId }) => promiseId !== id))
        .map(({ id, number, plainTitle }) => ({ id, title: named(number, plainTitle) })),
    },
    meetings: await listFreezable(db, theme.id),
  };
});

export type Composing = Awaited<ReturnType<typeof getComposing>>;

async function listFreezable(db: Parameters<Parameters<typeof query>[0]>[1], themeId: string) {
  const now = clock();
  const meetings = await db.meeting.findMany({
    orderBy: { startsAt: 'asc' },
    include: {
      theme: { select: { id: true, name: true } },
      dashboards: { where: { themeId }, select: { edition: true } },
    },
  });
  const isOver = ({ startsAt }: (typeof meetings)[number]) => Number(startsAt <= meetingsHeldBefore(now));
  const isOthers = (one: (typeof meetings)[number]) => Number(one.theme.id !== themeId);
  // The next meeting about this theme first; those that are over, for a correction, last.
  return meetings
    .filter(({ startsAt, dashboards }) => isFreezable({ startsAt, editions: dashboards.length }, now))
    .toSorted((one, other) => isOver(one) - isOver(other) || isOthers(one) - isOthers(other))
    .map(({ id, startsAt, theme, dashboards }) => ({
      id,
      label: `${formatDate(startsAt)}, ${theme.name}${dashboards.length > 0 ? ` (edition ${dashboards.length} is there)` : ''}`,
    }));
}
