import 'server-only';
import { notFound } from 'next/navigation';
import type { Viewer } from '#lib/auth/viewer.ts';
import { day, daysBetween } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import { type CommitmentStanding, readStandings, type StandingParts, standingsIn } from '#lib/commitments/queries.ts';
import type { Status } from '#lib/councils/settings.ts';
import { formatDate, isoDay } from '#lib/format.ts';
import { indicatorsIn, readHeads, readValues, readValuesMark } from '#lib/indicators/queries.ts';
import { readFigure } from '#lib/indicators/rules.ts';
import { meetingsHeldBefore, papersDueOn } from '#lib/meetings/rules.ts';
import { readPeers } from '#lib/neighbours/peers.ts';
import { readPromises, withStandings } from '#lib/promises/queries.ts';
import { query } from '#lib/query.ts';
import { readInCouncil } from '#lib/reading.ts';
import { memory } from '#lib/remember.ts';
import { sharedRead } from '#lib/shared-read.ts';
import type { Sql } from '#lib/sql.ts';
import { inShort } from '#lib/themes/brief/rules.ts';
import { questionsWorthAsking } from '#lib/themes/questions/rules.ts';
import { type CommitmentFact, standingLabel } from '#lib/themes/rules.ts';
import { readStatistic, type StatisticData } from '#lib/themes/statistics/rules.ts';
import { countsByStanding, type Standing } from '#lib/updates/rules.ts';
import { readSaidRows, withVoice } from '#lib/voice/said.ts';

/** The themes in the order of the year, each with its next meeting. */
export const listThemes = query(async (_viewer, db) => {
  const held = meetingsHeldBefore(clock());
  const themes = await db.theme.findMany({
    select: {
      slug: true,
      name: true,
      month: true,
      question: true,
      meetings: {
        where: { startsAt: { gt: held } },
        select: { startsAt: true, place: true },
        orderBy: { startsAt: 'asc' },
        take: 1,
      },
    },
    orderBy: { month: 'asc' },
  });
  return themes.map(({ meetings, ...theme }) => ({ ...theme, next: meetings[0] ?? null }));
});

type Held = { startsAt: string; place: string; theme: string };

type ThemeRow = {
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
async function readTheme(db: Sql, slug: string, now: Date): Promise<ThemeRow | undefined> {
  const held = meetingsHeldBefore(now);
  const rows = await db.$queryRaw<ThemeRow[]>`
    WITH strategy AS MATERIALIZED (SELECT strategy_in_force(${isoDay(now)}::date) AS id)
    SELECT t.name, t.slug, t.month, t.question, next.meeting AS next, last.meeting AS last,
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

/**
 * One theme's dashboard as it stands now: everything the page says, in one transaction. "Since the last
 * meeting" is the last meeting of the board, whatever it was about.
 */
export async function getThemeDashboard(viewer: Viewer, slug: string): Promise<ThemeDashboard> {
  const now = clock();
  const found = await readParts(viewer.councilId, slug);
  if (!found) return notFound();
  const { slug: folder, shortName, rules, statuses } = viewer.council;
  const council = { slug: folder, shortName, rules, statuses };
  const today = isoDay(now);
  return dashboards(`${viewer.councilId} ${slug}`, [today, JSON.stringify(council), found.text], async () => {
    const [values, peers] = await readInCouncil(viewer.councilId, (db) =>
      Promise.all([readValues(db, now, { theme: slug }), readPeers(db, now, { theme: slug })]),
    );
    return makeDashboard(today, { ...found.parts, council, values, peers });
  });
}

/** All that the dashboard is made of and that may change, but the values: what is the same text is the same page. */
const readParts = sharedRead(
  (councilId: string, slug: string) => `${councilId} ${slug}`,
  (councilId, slug) =>
    readInCouncil(councilId, async (db) => {
      const now = clock();
      const [theme, standings, heads, mark, promises, said] = await Promise.all([
        readTheme(db, slug, now),
        readStandings(db, now, { theme: slug }),
        readHeads(db, now, { theme: slug }),
        readValuesMark(db, now, slug),
        readPromises(db, now),
        readSaidRows(db, now),
      ]);
      const parts = theme && { theme, standings, heads, promises, said };
      return parts && { parts, text: JSON.stringify([councilId, mark, parts]) };
    }),
);

export type ThemeDashboard = ReturnType<typeof makeDashboard>;

/** The same words for as long as nothing changed: only what the database says is asked for again. */
const dashboards = memory<ThemeDashboard>(100);

type Parts = {
  council: Pick<Viewer['council'], 'slug' | 'shortName' | 'rules' | 'statuses'>;
  theme: ThemeRow;
  standings: StandingParts;
  heads: Awaited<ReturnType<typeof readHeads>>;
  values: Awaited<ReturnType<typeof readValues>>;
  peers: Awaited<ReturnType<typeof readPeers>>;
  promises: Awaited<ReturnType<typeof readPromises>>;
  said: Awaited<ReturnType<typeof readSaidRows>>;
};

function makeDashboard(today: string, { council, theme: { then, ...theme }, ...parts }: Parts) {
  const { rules, statuses } = council;
  const standings = standingsIn(parts.standings, today);
  const indicators = indicatorsIn(parts.heads, parts.values, parts.peers);
  const asOf = day(today);
  const promises = withVoice(withStandings(parts.promises, standings, asOf), parts.said, rules.disclosureThreshold);

  const keys = new Set(theme.priorities.map(({ key }) => key));
  const commitments = standings
    .filter(({ priorityKey }) => keys.has(priorityKey))
    .map((row) => ({ ...row, ...factsOf(row, then, today) }));
  const orderOf = new Map(
    indicators.map(({ key, themes }) => [key, themes.find(({ slug }) => slug === theme.slug)?.order ?? 0]),
  );
  const figures = indicators
    .toSorted((a, b) => (orderOf.get(a.key) ?? 0) - (orderOf.get(b.key) ?? 0))
    .flatMap((indicator) => readFigure(indicator, today) ?? []);
  const ids = new Set(commitments.map(({ id }) => id));
  const served = promises.filter((promise) => promise.commitments.some(({ id }) => ids.has(id)));
  const facts = {
    lastMeeting: theme.last && formatDate(new Date(theme.last.startsAt)),
    figures,
    commitments,
    promises: served,
    label: (standing: Standing) => standingLabel(statuses, standing).toLowerCase(),
  };
  const startsAt = theme.next && new Date(theme.next.startsAt);
  return {
    ...theme,
    council,
    asOf,
    next: theme.next &&
      startsAt && {
        startsAt,
        place: theme.next.place,
        papersDueOn: papersDueOn(startsAt, rules.updatesDueWorkingDaysBefore),
      },
    last: theme.last && { ...theme.last, startsAt: new Date(theme.last.startsAt) },
    figures,
    statistics: theme.statistics.map((row) => readStatistic(row, rules.disclosureThreshold)),
    commitments,
    counts: countsByStanding(commitments.map(({ standing }) => standing)),
    promises: served,
    brief: inShort(facts),
    questions: questionsWorthAsking(facts),
  };
}

function factsOf(
  row: CommitmentStanding,
  then: ThemeRow['then'],
  today: string,
): Pick<CommitmentFact, 'statusThen' | 'silentDays'> {
  return {
    statusThen: then[row.id] ?? null,
    silentDays: row.submittedAt && daysBetween(day(isoDay(row.submittedAt)), day(today)),
  };
}
