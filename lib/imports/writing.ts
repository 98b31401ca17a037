import 'server-only';
import { states } from '#lib/imports/compare.ts';
import { nameOf } from '#lib/imports/previewing.ts';
import type { Stage } from '#lib/imports/stage.ts';
import type { Watch } from '#lib/imports/watching.ts';

type Brought = { importId: string; personId: string; at: Date; watch: Watch };

/** So many pages of the table at a time: the database checks the keys of each part at its end, and holds them until then. */
const pages = 1_500;

/** Writes what is new and what is changed, as new rows; what was recorded before stays. */
export async function writeJudged(stage: Stage, { importId, personId, at, watch }: Brought): Promise<void> {
  const { client, councilId } = stage;
  await writeAreas(stage);
  const { rows } = await client.query(
    `SELECT (pg_relation_size('judged') / current_setting('block_size')::int)::int AS size`,
  );
  const size: number = rows[0]?.size ?? 0;
  const parts = [
    { table: 'Observation', more: '', columns: '', own: 'IS NULL' },
    {
      table: 'BreakdownValue',
      columns: ', "breakdownId", "row", "column"',
      more: ', j.breakdown, j."row", j."col"',
      own: 'IS NOT NULL',
    },
  ];
  for (const { table, columns, more, own } of parts) {
    for (let from = 0; from <= size; from += pages) {
      watch.check();
      await client.query(
        `INSERT INTO "${table}" ("councilId", id, "definitionId", "areaId", period, "periodEndsOn", numerator, denominator,
                                 value, symbol, "recordedAt", "recordedById", "importId"${columns})
         SELECT $1, gen_random_uuid(), j.definition, a.id, j.period, j.ends_on, j.numerator, j.denominator,
                j.value, j.symbol, $2::timestamptz, $3::uuid, $4::uuid${more}
           FROM judged j JOIN "Area" a ON a."councilId" = $1 AND a.code = j.code
          WHERE j.ctid >= $5::tid AND j.ctid < $6::tid AND j.state IN (${states.added}, ${states.changed})
            AND j.breakdown ${own}`,
        [councilId, at, personId, importId, `(${from},0)`, `(${from + pages},0)`],
      );
    }
  }
}

/** Places that no figure was kept of yet; also councils that are no more. Overlapping regions are places of their own. */
async function writeAreas(stage: Stage): Promise<void> {
  const { client, councilId, at } = stage;
  await client.query(
    `INSERT INTO "Area" ("councilId", id, code, name, kind)
     SELECT $1, gen_random_uuid(), code, name, kind::"AreaKind" FROM (
       SELECT DISTINCT ON (r.code) r.code, ${nameOf(stage)} AS name,
              CASE lower(btrim(r.${at('geographic_level')})) WHEN 'national' THEN 'country'
                WHEN 'regional' THEN 'region' ELSE 'council' END AS kind
         FROM raw r
        WHERE r.code IN (SELECT code FROM judged WHERE area IS NULL AND state = ${states.added})
        ORDER BY r.code, r.n DESC) found
     ON CONFLICT ("councilId", code) DO NOTHING`,
    [councilId],
  );
  await client.query('ANALYZE judged');
}
