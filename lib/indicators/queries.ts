import 'server-only';
import { notFound } from 'next/navigation';
import { clock } from '#lib/clock.ts';
import { commitmentStandings } from '#lib/commitments/queries.ts';
import { isoDay } from '#lib/format.ts';
import {
  type Area,
  type AreaKind,
  type DefinitionData,
  discloseIndicator,
  type IndicatorData,
  readFigure,
} from '#lib/indicators/rules.ts';
import type { Point } from '#lib/indicators/verdicts/rules.ts';
import { readPeers } from '#lib/neighbours/peers.ts';
import type { Peers } from '#lib/neighbours/rules.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';
import { reading } from '#lib/reading.ts';
import { type Sql, together } from '#lib/sql.ts';
import { readStrategyFacts } from '#lib/strategies/facts.ts';

type ThemeLink = { slug: string; name: string; month: number; order: number };
type Indicator = IndicatorData & { themes: ThemeLink[] };
type Head = Omit<DefinitionData, 'areas'> &
  Pick<Indicator, 'key' | 'title' | 'commitments' | 'owner' | 'themes'> & { id: string };
type Value = Point & { definitionId: string; code: string; name: string; kind: AreaKind };
/** The slug of a theme, or one key or some of indicators; every indicator of the council without either. */
type Only = {
  theme?: string;
  key?: string;
  keys?: readonly string[];
  /** The last day of the periods that count, 2025-12-31: for the place among others. */
  until?: string;
  /** False where no place among others is asked for: with all indicators it is the dearest part. */
  withPeers?: boolean;
};

type Which = { theme?: string | null; key?: string | null; keys?: readonly string[] | null };

/** Indicators with the values of the council, its region and the country. Small counts are gone before this returns. */
export async function readIndicators(db: Sql, asOf: Date, only: Only = {}): Promise<Indicator[]> {
  const [heads, values, peers] = await together(db, [
    () => readHeads(db, asOf, only),
    () => readValues(db, asOf, only),
    async () => (only.withPeers === false ? [] : readPeers(db, asOf, only)),
  ]);
  return indicatorsIn(heads, values, peers);
}

const keysOf = (key: string | null | undefined) => (key ? [key] : null);

/** What is counted, without the values: one row a definition, of an indicator the newest first. */
export const readHeads = (db: Sql, asOf: Date, { theme = null, key, keys = keysOf(key) }: Which) => db.$queryRaw<
  Head[]
>`
  SELECT d.id, i.key, i.title, links.commitments, owner.name AS owner, places.themes,
         d.version, d."startsOn"::text, d.question, d.unit, d.decimals, d.cohort, d."numeratorMeaning",
         d."denominatorMeaning", source.name || ', ' || source.licence AS source, d."periodType"::text, d.polarity::text, d."polarityNote",
         confirmer.name AS "polarityConfirmedBy", d."isYearToDate", d."expectedAfterMonths", d."minimumGroup",
         d."baselinePeriod", d."baselineValue"::float8, d."breakReason", COALESCE(aims.targets, '[]'::json) AS targets,
         deciding(ruled) AS rule
    FROM "Indicator" i
    JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id AND d."startsOn" <= ${asOf}::date
    JOIN "Source" source ON source."councilId" = d."councilId" AND source.id = d."sourceId"
    LEFT JOIN "Person" confirmer ON confirmer."councilId" = d."councilId" AND confirmer.id = d."polarityConfirmedById"
    LEFT JOIN "Person" owner ON owner."councilId" = i."councilId" AND owner.id = i."ownerId"
     AND (owner."leftOn" IS NULL OR owner."leftOn" >= ${asOf}::date)
    LEFT JOIN (
      SELECT t."councilId", t."definitionId", json_agg(json_build_object(
               'dueOn', t."dueOn", 'value', t.value, 'tolerance', t.tolerance, 'setBy', p.name, 'setOn', t."setOn",
               'reason', t.reason) ORDER BY t."dueOn", t."setOn", t.id) AS targets
        FROM "Target" t JOIN "Person" p ON p."councilId" = t."councilId" AND p.id = t."setById"
       WHERE t."setOn" <= ${asOf}::date
       GROUP BY t."councilId", t."definitionId") aims ON aims."councilId" = d."councilId" AND aims."definitionId" = d.id
   CROSS JOIN disclosure_rule_in_force(d."councilId", d."sourceId") ruled
   CROSS JOIN LATERAL (
     SELECT COALESCE(array_agg(ci."commitmentId"::text), '{}') AS commitments
       FROM "CommitmentIndicator" ci WHERE ci."councilId" = i."councilId" AND ci."indicatorId" = i.id) links
   CROSS JOIN LATERAL (
     SELECT COALESCE(json_agg(json_build_object('slug', t.slug, 'name', t.name, 'month', t.month, 'order', ti."order")), '[]'::json) AS themes
       FROM "ThemeIndicator" ti JOIN "Theme" t ON t."councilId" = ti."councilId" AND t.id = ti."themeId"
      WHERE ti."councilId" = i."councilId" AND ti."indicatorId" = i.id) places
   WHERE (${keys}::text[] IS NULL OR i.key = ANY (${keys}::text[]))
     AND (${theme}::text IS NULL OR EXISTS (
           SELECT FROM "ThemeIndicator" ti JOIN "Theme" t ON t."councilId" = ti."councilId" AND t.id = ti."themeId"
            WHERE ti."councilId" = i."councilId" AND ti."indicatorId" = i.id AND t.slug = ${theme}))
   ORDER BY i.key, d.version DESC`;

