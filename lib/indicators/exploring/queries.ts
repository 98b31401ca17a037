import 'server-only';
import { notFound } from 'next/navigation';
import { readBreakdowns } from '#lib/breakdowns/queries.ts';
import { clock } from '#lib/clock.ts';
import { isoDay } from '#lib/format.ts';
import { type Asked, readAddress } from '#lib/indicators/exploring/address.ts';
import { explored, exploredChart } from '#lib/indicators/exploring/explored.ts';
import { materialOf, type SourceOf } from '#lib/indicators/exploring/material.ts';
import { type Recorded, revisionsOf } from '#lib/indicators/exploring/revisions.ts';
import type { ExploredCell, Material } from '#lib/indicators/exploring/rules.ts';
import { cautions, shownWords } from '#lib/indicators/exploring/words.ts';
import { indicatorsIn, readHeads, readValues } from '#lib/indicators/queries.ts';
import { type IndicatorData, readFigure, ruleFor } from '#lib/indicators/rules.ts';
import { can } from '#lib/permissions.ts';
import { reading } from '#lib/reading.ts';
import { type Sql, together } from '#lib/sql.ts';

/**
 * What an address shows of one indicator: the same for the page and for every file. Small numbers are gone before it
 * returns; means are made of what is left, and nothing is worked out of what is hidden.
 */
export const getExplored = reading(async (viewer, db, key: string, asked: Asked) => {
  if (!can.readFigures(viewer)) return notFound();
  const now = clock();
  const only = { keys: [key] };
  const [heads, values, nearby, sets, sources, breakdowns, history] = await together(db, [
    () => readHeads(db, now, only),
    () => readValues(db, now, only),
    () => readNeighbourValues(db, now, key),
    () => readSet(db, now),
    () => readSources(db, now, key),
    () => readBreakdowns(db, now, { key, areas: 'compared' }),
    () => readHistory(db, now, key),
  ]);
  const [indicator] = indicatorsIn(heads, [...values, ...nearby]);
  const [own] = indicatorsIn(heads, values);
  const target = own && readFigure(own, isoDay(now))?.targetVerdict.target?.value;
  const given = { breakdowns, own: viewer.council.code, set: sets[0] ?? null, sources };
  const material = indicator && materialOf({ indicator, ...given });
  if (!material) return notFound();
  const { choice, problems } = readAddress(asked, material);
  const shown = explored(material, choice);
  const words = shownWords(material, choice, shown);
  const barsAt = choice.kind === 'bars' ? shown.periods.at(-1)?.tick : undefined;
  return {
    material,
    choice,
    problems,
    shown,
    breakdowns,
    words,
    /** The period that bars are drawn of; undefined for lines. */
    barsAt,
    cautions: cautions(material, choice, shown),
    chart: exploredChart(material, shown, {
      title: material.breakdowns.find((one) => one.key === choice.by)?.title ?? material.title,
      description: words,
      target: choice.by === '' ? target : undefined,
    }),
    revisions: revisionsIn(material, indicator, history),
  };
});

/** The page's material with what is chosen from it. */
export type Found = Awaited<ReturnType<typeof getExplored>>;

function revisionsIn({ cells, areas, periods }: Material, { versions: all }: IndicatorData, history: Recorded[]) {
  const shown = new Set(cells.filter(({ by, value }) => by === '' && value !== null).map(placeOf));
  return revisionsOf(
    history
      .filter((row) => areas.some(({ code }) => code === row.area))
      .filter((row) => periods.some(({ version, endsOn }) => version === row.version && endsOn === row.endsOn)),
    ({ area, version }) => {
      const definition = all.find((one) => one.version === version);
      const kind = areas.find(({ code }) => code === area)?.kind;
      if (!definition) throw new Error(`no definition ${version}`);
      const isWide = kind === 'region' || kind === 'country';
      return { unit: definition.unit, rule: ruleFor(isWide ? kind : 'council', definition.rule) };
    },
    (row) => shown.has(placeOf(row)),
  );
}

const placeOf = ({ area, endsOn }: Pick<ExploredCell, 'area' | 'endsOn'>) => `${area} ${endsOn}`;

type Values = Awaited<ReturnType<typeof readValues>>;

/** The same as of the council itself, of the members of the neighbour set in force. */
const readNeighbourValues = (db: Sql, asOf: Date, key: string) => db.$queryRaw<Values>`
  SELECT latest."definitionId", a.code, a.name, a.kind::text, latest.period, latest."periodEndsOn"::text AS "endsOn",
         latest.value::float8, latest.numerator, latest.denominator, latest.symbol::text
    FROM "Indicator" i
    JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id
    JOIN "Area" a ON a."councilId" = i."councilId"
     AND a.code IN (SELECT n."areaCode" FROM "Neighbour" n
                     WHERE n."councilId" = i."councilId"
                       AND n."setId" = (SELECT s.id FROM "NeighbourSet" s WHERE s."startsOn" <= ${asOf}::date
                                         ORDER BY s."startsOn" DESC, s.id DESC LIMIT 1))
     AND a.code <> (SELECT code FROM "Council" WHERE id = a."councilId")
   CROSS JOIN LATERAL (
     SELECT DISTINCT ON (x.period) x.* FROM "Observation" x
      WHERE x."councilId" = d."councilId" AND x."definitionId" = d.id AND x."areaId" = a.id AND x."recordedAt" <= ${asOf}
      ORDER BY x.period, x."recordedAt" DESC) latest
   WHERE i.key = ${key}
   ORDER BY latest."periodEndsOn"`;

const readSet = (db: Sql, asOf: Date) => db.$queryRaw<{ name: string; codes: string[] }[]>`
  SELECT s.name, array_agg(n."areaCode" ORDER BY n."order") AS codes
    FROM "NeighbourSet" s JOIN "Neighbour" n ON n."councilId" = s."councilId" AND n."setId" = s.id
   WHERE s."startsOn" <= ${asOf}::date
   GROUP BY s."councilId", s.id ORDER BY s."startsOn" DESC, s.id DESC LIMIT 1`;

const readSources = (db: Sql, asOf: Date, key: string) => db.$queryRaw<SourceOf[]>`
  SELECT d.version, s.name, s.licence, s.address
    FROM "Indicator" i
    JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id AND d."startsOn" <= ${asOf}::date
    JOIN "Source" s ON s."councilId" = d."councilId" AND s.id = d."sourceId"
   WHERE i.key = ${key}`;

/** Every recording of a value that was recorded more than once, of the council, its region and its country. */
const readHistory = (db: Sql, asOf: Date, key: string) => db.$queryRaw<Recorded[]>`
  SELECT found.area, found.version, found."endsOn", found."recordedAt", found.value, found.numerator,
         found.denominator, found.symbol
    FROM (SELECT a.code AS area, d.version, x."periodEndsOn"::text AS "endsOn", x."recordedAt", x.value::float8,
                 x.numerator, x.denominator, x.symbol::text,
                 count(*) OVER (PARTITION BY x."definitionId", x."areaId", x.period) AS times
            FROM "Indicator" i
            JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id
            JOIN "Area" a ON a."councilId" = i."councilId"
             AND (a.kind <> 'council' OR a.code = (SELECT code FROM "Council" WHERE id = a."councilId"))
            JOIN "Observation" x ON x."councilId" = d."councilId" AND x."definitionId" = d.id AND x."areaId" = a.id
             AND x."recordedAt" <= ${asOf}
           WHERE i.key = ${key}) found
   WHERE found.times > 1`;
