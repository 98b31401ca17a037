import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { addDays } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { formatDate, isoDay } from '#lib/format.ts';
import { sendMessages } from '#lib/messages/sending.ts';
import { owedIn, readFilling } from '#lib/rounds/filling.ts';
import { type RoundRow, readRounds, today } from '#lib/rounds/queries.ts';
import { isTooSoon, type Told } from '#lib/rounds/reminders.ts';
import { openRound } from '#lib/rounds/rules.ts';
import { lockRoundMessages, readTold } from '#lib/rounds/telling.ts';
import { nudgeOf } from '#lib/rounds/words.ts';

/** A round of the council with what its decisions need; null when there is none of this id. */
export async function loadRound(viewer: Viewer, db: Db, id: string) {
  const rounds = await readRounds(db);
  const round = rounds.find((one) => one.id === id);
  if (!round) return null;
  const date = today();
  return { ...round, rounds, today: date, isOpen: openRound(rounds, date)?.id === id, councilId: viewer.councilId };
}
/** The day on which this person was last told something of the round; null when never. */
function lastTold(told: readonly Told[], personId: string): Date | null {
  const days = told.filter((one) => one.personId === personId).map((one) => one.on.getTime());
  return days.length > 0 ? new Date(Math.max(...days)) : null;
}

/**
 * Asks these people for what they owe, or all of them. A nudge keeps the gap like every other message of the round.
 * @returns whom it reached, and whom it came too soon for, with the first day on which they may be asked again
 */
export async function nudgePeople(viewer: Viewer, db: Db, round: RoundRow & { today: Date }, only?: string) {
  await lockRoundMessages(db, viewer.councilId);
  const owed = owedIn(await readFilling(db, round, round.today));
  const told = await readTold(db, viewer.councilId, round.id);
  const gap = viewer.council.rules.messageGapDays;
  const asked = [...new Set(owed.flatMap(({ leads }) => leads))].filter((id) => !only || id === only);
  const dayOf = (id: string) => lastTold(told, id);
  const isEarly = (id: string) => {
    const last = dayOf(id);
    return last !== null && isTooSoon(last, round.today, gap);
  };
  const shown = { base: `/${viewer.council.slug}`, round };
  const messages = asked
    .filter((id) => !isEarly(id))
    .map((personId) => ({
      personId,
      kind: 'nudge' as const,
      key: `nudge ${round.id} ${isoDay(round.today)}`,
      roundId: round.id,
      ...nudgeOf(
        owed.filter(({ leads }) => leads.includes(personId)),
        viewer.name,
        shown,
      ),
    }));
  const reached = await sendMessages(db, viewer.councilId, messages, clock());
  return { asked: asked.length, reached, early: asked.filter(isEarly).map(dayOf) };
}

/** Why nobody was asked. @param last the days on which they were last written to */
export function tooSoonSentence(last: readonly (Date | null)[], gapDays: number): string {
  const days = last.flatMap((one) => one?.getTime() ?? []);
  const latest = new Date(Math.max(...days));
  const from = formatDate(addDays(new Date(Math.min(...days)), gapDays));
  const again = `Nobody gets two messages within ${gapDays} days: ask again from ${from}.`;
  return last.length === 1
    ? `They were last written to on ${formatDate(latest)}. ${again}`
    : `All of them were written to in the last ${gapDays} days. ${again}`;
}
