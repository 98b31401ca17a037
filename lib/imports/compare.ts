import 'server-only';
import { faults } from '#lib/imports/cells.ts';
import type { Preview, Tally } from '#lib/imports/findings.ts';
import type { Stage } from '#lib/imports/stage.ts';

export const states = { unchanged: 0, added: 1, changed: 2, refused: 3 } as const;

/** Fills the table `judged`: each cell beside what was recorded last of the same figure, place and period. */
export async function judge({ client, councilId }: Stage): Promise<void> {
  await client.query(`CREATE TEMP TABLE judged (LIKE cell, area uuid, old_value numeric(14,4), old_symbol "MissingSymbol",
    old_numerator integer, old_denominator integer, state smallint) ON COMMIT DROP`);
  const fill = (table: string, own: string, same: string) =>
    client.query(
      `INSERT INTO judged
       SELECT c.*, a.id, old.value, old.symbol, old.numerator, old.denominator,
              CASE WHEN c.fault > ${faults.none} THEN ${states.refused}
                   WHEN old.id IS NULL THEN ${states.added}
                   WHEN (c.value, c.symbol, c.numerator, c.denominator)
                        IS NOT DISTINCT FROM (old.value, old.symbol, old.numerator, old.denominator) THEN ${states.unchanged}
                   ELSE ${states.changed} END
         FROM cell c
         LEFT JOIN "Area" a ON a."councilId" = $1 AND a.code = c.code
         LEFT JOIN LATERAL (
           SELECT o.id, o.value, o.symbol, o.numerator, o.denominator FROM "${table}" o
            WHERE o."councilId" = $1 AND o."definitionId" = c.definition AND o."areaId" = a.id AND o.period = c.period ${same}
            ORDER BY o."recordedAt" DESC LIMIT 1) old ON true
        WHERE c.breakdown ${own}`,
      [councilId],
    );
  await fill('Observation', 'IS NULL', '');
  await fill(
    'BreakdownValue',
    'IS NOT NULL',
    'AND o."breakdownId" = c.breakdown AND o."row" = c."row" AND o."column" = c."col"',
  );
}

/** How many of each rule are new, changed, unchanged and refused. */
export async function tallyOf({ client }: Stage, rules: number): Promise<{ whole: Tally; rules: Tally[] }> {
  const none = (): Tally => ({ added: 0, changed: 0, unchanged: 0, refused: 0 });
  const tallies = Array.from({ length: rules }, none);
  const whole = none();
  const { rows } = await client.query<{ rule: number; state: number; cells: number }>(
    'SELECT rule, state, count(*)::int AS cells FROM judged GROUP BY 1, 2',
  );
  for (const { rule, state, cells } of rows) {
    const name = (Object.keys(states) as (keyof Tally)[]).find((key) => states[key] === state);
    const tally = tallies[rule];
    if (!name || !tally) continue;
    tally[name] += cells;
    whole[name] += cells;
  }
  return { whole, rules: tallies };
}

/** True where saving would do just what the preview said. */
export const isAsShown = (shown: Preview | null, found: Tally) =>
  shown !== null &&
  shown.added === found.added &&
  shown.changed === found.changed &&
  shown.unchanged === found.unchanged &&
  shown.refused === found.refused;
