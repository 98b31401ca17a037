import 'server-only';
import { forbidden } from 'next/navigation';
import { type Part, steps } from '#lib/councils/guide.ts';
import { markOf } from '#lib/councils/marks.ts';
import { missingBeforeReady } from '#lib/councils/steps.ts';
import type { Db } from '#lib/db.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';

/** The write that shows that somebody has been through a step whose values are there from the beginning. */
const seenBy: Partial<Record<Part, string>> = {
  words: 'saveWords',
  language: 'saveLanguage',
  statuses: 'saveStatuses',
  roles: 'saveRoleNames',
  rules: 'saveRules',
  disclosure: 'decideRule',
};

/** The steps of the set-up: which are done, which is next, and what is missing before the council can begin. */
export const getGuide = query(async (viewer, db) => {
  if (!can.manageCouncil(viewer)) return forbidden();
  const { readyOn } = await db.council.findUniqueOrThrow({
    where: { id: viewer.councilId },
    select: { readyOn: true },
  });
  const done = await readDone(db);
  const withDone = steps.map((step) => ({ ...step, isDone: readyOn !== null || done.has(step.part) }));
  return {
    readyOn,
    steps: withDone,
    next: withDone.find(({ isDone }) => !isDone) ?? null,
    missing: await missingBeforeReady(db),
  };
});

async function readDone(db: Db): Promise<Set<Part>> {
  const seen = await db.auditEvent.findMany({
    where: { operation: { in: Object.values(seenBy) } },
    distinct: ['operation'],
    select: { operation: true },
  });
  const operations = new Set(seen.map(({ operation }) => operation));
  const isSeen = (part: Part) => operations.has(seenBy[part] ?? '');
  const done = new Set<Part>(['name', ...steps.map(({ part }) => part).filter(isSeen)]);
  if ((await db.person.count()) > 1) done.add('people');
  if ((await db.strategy.count()) > 0) done.add('strategy');
  if ((await db.theme.count()) > 0) done.add('themes');
  if ((await db.meeting.count()) > 0) done.add('meetings');
  return done;
}

/** The themes as their forms show them, with the priorities that can be ticked. */
export const getThemeSettings = query(async (viewer, db) => {
  if (!can.manageCouncil(viewer)) return forbidden();
  const themes = await db.theme.findMany({
    orderBy: [{ month: 'asc' }, { name: 'asc' }],
    select: {
      id: true,
      name: true,
      month: true,
      question: true,
      priorities: { select: { priorityId: true }, orderBy: { order: 'asc' } },
    },
  });
  const strategies = await db.strategy.findMany({
    orderBy: { startsOn: 'desc' },
    select: { title: true, priorities: { select: { id: true, title: true }, orderBy: { publishedOrder: 'asc' } } },
  });
  const priorities = strategies.flatMap((strategy) =>
    strategy.priorities.map(({ id, title }) => ({
      value: id,
      label: strategies.length > 1 ? `${title} (${strategy.title})` : title,
    })),
  );
  return {
    priorities,
    themes: themes.map(({ id, priorities: own, ...theme }) => {
      const stands = { ...theme, priorities: own.map(({ priorityId }) => priorityId) };
      return { id, ...stands, shown: markOf(stands) };
    }),
  };
});
