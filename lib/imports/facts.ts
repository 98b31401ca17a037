import 'server-only';
import { Refusal } from '#lib/errors.ts';
import { childLevelSentences, dateCellPattern, isCalendarColumn } from '#lib/imports/child-level.ts';
import { isStanding } from '#lib/imports/columns.ts';
import type { Facts } from '#lib/imports/findings.ts';
import type { MetaColumn } from '#lib/imports/meta.ts';
import type { Stage } from '#lib/imports/stage.ts';
import { symbolWords } from '#lib/imports/symbols.ts';
import { timesProblem } from '#lib/imports/time.ts';

/** So many items of a filter are offered; a filter with more still picks by any of those. */
const mostItems = 500;
const mostTimes = 1_000;
/** So many rows tell a column of items from a column of numbers. */
const looked = 5_000;

/** The file lists single children: it is deleted, and what it is called is not kept. */
export class ChildLevel extends Refusal {}

/**
 * What the file holds: its rows, levels, periods, filters with their items, and columns of numbers.
 * @throws Refusal where its periods or its places break the standard
 */
export async function readFacts(stage: Stage, meta: readonly MetaColumn[] | null): Promise<Facts> {
  const { header, at, client } = stage;
  const own = header.filter((name) => !isStanding(name));
  await refuseDates(stage, own);
  const { rows: levels } = await client.query<{ level: string; rows: number; isRead: boolean; places: number }>(`
    SELECT coalesce(left(btrim(${at('geographic_level')}), 60), '') AS level, count(*)::int AS rows,
           bool_or(code IS NOT NULL) AS "isRead", count(DISTINCT code)::int AS places
      FROM raw GROUP BY 1 ORDER BY 2 DESC LIMIT 50`);
  checkPlaces(header, levels);
  const { rows: times } = await client.query<{ period: string; identifier: string }>(`
    SELECT DISTINCT coalesce(btrim(${at('time_period')}), '') AS period,
           coalesce(btrim(${at('time_identifier')}), '') AS identifier
      FROM raw ORDER BY 1 DESC, 2 LIMIT ${mostTimes}`);
  const problem = timesProblem(times);
  if (problem) throw new Refusal(problem);
  const isFilter = await typesOf(stage, own, meta);
  const labels = new Map(meta?.map((column) => [column.name, column]));
  const labelled = (column: string) => ({ column, label: labels.get(column)?.label || column });
  const filters: Facts['filters'] = [];
  for (const column of own.filter((name) => isFilter.get(name))) {
    const items = await itemsOf(stage, column);
    filters.push({ ...labelled(column), items: items.slice(0, mostItems), isCut: items.length > mostItems });
  }
  const measures = own
    .filter((name) => !isFilter.get(name))
    .map((column) => ({ ...labelled(column), unit: labels.get(column)?.unit ?? '' }));
  if (measures.length === 0) throw new Refusal('The file holds no column of numbers.');
  return {
    rows: levels.reduce((sum, { rows }) => sum + rows, 0),
    levels: levels.map(({ level, rows, isRead }) => ({ level, rows, isRead })),
    times,
    areas: levels.reduce((sum, { places }) => sum + places, 0),
    filters,
    measures,
  };
}

/** A column of days is a list of children's, unless it says which day of the calendar something was counted on. */
async function refuseDates({ client, header, at }: Stage, own: readonly string[]): Promise<void> {
  if (!header.some(isCalendarColumn)) return;
  for (const name of own.filter((column) => !isCalendarColumn(column))) {
    const { rows } = await client.query(`SELECT EXISTS (SELECT FROM raw WHERE ${at(name)} ~ $1) AS found`, [
      dateCellPattern,
    ]);
    if (rows[0]?.found) throw new ChildLevel(childLevelSentences.value);
  }
}

const codes: Record<string, string> = { regional: 'region_code', 'local authority': 'new_la_code' };

function checkPlaces(header: readonly string[], levels: readonly { level: string; isRead: boolean }[]): void {
  if (levels.length === 0) throw new Refusal('The file has no rows below the names of its columns.');
  for (const { level } of levels) {
    const wanted = codes[level.toLowerCase()];
    if (wanted && !header.includes(wanted)) {
      throw new Refusal(
        `The file has rows of the level "${level}", and no column "${wanted}" that says of which place.`,
      );
    }
  }
  if (!levels.some(({ isRead }) => isRead)) {
    throw new Refusal('No row is of the level National, Regional or Local authority, and no other level is taken.');
  }
}

/** True for filters: as the meta file says, and without one by what stands in the first rows. */
async function typesOf(stage: Stage, own: readonly string[], meta: readonly MetaColumn[] | null) {
  const said = new Map(meta?.map(({ name, type }) => [name, type === 'Filter']));
  const { client, at } = stage;
  const symbols = Object.keys(symbolWords)
    .map((word) => `'${word}'`)
    .join(', ');
  const open = own.filter((name) => !said.has(name));
  if (open.length === 0) return said;
  const { rows } = await client.query<Record<string, number | null>>(`
    SELECT ${open
      .map(
        (name, i) => `(count(*) FILTER (WHERE ${at(name)} !~ '^-?[0-9.]+$' AND ${at(name)} NOT IN (${symbols})))::float8
          / nullif(count(${at(name)}) FILTER (WHERE ${at(name)} NOT IN (${symbols})), 0) AS f${i}`,
      )
      .join(', ')} FROM raw WHERE n <= ${looked}`);
  for (const [i, name] of open.entries()) said.set(name, (rows[0]?.[`f${i}`] ?? 0) > mostWords(name));
  return said;
}

/** Columns of numbers hold odd cells, such as "00:10"; columns of items, such as ages, hold numbers. The name helps. */
const mostWords = (name: string) =>
  /count|number|percent|share|rate|score|average|avg|mean|^p?t_/i.test(name) ? 0.9 : 0.2;

async function itemsOf({ client, at }: Stage, column: string): Promise<string[]> {
  const { rows } = await client.query<{ item: string }>(`
    SELECT item FROM (SELECT coalesce(btrim(${at(column)}), '') AS item, min(n) AS first FROM raw GROUP BY 1) found
     WHERE length(item) <= 500 ORDER BY first LIMIT ${mostItems + 1}`);
  return rows.map(({ item }) => item);
}
