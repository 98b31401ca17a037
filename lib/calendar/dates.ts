import 'server-only';
import ical, { type ICalCalendar } from 'ical-generator';
import { addDays } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import { env } from '#lib/env.ts';
import { query } from '#lib/query.ts';
import { readRounds, today } from '#lib/rounds/queries.ts';
import { roundName } from '#lib/updates/words.ts';

/** Terms of Reference 5.1: a meeting takes an hour and a half. */
const meetingMinutes = 90;
const pastDays = 30;

/**
 * The viewer's dates as a calendar file: meetings of the board for everybody; the days of rounds for who leads
 * something, and for the administrator. The same date keeps its UID, so that a second import moves it.
 */
export const datesFile = query(async (viewer, db) => {
  const since = addDays(today(), -pastDays);
  const meetings = await db.meeting.findMany({
    where: { councilId: viewer.councilId, startsAt: { gte: since } },
    orderBy: { startsAt: 'asc' },
    select: { id: true, startsAt: true, place: true, theme: { select: { name: true, slug: true } } },
  });
  const led = await db.assignment.count({
    where: {
      councilId: viewer.councilId,
      personId: viewer.personId,
      startsOn: { lte: today() },
      OR: [{ endsOn: null }, { endsOn: { gte: today() } }],
    },
  });
  const hasPart = led > 0 || viewer.roles.includes('administrator');
  const rounds = hasPart ? (await readRounds(db)).filter((round) => round.closesOn >= since) : [];
  const base = `${env.PLEDGEBOARD_URL}/${viewer.council.slug}`;
  const file = ical({ name: `Pledgeboard, ${viewer.council.shortName}`, prodId: '//Pledgeboard//Dates//EN' });
  for (const { id, startsAt, place, theme } of meetings) {
    file.createEvent({
      id: `meeting-${id}@pledgeboard`,
      stamp: clock(),
      start: startsAt,
      end: new Date(startsAt.getTime() + meetingMinutes * 60_000),
      summary: `${viewer.council.vocabulary.board ?? 'Board'}: ${theme.name}`,
      location: place,
      url: `${base}/themes/${theme.slug}`,
    });
  }
  for (const { id, meetingAt, opensOn, dueOn, closesOn } of rounds) {
    const name = roundName(meetingAt).replace(/^the /, '');
    wholeDay(file, { id: `round-opens-${id}`, on: opensOn, summary: `The ${name} opens`, url: base });
    wholeDay(file, { id: `round-due-${id}`, on: dueOn, summary: `Updates are due: ${name}`, url: base });
    wholeDay(file, { id: `round-closes-${id}`, on: closesOn, summary: `Last day of the ${name}`, url: base });
  }
  return file.toString();
});

function wholeDay(file: ICalCalendar, { id, on, ...event }: { id: string; on: Date; summary: string; url: string }) {
  file.createEvent({ ...event, id: `${id}@pledgeboard`, stamp: clock(), start: on, allDay: true, timezone: 'UTC' });
}
