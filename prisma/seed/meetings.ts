import { tz } from '@date-fns/tz';
import { z } from 'zod';
import { addDays, day, workingDaysBefore } from '#lib/calendar/rules.ts';
import { councilSettings } from '#lib/councils/settings.ts';
import { isoDay } from '#lib/format.ts';
import { planRound } from '#lib/rounds/planning.ts';
import type { SeededIndicator } from '#prisma/seed/figures.ts';
import { readContent } from '#prisma/seed/read.ts';
import type { Seeding } from '#prisma/seed/seed.ts';
import { known, type Strategy } from '#prisma/seed/strategy.ts';

const shape = z.object({
  slug: z.string(),
  name: z.string(),
  month: z.int().min(1).max(12),
  place: z.string(),
  question: z.string(),
  priorities: z.array(z.string()),
  statistics: z.array(z.int()).default([]),
});

/** A round of the demo, counted from the open one: 0 is open now, -1 was the one before. */
export type SeededRound = { id: string; opensOn: Date; dueOn: Date };

type Parts = { strategy: Strategy; indicators: SeededIndicator[] };

/**
 * The themes of the year, the meetings of the past year and the next four, and a round before each of them but the last,
 * which somebody is still to make: it opens the day after the meeting before, and is due five working days before
 * its own (Terms of Reference 5.8 and 5.16). Those to come have the days that the council's rules give.
 * The dates follow from the day of the seed; they are not the council's.
 * @returns rounds by their distance from the open one
 */
export async function seedMeetings(
  { db, councilId, today, folder }: Seeding,
  parts: Parts,
): Promise<Map<number, SeededRound>> {
  const themes = readContent('themes.json', z.array(shape), folder).map((theme) => ({
    ...theme,
    id: crypto.randomUUID(),
  }));
  await db.theme.createMany({
    data: themes.map(({ id, slug, name, month, question }) => ({
      councilId,
      id,
      slug,
      name,
      month,
      question,
    })),
  });
  await db.themePriority.createMany({
    data: themes.flatMap(({ id: themeId, priorities }) =>
      priorities.map((key, order) => ({
        councilId,
        themeId,
        order,
        priorityId: known(parts.strategy.priorities, key),
      })),
    ),
  });
  await db.themeIndicator.createMany({
    data: themes.flatMap(({ id: themeId, slug }) =>
      parts.indicators
        .filter((indicator) => indicator.theme === slug)
        .map(({ id: indicatorId, themeOrder: order }) => ({ councilId, themeId, order, indicatorId })),
    ),
  });
  await db.themeStatistic.createMany({
    data: themes.flatMap(({ id: themeId, statistics }) =>
      statistics.map((number, order) => ({
        councilId,
        themeId,
        order,
        statisticId: known(parts.strategy.statistics, number),
      })),
    ),
  });

  const thisDay = day(isoDay(today));
  const year = thisDay.getUTCFullYear();
  const dates = [year - 2, year - 1, year, year + 1]
    .flatMap((inYear) => themes.map((theme) => ({ theme, on: fourthTuesday(inYear, theme.month) })))
    .toSorted((a, b) => a.on.getTime() - b.on.getTime());
  const next = dates.findIndex(({ on }) => on >= thisDay);
  const meetings = dates.slice(next - 6, next + 4).map((meeting) => ({ ...meeting, id: crypto.randomUUID() }));
  await db.meeting.createMany({
    data: meetings.map(({ id, theme, on }) => ({
      councilId,
      id,
      themeId: theme.id,
      startsAt: halfPastFour(on),
      place: theme.place,
    })),
  });

  const council = await db.council.findUniqueOrThrow({
    where: { id: councilId },
    select: { vocabulary: true, rules: true, statuses: true },
  });
  const { rules } = councilSettings.parse(council);
  const rounds = meetings.slice(1, -1).map(({ id: meetingId, on }, index) => ({
    councilId,
    id: crypto.randomUUID(),
    meetingId,
    ...(index > 5
      ? planRound(halfPastFour(on), rules)
      : {
          opensOn: addDays((meetings[index] as { on: Date }).on, 1),
          dueOn: workingDaysBefore(on, 5),
          closesOn: on,
        }),
  }));
  await db.round.createMany({ data: rounds });
  return new Map(rounds.map((round, index) => [index - 5, round]));
}

function fourthTuesday(year: number, month: number): Date {
  const first = new Date(Date.UTC(year, month - 1, 1));
  return addDays(first, ((2 - first.getUTCDay() + 7) % 7) + 21);
}

/** Half past four in London on this day. */
function halfPastFour(on: Date): Date {
  const london = tz('Europe/London')(on);
  london.setHours(16, 30, 0, 0);
  return new Date(london.getTime());
}
