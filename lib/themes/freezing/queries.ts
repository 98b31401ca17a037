import 'server-only';
import { notFound } from 'next/navigation';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { smallNumbersIn } from '#lib/guard/small-numbers.ts';
import { readInCouncil } from '#lib/reading.ts';
import { memory } from '#lib/remember.ts';
import { hashOf } from '#lib/reports/snapshot.ts';
import type { Sql } from '#lib/sql.ts';
import { readRules } from '#lib/themes/freezing/freezing.ts';
import { type FrozenContent, type RulesOfToday, shownToday, thawed } from '#lib/themes/freezing/rules.ts';
import { gatherDashboard } from '#lib/themes/gathering.ts';
import { saidOf, type ThemeDashboard } from '#lib/themes/making.ts';
import { councilOf } from '#lib/themes/queries.ts';
import { type Composition, readComposition } from '#lib/themes/reading.ts';

type Theme = { id: string; name: string; slug: string };
type Meeting = { startsAt: Date; theme: string };

export type PastDashboard =
  /** There was no meeting on that day, or it is still to come and nothing was frozen for it. */
  | { kind: 'none'; theme: Theme; meetings: Composition['meetings'] }
  | {
      kind: 'frozen';
      meeting: Meeting;
      dashboard: ThemeDashboard;
      frozen: Omit<FrozenContent, 'dashboard' | 'meeting' | 'shape' | 'rules'> & { hash: string; editions: number };
      /** So many things are not shown any more: the rule for small numbers is stricter today. */
      hidden: number;
    }
  | { kind: 'made'; meeting: Meeting; dashboard: ThemeDashboard };

type Edition = { edition: number; hash: string };

/**
 * What a theme's dashboard showed at the meeting of this day: the frozen one, or else put together from what was
 * recorded and published by the meeting.
 * @param on 2026-09-22, a day in London
 * @param edition the newest where it is left out
 */
export async function getDashboardAsAt(
  viewer: Viewer,
  slug: string,
  on: string,
  edition?: number,
): Promise<PastDashboard> {
  const now = clock();
  return readInCouncil(viewer.councilId, async (db) => {
    const theme = (await readThemeNamed(db, slug)) ?? notFound();
    const meeting = isDay(on) ? await readMeetingOn(db, on) : null;
    const editions = meeting ? await readEditions(db, theme.id, meeting.id) : [];
    const chosen = editions.find((one) => one.edition === (edition ?? editions.at(-1)?.edition));
    if (meeting && chosen) {
      const rules = { figures: await readRules(db), threshold: viewer.council.rules.disclosureThreshold };
      const key = [chosen.hash, JSON.stringify([...rules.figures]), String(rules.threshold)];
      return thawings(`${viewer.councilId} ${theme.id} ${meeting.id} ${chosen.edition}`, key, async () =>
        frozenToday(await readContent(db, theme.id, meeting.id, chosen), { rules, chosen, editions, meeting }),
      );
    }
    if (!meeting || meeting.startsAt > now || edition !== undefined) {
      return { kind: 'none', theme, meetings: (await readComposition(db, slug, now)).meetings };
    }
    const dashboard = (await gatherDashboard(db, councilOf(viewer), slug, meeting.startsAt)) ?? notFound();
    return { kind: 'made', meeting, dashboard };
  });
}

/** Thawed and put by today's rules once, for as long as both are the same. */
const thawings = memory<PastDashboard>(100);

type Chosen = { rules: RulesOfToday; chosen: Edition; editions: readonly Edition[]; meeting: Meeting };

function frozenToday(content: FrozenContent, { rules, chosen, editions, meeting }: Chosen): PastDashboard {
  const { frozenBy, frozenAt, edition } = content;
  const reason = smallNumbersIn(content.reason, rules.threshold).length > 0 ? '' : content.reason;
  const { dashboard, hidden } = shownToday(content, rules, saidOf);
  const frozen = { frozenBy, frozenAt, edition, reason, hash: chosen.hash, editions: editions.length };
  return { kind: 'frozen', meeting, dashboard, frozen, hidden };
}

/** Written like a day, and one of the calendar. */
function isDay(on: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(on) ? Date.parse(`${on}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(on);
}

const readThemeNamed = async (db: Sql, slug: string) =>
  (await db.$queryRaw<Theme[]>`SELECT id, name, slug FROM "Theme" WHERE slug = ${slug}`)[0];

/** The last meeting of the board that began on this day in London. */
const readMeetingOn = async (db: Sql, on: string) =>
  (
    await db.$queryRaw<(Meeting & { id: string })[]>`
    SELECT m.id, m."startsAt", t.name AS theme
      FROM "Meeting" m JOIN "Theme" t ON t."councilId" = m."councilId" AND t.id = m."themeId"
     WHERE (m."startsAt" AT TIME ZONE 'Europe/London')::date = ${on}::date
     ORDER BY m."startsAt" DESC LIMIT 1`
  )[0] ?? null;

const readEditions = (db: Sql, themeId: string, meetingId: string) => db.$queryRaw<Edition[]>`
  SELECT edition, hash FROM "FrozenDashboard"
   WHERE "themeId" = ${themeId}::uuid AND "meetingId" = ${meetingId}::uuid ORDER BY edition`;

/** @throws when what is stored is not what was frozen */
async function readContent(db: Sql, themeId: string, meetingId: string, { edition, hash }: Edition) {
  const [row] = await db.$queryRaw<{ content: unknown }[]>`
    SELECT content FROM "FrozenDashboard"
     WHERE "themeId" = ${themeId}::uuid AND "meetingId" = ${meetingId}::uuid AND edition = ${edition}::int`;
  if (hashOf(row?.content) !== hash)
    throw new Error(`A frozen dashboard does not match its hash ${hash.slice(0, 12)}.`);
  return thawed(row?.content);
}
