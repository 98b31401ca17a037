import { addDays, day, daysBetween, isWorkingDay } from '#lib/calendar/rules.ts';
import { councilSettings } from '#lib/councils/settings.ts';
import { isoDay } from '#lib/format.ts';
import { type Filled, owedIn, readFilling } from '#lib/rounds/filling.ts';
import { messagesDue, type Told } from '#lib/rounds/reminders.ts';
import { messageOf } from '#lib/rounds/words.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Seeding } from '#prisma/seed/seed.ts';

/** A message that came so many days ago or before has been read. */
const readAfterDays = 3;

/** What the open round has told its people until yesterday, as if Pledgeboard had been running all the time. */
export async function seedMessages({ db, councilId, today }: Seeding, roundId: string): Promise<void> {
  const { slug, ...settings } = await db.council.findUniqueOrThrow({
    where: { id: councilId },
    select: { slug: true, vocabulary: true, rules: true, statuses: true },
  });
  const { rules } = councilSettings.parse(settings);
  const { meeting, ...round } = await db.round.findUniqueOrThrow({
    where: { councilId_id: { councilId, id: roundId } },
    select: { id: true, opensOn: true, dueOn: true, closesOn: true, meeting: { select: { startsAt: true } } },
  });
  const thisDay = day(isoDay(today));
  const filling = await readFilling(db, round, thisDay);
  const sent = await db.update.findMany({
    where: { councilId, roundId, submittedAt: { not: null } },
    select: { commitmentId: true, submittedAt: true },
  });
  const sentLater = (one: Filled, date: Date) =>
    sent.some(({ commitmentId, submittedAt }) => commitmentId === one.id && submittedAt && submittedAt >= date);

  const told: Told[] = [];
  const messages: Prisma.MessageCreateManyInput[] = [];
  for (let on = round.opensOn; on < thisDay; on = addDays(on, 1)) {
    if (!isWorkingDay(on)) continue;
    const isOwed = new Set(owedIn(filling));
    const owed = filling.commitments.filter((one) => isOwed.has(one) || sentLater(one, on));
    const { administrators, people } = filling;
    for (const due of messagesDue({ round, rules, owed, administrators, told, today: on })) {
      const { personId, kind, key } = due;
      const words = messageOf(due, { base: `/${slug}`, round: { ...round, meetingAt: meeting.startsAt }, people });
      const createdAt = new Date(on.getTime() + 9 * 3_600_000);
      const readAt = daysBetween(on, thisDay) > readAfterDays ? addDays(createdAt, 1) : null;
      messages.push({ councilId, personId, kind, key, roundId, createdAt, readAt, ...words });
      told.push({ personId, key, on });
    }
  }
  await db.message.createMany({ data: messages });
}
