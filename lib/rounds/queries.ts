import 'server-only';
import { day } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import { isoDay } from '#lib/format.ts';
import type { Reopenable } from '#lib/rounds/rules.ts';
import type { Sql } from '#lib/sql.ts';

export type RoundRow = Reopenable & { id: string; meetingAt: Date; themeName: string; themeSlug: string };

/** Every round of the council with its meeting, earliest first. One statement. */
export async function readRounds(db: Sql): Promise<RoundRow[]> {
  return db.$queryRaw<RoundRow[]>`
    SELECT r.id, r."opensOn", r."dueOn", r."closesOn", (
             SELECT max(o."untilOn") FROM "RoundReopening" o
              WHERE o."councilId" = r."councilId" AND o."roundId" = r.id) AS "reopenedUntil", m."startsAt" AS "meetingAt",
           t.name AS "themeName", t.slug AS "themeSlug"
      FROM "Round" r
      JOIN "Meeting" m ON m."councilId" = r."councilId" AND m.id = r."meetingId"
      JOIN "Theme" t ON t."councilId" = m."councilId" AND t.id = m."themeId"
     ORDER BY r."opensOn"`;
}

/** Today in London, as a date column holds it. */
export const today = (now = clock()) => day(isoDay(now));
