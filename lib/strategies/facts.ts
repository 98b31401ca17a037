import 'server-only';
import { day } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import type { Db } from '#lib/db.ts';
import { isoDay } from '#lib/format.ts';
import { inForce } from '#lib/strategies/rules.ts';

/** What stands at the head of a strategy's page. */
export const headFields = {
  key: true,
  title: true,
  startsOn: true,
  endsOn: true,
  adoptedBy: true,
  adoptedOn: true,
  note: true,
  testQuestions: true,
} as const;

/** A strategy by its key, or the one in force: what it is called, and whether it is in force today. */
export async function readStrategyFacts(db: Db, key?: string) {
  const strategies = await db.strategy.findMany({
    select: { id: true, key: true, title: true, startsOn: true, endsOn: true },
    orderBy: { id: 'asc' },
  });
  const current = inForce(strategies, day(isoDay(clock())));
  const found = key === undefined ? current : strategies.find((one) => one.key === key);
  return found ? { ...found, isInForce: found === current } : null;
}
