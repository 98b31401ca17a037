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
import { query } from '#lib/query.ts';
import { reading } from '#lib/reading.ts';
import { type Sql, together } from '#lib/sql.ts';
import { readStrategyFacts } from '#lib/strategies/facts.ts';

type ThemeLink = { slug: string; name: string; month: number; order: number };
type Indicator = IndicatorData & { themes: ThemeLink[] };
type Head = Omit<DefinitionData, 'areas'> &
  Pick<Indicator, 'key' | 'title' | 'commitments' | 'themes'> & { id: string };
type Value = Point & { definitionId: string; code: string; name: string; kind: AreaKind };
/** The slug of a theme, or the key of an indicator; every indicator of the council without either. */
type Only = { theme?: string; key?: string };

/** Indicators with all their values. Small counts are gone before this returns. */
export async function readIndicators(db: Sql, asOf: Date, only: Only = {}): Promise<Indicator[]> {
  const [heads, values] = await together(db, [() => readHeads(db, asOf, only), () => readValues(db, asOf, only)]);
  return indicatorsIn(heads, values);
}

/** What is counted, without the values: one row a definition, of an indicator the newest first. */
export const readHeads = (db: Sql, asOf: Date, { theme = null, key = null }: Nullable<Only>) => db.$queryRaw<Head[]>`
  SELECT d.id, i.key, i.title, links.commitments, places.themes,
         d.version, d."startsOn"::text, d.question, d.unit, d.decimals, d.cohort, d."numeratorMeaning",
         d."denominatorMeaning", source.name || ', ' || source.licence AS source, d."periodType"::text, d.polarity::text, d."polarityNote",
         confirmer.name AS "polarityConfirmedBy", ruled.rule
    FROM "Indicator" i
    JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id AND d."startsOn" <= ${asOf}::date
    JOIN "Source" source ON source."councilId" = d."councilId" AND source.id = d."sourceId"
    LEFT JOIN "Person" confirmer ON confirmer."councilId" = d."councilId" AND confirmer.id = d."polarityConfirmedById"
   CROSS JOIN LATERAL (
     SELECT json_build_object('threshold', r.threshold, 'roundTo', r."roundTo", 'zeros', r.zeros,
                              'minimumDenominator', r."minimumDenominator", 'protectsRest', r."protectsRest") AS rule
       FROM "DisclosureRule" r
      WHERE r."councilId" = d."councilId" AND (r."sourceId" IS NULL OR r."sourceId" = d."sourceId")
        AND r."startsOn" <= current_date
      ORDER BY r."sourceId" NULLS LAST, r."startsOn" DESC, r.id DESC LIMIT 1) ruled
   CROSS JOIN LATERAL (
     SELECT COALESCE(array_agg(ci."commitmentId"::text), '{}') AS commitments
       FROM "CommitmentIndicator" ci WHERE ci."councilId" = i."councilId" AND ci."indicatorId" = i.id) links
   CROSS JOIN LATERAL (
     SELECT COALESCE(json_agg(json_build_object('slug', t.slug, 'name', t.name, 'month', t.month, 'order', ti."order")), '[]'::json) AS themes
       FROM "ThemeIndicator" ti JOIN "Theme" t ON t."councilId" = ti."councilId" AND t.id = ti."themeId"
      WHERE ti."councilId" = i."councilId" AND ti."indicatorId" = i.id) places
   WHERE (${key}::text IS NULL OR i.key = ${key})
     AND (${theme}::text IS NULL OR EXISTS (
           SELECT FROM "ThemeIndicator" ti JOIN "Theme" t ON t."councilId" = ti."councilId" AND t.id = ti."themeId"
            WHERE ti."councilId" = i."councilId" AND ti."indicatorId" = i.id AND t.slug = ${theme}))
   ORDER BY i.key, d.version DESC`;

/** Of each definition, area and period what was recorded last by `asOf`, oldest period first. */
export const readValues = (db: Sql, asOf: Date, { theme = null, key = null }: Nullable<Only>) => db.$queryRaw<Value[]>`
  SELECT latest."definitionId", a.code, a.name, a.kind::text, latest.period, latest."periodEndsOn"::text AS "endsOn",
         latest.value::float8, latest.numerator, latest.denominator, latest.symbol::text
    FROM (SELECT DISTINCT ON (x."definitionId", x."areaId", x.period) x.*
            FROM "Indicator" i
            JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id
            JOIN "Observation" x ON x."councilId" = d."councilId" AND x."definitionId" = d.id AND x."recordedAt" <= ${asOf}
           WHERE (${key}::text IS NULL OR i.key = ${key})
             AND (${theme}::text IS NULL OR EXISTS (
                   SELECT FROM "ThemeIndicator" ti JOIN "Theme" t ON t."councilId" = ti."councilId" AND t.id = ti."themeId"
                    WHERE ti."councilId" = i."councilId" AND ti."indicatorId" = i.id AND t.slug = ${theme}))
           ORDER BY x."definitionId", x."areaId", x.period, x."recordedAt" DESC) latest
    JOIN "Area" a ON a."councilId" = latest."councilId" AND a.id = latest."areaId"
   WHERE a.kind <> 'council' OR a.code = (SELECT code FROM "Council" WHERE id = a."councilId")
   ORDER BY latest."periodEndsOn"`;

/**
 * Whether values were added: observations are never changed or deleted (the app has no such grant), so their
 * number and the time of the latest say it all.
 */
export async function readValuesMark(db: Sql, asOf: Date, theme: string): Promise<string> {
  const [mark] = await db.$queryRaw<{ mark: string }[]>`
    SELECT count(*) || ' ' || COALESCE(max(x."recordedAt")::text, '') AS mark
      FROM "Theme" t
      JOIN "ThemeIndicator" ti ON ti."councilId" = t."councilId" AND ti."themeId" = t.id
      JOIN "Definition" d ON d."councilId" = ti."councilId" AND d."indicatorId" = ti."indicatorId"
      JOIN "Observation" x ON x."councilId" = d."councilId" AND x."definitionId" = d.id AND x."recordedAt" <= ${asOf}
     WHERE t.slug = ${theme}`;
  return mark?.mark ?? '';
}

type Nullable<T> = { [Key in keyof T]: T[Key] | null };

export function indicatorsIn(heads: readonly Head[], values: readonly Value[]): Indicator[] {
  const areasOf = new Map<string, Map<string, Area>>();
  for (const { definitionId, code, name, kind, ...point } of values) {
    const areas = areasOf.get(definitionId) ?? new Map<string, Area>();
    const area = areas.get(code) ?? { code, name, kind, points: [] };
    area.points.push(point);
    areasOf.set(definitionId, areas.set(code, area));
  }
  const found = new Map<string, Indicator>();
  for (const { id, key, title, commitments, themes, ...definition } of heads) {
    const indicator = found.get(key) ?? { key, title, commitments, themes, versions: [] };
    indicator.versions.push({ ...definition, areas: [...(areasOf.get(id)?.values() ?? [])] });
    found.set(key, indicator);
  }
  return [...found.values()].map((one) => ({ ...one, ...discloseIndicator(one) }));
}

/** Every indicator with its latest value, by theme in the order of the year. */
export const listIndicators = reading(async (_viewer, db) => {
  const now = clock();
  const indicators = await readIndicators(db, now);
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
  };
});
