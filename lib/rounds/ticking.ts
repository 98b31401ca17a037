import 'server-only';
import { isWorkingDay, workingDaysBefore } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import { councilSettings } from '#lib/councils/settings.ts';
import { inCouncil } from '#lib/db.ts';
import { env } from '#lib/env.ts';
import { sendMessages } from '#lib/messages/sending.ts';
import { owedIn, readFilling } from '#lib/rounds/filling.ts';
import { readRounds, today } from '#lib/rounds/queries.ts';
import { isDaytime, messagesDue } from '#lib/rounds/reminders.ts';
import { openRound } from '#lib/rounds/rules.ts';
import { lockRoundMessages, readTold } from '#lib/rounds/telling.ts';
import { messageOf } from '#lib/rounds/words.ts';

/**
 * Writes what the open round of a council owes its people now, in one transaction. Asked again at any time, by
 * anybody, at once, it writes nothing twice.
 * @returns how many messages it wrote
 */
export async function tickRounds(councilId: string): Promise<number> {
  const now = clock();
  // No mail leaves a demonstration, so nobody has to wait for the morning to see one.
  const isShown = env.PLEDGEBOARD_DEMO && !env.SMTP_URL;
  if (!isShown && !isDaytime(now)) return 0;
  const date = today(now);
  const asOf = isShown && !isWorkingDay(date) ? workingDaysBefore(date, 1) : date;
  return inCouncil(councilId, async (db) => {
    await lockRoundMessages(db, councilId);
    const running = (await readRounds(db)).map((round) => ({ ...round, reopenedUntil: null }));
    const round = openRound(running, asOf);
    if (!round) return 0;
    const { slug, ...council } = await db.council.findUniqueOrThrow({
      where: { id: councilId },
      select: { slug: true, vocabulary: true, rules: true, statuses: true },
    });
    const { rules } = councilSettings.parse(council);
    const filling = await readFilling(db, round, asOf);
    const told = await readTold(db, councilId, round.id);
    const due = messagesDue({
      round,
      rules,
      owed: owedIn(filling),
      administrators: filling.administrators,
      told,
      today: asOf,
    });
    const shown = { base: `/${slug}`, round, people: filling.people };
    const messages = due.map((one) => {
      const { personId, kind, key } = one;
      return { personId, kind, key, roundId: round.id, ...messageOf(one, shown) };
    });
    return sendMessages(db, councilId, messages, now);
  });
}