/**
 * Of each definition and period what was recorded last by `asOf`, oldest period first: of the council, its own region
 * and the country. Other councils are counted by readPeers and never read one by one.
 */
export const readValues = (db: Sql, asOf: Date, { theme = null, key, keys = keysOf(key) }: Which) => db.$queryRaw<
  Value[]
>`
  WITH read AS MATERIALIZED (
    SELECT a.id, a.code, a.name, a.kind
      FROM "Council" c JOIN "Area" a ON a."councilId" = c.id
     WHERE a.kind = 'country' OR a.code = c.code OR a.code = c."regionCode")
  SELECT d.id AS "definitionId", read.code, read.name, read.kind::text, latest.period, latest."periodEndsOn"::text AS "endsOn",
         latest.value::float8, latest.numerator, latest.denominator, latest.symbol::text
    FROM "Indicator" i
    JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id
   CROSS JOIN read
   CROSS JOIN LATERAL (
     SELECT DISTINCT ON (x.period) x.*
       FROM "Observation" x
      WHERE x."councilId" = d."councilId" AND x."definitionId" = d.id AND x."areaId" = read.id AND x."recordedAt" <= ${asOf}
      ORDER BY x.period, x."recordedAt" DESC) latest
   WHERE (${keys}::text[] IS NULL OR i.key = ANY (${keys}::text[]))
     AND (${theme}::text IS NULL OR EXISTS (
           SELECT FROM "ThemeIndicator" ti JOIN "Theme" t ON t."councilId" = ti."councilId" AND t.id = ti."themeId"
            WHERE ti."councilId" = i."councilId" AND ti."indicatorId" = i.id AND t.slug = ${theme}))
   ORDER BY latest."periodEndsOn"`;

export function indicatorsIn(
  heads: readonly Head[],
  values: readonly Value[],
  peers: readonly Peers[] = [],
): Indicator[] {
  const peersOf = new Map(peers.map((one) => [one.key, one]));
  const areasOf = new Map<string, Map<string, Area>>();
  for (const { definitionId, code, name, kind, ...point } of values) {
    const areas = areasOf.get(definitionId) ?? new Map<string, Area>();
    const area = areas.get(code) ?? { code, name, kind, points: [] };
    area.points.push(point);
    areasOf.set(definitionId, areas.set(code, area));
  }
  const found = new Map<string, Indicator>();
  for (const { id, key, title, commitments, owner, themes, ...definition } of heads) {
    const peers = peersOf.get(key) ?? null;
    const indicator = found.get(key) ?? { key, title, commitments, owner, themes, versions: [], peers };
    indicator.versions.push({ ...definition, areas: [...(areasOf.get(id)?.values() ?? [])] });
    found.set(key, indicator);
  }
  return [...found.values()].map((one) => ({ ...one, ...discloseIndicator(one) }));
}

/** Every indicator with its latest value, by theme in the order of the year. */
export const listIndicators = reading(async (_viewer, db) => {
  const now = clock();
  const indicators = await readIndicators(db, now, { withPeers: false });
  const themes = new Map(indicators.flatMap(({ themes }) => themes).map((theme) => [theme.slug, theme]));
  const groups = [...themes.values()]
    .toSorted((a, b) => a.month - b.month)
    .map((theme) => ({
      theme,
      indicators: indicators
        .flatMap((one) => one.themes.filter(({ slug }) => slug === theme.slug).map(({ order }) => ({ one, order })))
        .toSorted((a, b) => a.order - b.order)
        .map(({ one }) => one),
    }));
  const loose = indicators.filter((one) => one.themes.length === 0);
  const today = isoDay(now);
  return [...groups, ...(loose.length > 0 ? [{ theme: null, indicators: loose }] : [])].map((group) => ({
    theme: group.theme,
    figures: group.indicators.flatMap((one) => readFigure(one, today) ?? []),
  }));
});

/** One indicator with everything of the strategy in force that leans on it: its themes, commitments and promises. */
export const getIndicator = query(async (viewer, db, key: string) => {
  const now = clock();
  const [indicator] = await readIndicators(db, now, { key });
  const figure = indicator && readFigure(indicator, isoDay(now));
  if (!figure) return notFound();
  const standings = await commitmentStandings(viewer, db, now);
  const strategy = await readStrategyFacts(db);
  const promises = await db.promise.findMany({
    where: { strategyId: { in: strategy ? [strategy.id] : [] }, indicators: { some: { indicator: { key } } } },
    select: { number: true, plainTitle: true, wording: true },
    orderBy: { number: 'asc' },
  });
  return {
    figure,
    themes: indicator.themes,
    promises,
    commitments: standings.filter((commitment) => indicator.commitments.includes(commitment.id)),
    mayRecord: can.recordValues(
      viewer,
      await db.indicator.findFirstOrThrow({ where: { key }, select: { ownerId: true } }),
    ),
    maySetUp: can.editIndicators(viewer),
  };
});
