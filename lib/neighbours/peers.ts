import 'server-only';
import type { Peers } from '#lib/neighbours/rules.ts';
import type { Sql } from '#lib/sql.ts';

type Only = { theme?: string | null; key?: string | null; keys?: readonly string[] | null; until?: string | null };

/**
 * Where the council stands among others, one row an indicator: counted by the database in the period of the council's
 * latest value, under the definition in force, from what each council recorded last by `asOf`. The rule for small
 * numbers of the source holds for every council: what it hides counts as missing. A council without a figure in the
 * period is left out, never a nought.
 *
 * Each value is one step down the index of Observation (definition, area, period), so that the time follows the number
 * of councils and not that of the values held.
 */
export const readPeers = (db: Sql, asOf: Date, { theme = null, key, keys = key ? [key] : null, until = null }: Only) =>
  db.$queryRaw<Peers[]>`
  WITH chosen AS MATERIALIZED (
    SELECT s.id, s.name, s.model, s."startsOn",
           (SELECT count(*) FROM "Neighbour" n WHERE n."councilId" = s."councilId" AND n."setId" = s.id) AS size
      FROM "NeighbourSet" s
     WHERE s."startsOn" <= ${asOf}::date
     ORDER BY s."startsOn" DESC, s.id DESC LIMIT 1),
  council AS MATERIALIZED (
    SELECT a."councilId", a.id, a.code = c.code AS "isOwn",
           EXISTS (SELECT FROM "Neighbour" n
                    WHERE n."councilId" = a."councilId" AND n."setId" = (SELECT id FROM chosen)
                      AND n."areaCode" = a.code) AND a.code <> c.code AS "isNeighbour"
      FROM "Council" c JOIN "Area" a ON a."councilId" = c.id AND a.kind = 'council'),
  defined AS MATERIALIZED (
    SELECT DISTINCT ON (i.id) i.key, d."councilId", d.id, d.unit, d."sourceId"
      FROM "Indicator" i
      JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id
       AND d."startsOn" <= LEAST(${asOf}::date, COALESCE(${until}::date, 'infinity'))
     WHERE (${keys}::text[] IS NULL OR i.key = ANY (${keys}::text[]))
       AND (${theme}::text IS NULL OR EXISTS (
             SELECT FROM "ThemeIndicator" ti JOIN "Theme" t ON t."councilId" = ti."councilId" AND t.id = ti."themeId"
              WHERE ti."councilId" = i."councilId" AND ti."indicatorId" = i.id AND t.slug = ${theme}))
     ORDER BY i.id, d.version DESC)
  SELECT d.key, latest.period, COALESCE(stood."hasOwn", false) AS "hasOwn",
         (SELECT json_build_object('name', name, 'model', model, 'startsOn', "startsOn", 'size', size) FROM chosen) AS set,
         stood.neighbours, stood.councils
    FROM defined d
   CROSS JOIN LATERAL (
     SELECT r.threshold, r."roundTo", r."minimumDenominator", r."protectsRest",
            -- Above this a count is small: a hidden zero is one too. And what is rounded is never less than this.
            CASE r.zeros WHEN 'hidden' THEN -1 ELSE 0 END AS none,
            ceil((r.threshold + 1)::float8 / r."roundTo") * r."roundTo" AS least,
            d.unit NOT IN ('%', 'pp', 'rate', 'score') AS "isCount"
       FROM disclosure_rule_in_force(d."councilId", d."sourceId") r) rule
   CROSS JOIN LATERAL (
     SELECT x.period
       FROM "Observation" x
      WHERE x."councilId" = d."councilId" AND x."definitionId" = d.id AND x."recordedAt" <= ${asOf}
        AND x."areaId" = (SELECT id FROM council WHERE "isOwn") AND (${until}::date IS NULL OR x."periodEndsOn" <= ${until}::date)
      ORDER BY x."periodEndsOn" DESC LIMIT 1) latest
   CROSS JOIN LATERAL (
     WITH shown AS MATERIALIZED (
       SELECT council."isOwn", council."isNeighbour", printed.value
         FROM council
        CROSS JOIN LATERAL (
          SELECT x.value::float8 AS value, x.denominator::float8 AS total,
                 CASE WHEN x.numerator IS NULL AND d.unit = '%' THEN floor(x.value::float8 * x.denominator / 100 + 0.5)
                      ELSE x.numerator END::float8 AS part
            FROM "Observation" x
           WHERE x."councilId" = d."councilId" AND x."definitionId" = d.id AND x."areaId" = council.id
             AND x.period = latest.period AND x."recordedAt" <= ${asOf}
           ORDER BY x."recordedAt" DESC LIMIT 1) said
        CROSS JOIN LATERAL (
          SELECT CASE
            WHEN rule."roundTo" <= 1 THEN said.value
            WHEN rule."isCount" AND said.value = 0 THEN 0
            WHEN rule."isCount" THEN GREATEST(floor(floor(said.value + 0.5) / rule."roundTo" + 0.5) * rule."roundTo", rule.least)
            WHEN d.unit IN ('%', 'rate') AND said.total > 0 AND said.part IS NOT NULL THEN
              round((CASE d.unit WHEN '%' THEN 100 ELSE 10000 END
              * CASE WHEN said.part = 0 THEN 0 ELSE GREATEST(floor(said.part / rule."roundTo" + 0.5) * rule."roundTo", rule.least) END
              / GREATEST(floor(said.total / rule."roundTo" + 0.5) * rule."roundTo", rule.least))::numeric, 4)::float8
            ELSE said.value END AS value) printed
        WHERE said.value IS NOT NULL
          AND NOT (rule."isCount" AND said.value > rule.none AND said.value <= rule.threshold)
          AND (said.part > rule.none AND said.part <= rule.threshold) IS NOT TRUE
          AND (said.total > rule.none AND said.total <= rule.threshold) IS NOT TRUE
          AND (NOT rule."isCount" AND said.total < rule."minimumDenominator") IS NOT TRUE
          AND (rule."protectsRest" AND said.total - said.part > rule.none AND said.total - said.part <= rule.threshold) IS NOT TRUE),
     own AS (SELECT value FROM shown WHERE "isOwn")
     SELECT EXISTS (SELECT FROM own) AS "hasOwn",
            json_build_object(
              'n', count(*) FILTER (WHERE "isNeighbour"), 'mean', avg(value) FILTER (WHERE "isNeighbour"),
              'above', count(*) FILTER (WHERE "isNeighbour" AND value > (SELECT value FROM own)),
              'equal', count(*) FILTER (WHERE "isNeighbour" AND value = (SELECT value FROM own)),
              'below', count(*) FILTER (WHERE "isNeighbour" AND value < (SELECT value FROM own))) AS neighbours,
            json_build_object(
              'n', count(*) FILTER (WHERE NOT "isOwn"),
              'above', count(*) FILTER (WHERE value > (SELECT value FROM own)),
              'equal', count(*) FILTER (WHERE NOT "isOwn" AND value = (SELECT value FROM own)),
              'below', count(*) FILTER (WHERE value < (SELECT value FROM own)),
              'bounds', CASE WHEN count(*) > 0 THEN json_build_object(
                'lower', percentile_cont(0.25) WITHIN GROUP (ORDER BY value),
                'middle', percentile_cont(0.5) WITHIN GROUP (ORDER BY value),
                'upper', percentile_cont(0.75) WITHIN GROUP (ORDER BY value)) END) AS councils
       FROM shown) stood
   ORDER BY d.key`;
