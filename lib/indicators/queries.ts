import 'server-only';
import { notFound } from 'next/navigation';
import type { Viewer } from '#lib/auth/viewer.ts';
import { commitmentStandings } from '#lib/commitments/queries.ts';
import { isoDay } from '#lib/format.ts';
import {
  type DefinitionData,
  discloseIndicator,
  type IndicatorData,
  readFigure,
} from '#lib/indicators/rules.ts';
import { query } from '#lib/query.ts';
import { reading, type Sql } from '#lib/reading.ts';

type ThemeLink = { slug: string; name: string; month: number; order: number };
type Row = DefinitionData & { key: string; title: string; commitments: string[]; themes: ThemeLink[] };

/**
 * Indicators with all their values. Small counts are gone before this returns.
 * @param only the slug of a theme, or the key of an indicator; every indicator of the council without
 */
export async function readIndicators(
  viewer: Viewer,
  db: Sql,
  asOf: Date,
  only: { theme?: string; key?: string } = {},
): Promise<(IndicatorData & { themes: ThemeLink[] })[]> {
  return indicatorsIn(await indicatorsText(db, asOf, only), viewer.council.rules.disclosureThreshold);
}

/**
 * What the database says, as the text of one JSON value, in one statement: of each area and period what was
 * recorded last by `asOf`.
 */
export async function indicatorsText(
  db: Sql,
  asOf: Date,
  only: { theme?: string; key?: string } = {},
): Promise<string> {
  const theme = only.theme ?? null;
  const key = only.key ?? null;
  const [found] = await db.$queryRaw<{ json: string }[]>`
    SELECT json_agg(said)::text AS json FROM (
    SELECT i.key, i.title, links.commitments, places.themes,
           d.version, d."startsOn"::text, d.question, d.unit, d.decimals, d.cohort, d."numeratorMeaning",
           d."denominatorMeaning", d.source, d."periodType"::text, d.polarity::text, d."polarityNote",
           confirmer.name AS "polarityConfirmedBy", COALESCE(found.areas, '[]'::json) AS areas
      FROM "Indicator" i
      JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id AND d."startsOn" <= ${asOf}::date
      LEFT JOIN "Person" confirmer ON confirmer."councilId" = d."councilId" AND confirmer.id = d."polarityConfirmedById"
     CROSS JOIN LATERAL (
       SELECT COALESCE(json_agg(ci."commitmentId"), '[]'::json) AS commitments
         FROM "CommitmentIndicator" ci WHERE ci."councilId" = i."councilId" AND ci."indicatorId" = i.id) links
     CROSS JOIN LATERAL (
       SELECT COALESCE(json_agg(json_build_object('slug', t.slug, 'name', t.name, 'month', t.month, 'order', ti."order")), '[]'::json) AS themes
         FROM "ThemeIndicator" ti JOIN "Theme" t ON t."councilId" = ti."councilId" AND t.id = ti."themeId"
        WHERE ti."councilId" = i."councilId" AND ti."indicatorId" = i.id) places
      LEFT JOIN LATERAL (
       SELECT json_agg(json_build_object('code', a.code, 'name', a.name, 'kind', a.kind, 'points', o.points)) AS areas
         FROM (SELECT latest."areaId", json_agg(json_build_object(
                        'period', latest.period, 'endsOn', latest."periodEndsOn", 'value', latest.value,
                        'numerator', latest.numerator, 'denominator', latest.denominator, 'symbol', latest.symbol)
                      ORDER BY latest."periodEndsOn") AS points
                 FROM (SELECT DISTINCT ON (x."areaId", x.period) x.*
                         FROM "Observation" x
                        WHERE x."councilId" = d."councilId" AND x."definitionId" = d.id AND x."recordedAt" <= ${asOf}
                        ORDER BY x."areaId", x.period, x."recordedAt" DESC) latest
                GROUP BY latest."areaId") o
         JOIN "Area" a ON a."councilId" = d."councilId" AND a.id = o."areaId") found ON true
     WHERE (${key}::text IS NULL OR i.key = ${key})
       AND (${theme}::text IS NULL OR EXISTS (
             SELECT FROM "ThemeIndicator" ti JOIN "Theme" t ON t."councilId" = ti."councilId" AND t.id = ti."themeId"
              WHERE ti."councilId" = i."councilId" AND ti."indicatorId" = i.id AND t.slug = ${theme}))
     ORDER BY i.key, d.version DESC) said`;
  return found?.json ?? '[]';
}

/** @param threshold the council's rule disclosureThreshold */
export function indicatorsIn(json: string, threshold: number): (IndicatorData & { themes: ThemeLink[] })[] {
  return byIndicator(JSON.parse(json) as Row[]).map((indicator) => ({
    ...indicator,
    ...discloseIndicator(indicator, threshold),
  }));
}

/** One row a definition becomes one item an indicator, its versions newest first as the rows come. */
function byIndicator(rows: readonly Row[]): (IndicatorData & { themes: ThemeLink[] })[] {
  const found = new Map<string, IndicatorData & { themes: ThemeLink[] }>();
  for (const { key, title, commitments, themes, ...definition } of rows) {
    const indicator = found.get(key) ?? { key, title, commitments, themes, versions: [] };
    indicator.versions.push(definition);
    found.set(key, indicator);
  }
  return [...found.values()];
}

/** Every indicator with its latest value, by theme in the order of the year. */
export const listIndicators = reading(async (viewer, db) => {
  const now = new Date();
  const indicators = await readIndicators(viewer, db, now);
  const themes = new Map(indicators.flatMap(({ themes }) => themes).map((theme) => [theme.slug, theme]));
  const groups = [...themes.values()]
    .toSorted((a, b) => a.month - b.month)
    .map((theme) => ({
      theme,
      indicators: indicators
        .flatMap((one) =>
          one.themes.filter(({ slug }) => slug === theme.slug).map(({ order }) => ({ one, order })),
        )
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

/** One indicator with everything that leans on it: its themes, commitments and promises. */
export const getIndicator = query(async (viewer, db, key: string) => {
  const now = new Date();
  const [indicator] = await readIndicators(viewer, db, now, { key });
  const figure = indicator && readFigure(indicator, isoDay(now));
  if (!figure) return notFound();
  const standings = await commitmentStandings(viewer, db, now);
  const promises = await db.promise.findMany({
    where: { indicators: { some: { indicator: { key } } } },
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
