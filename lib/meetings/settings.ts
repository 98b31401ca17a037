import 'server-only';
import { forbidden } from 'next/navigation';
import { markOf } from '#lib/councils/marks.ts';
import { isoDay } from '#lib/format.ts';
import { timeInLondon } from '#lib/meetings/planning.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { today } from '#lib/rounds/queries.ts';

/** The meetings that are still to come, as their forms show them, with their rounds and the themes to choose from. */
export const getMeetingSettings = query(async (viewer, db) => {
  if (!can.manageCouncil(viewer)) return forbidden();
  const themes = await db.theme.findMany({ orderBy: { month: 'asc' }, select: { id: true, name: true } });
  const meetings = await db.meeting.findMany({
    where: { startsAt: { gte: today() } },
    orderBy: { startsAt: 'asc' },
    include: { theme: { select: { name: true } }, round: { select: { opensOn: true, dueOn: true, closesOn: true } } },
  });
  return {
    themes: themes.map(({ id, name }) => ({ value: id, label: name })),
    meetings: meetings.map(({ id, themeId, startsAt, place, theme, round }) => {
      const now = { theme: themeId, date: isoDay(startsAt), time: timeInLondon(startsAt), place };
      return { id, now, shown: markOf(now), startsAt, round, themeName: theme.name };
    }),
  };
});
