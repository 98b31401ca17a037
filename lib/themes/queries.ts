import 'server-only';
import { notFound } from 'next/navigation';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { isoDay } from '#lib/format.ts';
import { meetingsHeldBefore } from '#lib/meetings/rules.ts';
import { query } from '#lib/query.ts';
import { readInCouncil } from '#lib/reading.ts';
import { memory } from '#lib/remember.ts';
import { sharedRead } from '#lib/shared-read.ts';
import { readMoving, readSteady } from '#lib/themes/gathering.ts';
import { type DashboardCouncil, makeDashboard, type ThemeDashboard } from '#lib/themes/making.ts';
import { readFigureMark } from '#lib/themes/reading.ts';

/** The themes in the order of the year, each with its next meeting. */
export const listThemes = query(async (_viewer, db) => {
  const held = meetingsHeldBefore(clock());
  const themes = await db.theme.findMany({
    select: {
      slug: true,
      name: true,
      month: true,
      question: true,
      meetings: {
        where: { startsAt: { gt: held } },
        select: { startsAt: true, place: true },
        orderBy: { startsAt: 'asc' },
        take: 1,
      },
    },
    orderBy: { month: 'asc' },
  });
  return themes.map(({ meetings, ...theme }) => ({ ...theme, next: meetings[0] ?? null }));
});

/**
 * One theme's dashboard as it stands now: everything the page says, in one transaction. "Since the last
 * meeting" is the last meeting of the board, whatever it was about.
 */
export async function getThemeDashboard(viewer: Viewer, slug: string): Promise<ThemeDashboard> {
  const now = clock();
  const found = await readParts(viewer.councilId, slug);
  if (!found) return notFound();
  const council = councilOf(viewer);
  const today = isoDay(now);
  const texts = [today, JSON.stringify(council), found.text];
  return dashboards(`${viewer.councilId} ${slug}`, texts, async () => {
    const steady = await readInCouncil(viewer.councilId, (db) => readSteady(db, slug, now, soonAfter(now)));
    return makeDashboard(today, { ...found.moving, ...steady, council });
  });
}

/** What of the council a dashboard says. */
export const councilOf = ({ council: { slug, shortName, rules, statuses } }: Viewer): DashboardCouncil => ({
  slug,
  shortName,
  rules,
  statuses,
});

/** The clock of the database, which dates what is recorded, may be a little ahead of this one. */
const soonAfter = (now: Date) => new Date(now.getTime() + 5 * 60_000);

/** What is the same text is the same page: nothing else that the dashboard is made of can have changed. */
const readParts = sharedRead(
  (councilId: string, slug: string) => `${councilId} ${slug}`,
  (councilId, slug) =>
    readInCouncil(councilId, async (db) => {
      const [moving, mark] = await Promise.all([readMoving(db, slug, clock()), readFigureMark(db)]);
      return moving && { moving, text: JSON.stringify([councilId, mark, moving]) };
    }),
);

/**
 * The same words for as long as nothing changed: only what the database says is asked for again. Every theme of
 * every authority in England has room.
 */
const dashboards = memory<ThemeDashboard>(800);
