import 'server-only';
import type { Status } from '#lib/councils/settings.ts';
import { isoDay } from '#lib/format.ts';
import { meetingsHeldBefore } from '#lib/meetings/rules.ts';
import type { Sql } from '#lib/sql.ts';
import type { StatisticData } from '#lib/themes/statistics/rules.ts';

type Held = { startsAt: string; place: string; theme: string };

export type ThemeRow = {
  id: string;
  name: string;
  slug: string;
  month: number;
  question: string;
  next: Held | null;
  last: Held | null;
  priorities: { key: string; title: string }[];
  statistics: StatisticData[];
  /** Commitment id to what was last published before the last meeting. */
  then: Record<string, Status>;
};

/** The theme with its meetings, and the priorities and printed numbers of the strategy in force: one statement, no row where there is no such theme. */
export async function readTheme(db: Sql, slug: string, now: Date): Promise<ThemeRow | undefined> {
  const held = meetingsHeldBefore(now);
  const rows = await db.$queryRaw<ThemeRow[]>`
    WITH strategy AS MATERIALIZED (SELECT strategy_in_force(${isoDay(now)}::date) AS id)
    SELECT t.id, t.name, t.slug, t.month, t.question, next.meeting AS next, last.meeting AS last,
      (SELECT COALESCE(json_agg(json_build_object('key', p.key, 'title', p.title) ORDER BY tp."order"), '[]'::json)
         FROM "ThemePriority" tp JOIN "Priority" p ON p."councilId" = tp."councilId" AND p.id = tp."priorityId"
        WHERE tp."councilId" = t."councilId" AND tp."themeId" = t.id
          AND p."strategyId" = (SELECT id FROM strategy)) AS priorities,
      (SELECT COALESCE(json_agg(json_build_object(
                'measure', s.measure, 'value', s.value, 'symbol', s.symbol, 'unit', s.unit, 'kind', s.kind,
                'period', s.period, 'cohort', s.cohort, 'numerator', s.numerator, 'denominator', s.denominator,
                'polarity', s.polarity, 'note', s.note, 'comparators', (
                  SELECT COALESCE(json_agg(json_build_object('kind', c.kind, 'value', c.value, 'unit', c.unit,
                                  'period', c.period) ORDER BY c.kind), '[]'::json)
                    FROM "StatisticComparator" c WHERE c."councilId" = s."councilId" AND c."statisticId" = s.id))
              ORDER BY ts."order"), '[]'::json)
         FROM "ThemeStatistic" ts JOIN "Statistic" s ON s."councilId" = ts."councilId" AND s.id = ts."statisticId"
        WHERE ts."councilId" = t."councilId" AND ts."themeId" = t.id
          AND s."strategyId" = (SELECT id FROM strategy)) AS statistics,
      (SELECT COALESCE(json_object_agg(said."commitmentId", said.status), '{}'::json)
         FROM (SELECT DISTINCT ON (u."commitmentId") u."commitmentId", u.status
                 FROM "ThemePriority" tp
                 JOIN "Commitment" c ON c."councilId" = tp."councilId" AND c."priorityId" = tp."priorityId"
                 JOIN "Update" u ON u."councilId" = c."councilId" AND u."commitmentId" = c.id
                WHERE tp."councilId" = t."councilId" AND tp."themeId" = t.id AND u."publishedAt" <= last."startsAt"
                ORDER BY u."commitmentId", u."publishedAt" DESC) said) AS "then"
      FROM "Theme" t
      LEFT JOIN LATERAL (
        SELECT json_build_object('startsAt', m."startsAt", 'place', m.place, 'theme', t.name) AS meeting
          FROM "Meeting" m WHERE m."councilId" = t."councilId" AND m."themeId" = t.id AND m."startsAt" > ${held}
         ORDER BY m."startsAt" LIMIT 1) next ON true
      LEFT JOIN LATERAL (
        SELECT m."startsAt", json_build_object('startsAt', m."startsAt", 'place', m.place, 'theme', about.name) AS meeting
          FROM "Meeting" m JOIN "Theme" about ON about."councilId" = m."councilId" AND about.id = m."themeId"
         WHERE m."councilId" = t."councilId" AND m."startsAt" <= ${held}
         ORDER BY m."startsAt" DESC LIMIT 1) last ON true
     WHERE t.slug = ${slug}`;
  return rows[0];
}

