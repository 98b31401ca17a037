import 'server-only';
import { day } from '#lib/calendar/rules.ts';
import type { Db } from '#lib/db.ts';
import { isoDay } from '#lib/format.ts';
import type { Told } from '#lib/rounds/reminders.ts';

/** Until the end of the transaction nobody else writes to the people of a round: neither another tick nor a nudge. */
export async function lockRoundMessages(db: Db, councilId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`round messages ${councilId}`}, 0))`;
}

/** Who was told what of a round, and on which day. */
export async function readTold(db: Db, councilId: string, roundId: string): Promise<Told[]> {
  const messages = await db.message.findMany({
    where: { councilId, roundId },
    select: { personId: true, key: true, createdAt: true },
  });
  return messages.map(({ personId, key, createdAt }) => ({ personId, key, on: day(isoDay(createdAt)) }));
}
