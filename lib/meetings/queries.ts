import 'server-only';
import { clock } from '#lib/clock.ts';
import { meetingsHeldBefore, papersDueOn } from '#lib/meetings/rules.ts';
import { query } from '#lib/query.ts';

const shown = { coming: 4, held: 8 };

/** The next four meetings, soonest first, and the last ones held, latest first. */
export const listMeetings = query(async (viewer, db) => {
  const held = meetingsHeldBefore(clock());
  const meetings = await db.meeting.findMany({
    select: { id: true, startsAt: true, place: true, theme: { select: { slug: true, name: true } } },
    orderBy: { startsAt: 'asc' },
  });
  const dated = meetings.map((meeting) => ({
    ...meeting,
    papersDueOn: papersDueOn(meeting.startsAt, viewer.council.rules.updatesDueWorkingDaysBefore),
  }));
  return {
    coming: dated.filter(({ startsAt }) => startsAt > held).slice(0, shown.coming),
    held: dated
      .filter(({ startsAt }) => startsAt <= held)
      .toReversed()
      .slice(0, shown.held),
  };
});