/** How an officer composed the dashboard of a theme. */
export type Composition = {
  version: number;
  parts: string[];
  texts: { id: string; heading: string; body: string; by: string; on: string }[];
  /** Of the figures: those that come first, and what the analyst says. In the order of the dashboard. */
  figures: { key: string; isHeadline: boolean; note: string; by: string | null; on: string | null }[];
  /** The keys of breakdowns with those of their indicators. */
  breakdowns: { indicator: string; key: string }[];
  /** Ids; empty for those that the commitments serve. */
  promises: string[];
  /** The board's meetings: those held, and those of others for which this theme was frozen; newest first. */
  meetings: { startsAt: string; theme: string; editions: number }[];
};

const mostMeetings = 12;

/** What was written by `now`; choice and order have no past, they are those of today. One statement. */
export async function readComposition(db: Sql, slug: string, now: Date): Promise<Composition> {
  const today = isoDay(now);
  const [row] = await db.$queryRaw<Composition[]>`
    SELECT t.version, t.parts,
      (SELECT COALESCE(json_agg(json_build_object('id', x.id, 'heading', x.heading, 'body', x.body, 'by', p.name,
                                                  'on', x."writtenOn") ORDER BY x.id), '[]'::json)
         FROM "ThemeText" x JOIN "Person" p ON p."councilId" = x."councilId" AND p.id = x."writtenById"
        WHERE x."councilId" = t."councilId" AND x."themeId" = t.id AND x."writtenOn" <= ${today}::date) AS texts,
      (SELECT COALESCE(json_agg(json_build_object('key', i.key, 'isHeadline', ti."isHeadline", 'by', p.name, 'on', ti."notedOn",
                'note', CASE WHEN ti."notedOn" <= ${today}::date THEN ti.note ELSE '' END) ORDER BY ti."order", i.key), '[]'::json)
         FROM "ThemeIndicator" ti
         JOIN "Indicator" i ON i."councilId" = ti."councilId" AND i.id = ti."indicatorId"
         LEFT JOIN "Person" p ON p."councilId" = ti."councilId" AND p.id = ti."notedById"
        WHERE ti."councilId" = t."councilId" AND ti."themeId" = t.id) AS figures,
      (SELECT COALESCE(json_agg(json_build_object('indicator', i.key, 'key', b.key) ORDER BY tb."order", b.key), '[]'::json)
         FROM "ThemeBreakdown" tb
         JOIN "Breakdown" b ON b."councilId" = tb."councilId" AND b.id = tb."breakdownId"
         JOIN "Indicator" i ON i."councilId" = b."councilId" AND i.id = b."indicatorId"
        WHERE tb."councilId" = t."councilId" AND tb."themeId" = t.id) AS breakdowns,
      (SELECT COALESCE(array_agg(tp."promiseId"::text ORDER BY tp."order"), '{}')
         FROM "ThemePromise" tp WHERE tp."councilId" = t."councilId" AND tp."themeId" = t.id) AS promises,
      (SELECT COALESCE(json_agg(json_build_object('startsAt', m."startsAt", 'theme', m.theme, 'editions', m.editions)
                                ORDER BY m."startsAt" DESC), '[]'::json)
         FROM (SELECT o."startsAt", about.name AS theme, (
                        SELECT count(*) FROM "FrozenDashboard" f
                         WHERE f."councilId" = o."councilId" AND f."meetingId" = o.id AND f."themeId" = t.id) AS editions
                 FROM "Meeting" o JOIN "Theme" about ON about."councilId" = o."councilId" AND about.id = o."themeId"
                WHERE o."councilId" = t."councilId"
                  AND (o."startsAt" <= ${meetingsHeldBefore(now)} OR EXISTS (
                    SELECT FROM "FrozenDashboard" f
                     WHERE f."councilId" = o."councilId" AND f."meetingId" = o.id AND f."themeId" = t.id))
                ORDER BY o."startsAt" DESC LIMIT ${mostMeetings}) m) AS meetings
      FROM "Theme" t WHERE t.slug = ${slug}`;
  if (!row) throw new Error(`no theme ${slug} to read the composition of`);
  return row;
}

/**
 * Another text after every write to what figures are made of: triggers count them (FigureMark), so that this costs
 * the same however many values there are. The day is in it because rules for small numbers begin on days.
 */
export async function readFigureMark(db: Sql): Promise<string> {
  const [row] = await db.$queryRaw<{ mark: string }[]>`
    SELECT COALESCE(sum(mark), 0) || ' ' || london_today() AS mark FROM "FigureMark"`;
  return row?.mark ?? '';
}
