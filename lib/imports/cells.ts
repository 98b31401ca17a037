import 'server-only';
import { type CellRule, cellRules } from '#lib/imports/map.ts';
import type { Target } from '#lib/imports/plan.ts';
import type { Stage } from '#lib/imports/stage.ts';
import { symbolWords } from '#lib/imports/symbols.ts';

/** Why a cell cannot be taken, as the table of cells holds it; 0 for one that can. */
export const faults = { none: 0, time: 1, place: 2, empty: 3, noNumber: 4, noCount: 5, noGroup: 6, twice: 7 } as const;

const decimal = `'^-?[0-9]{1,10}(\\.[0-9]{1,12})?$'`;
const whole = `'^[0-9]{1,9}$'`;
const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');
const symbols = quoted(Object.keys(symbolWords));
const symbolOf = `CASE ${Object.entries(symbolWords)
  .map(([written, { symbol }]) => `WHEN t.v = '${written}' THEN '${symbol}'`)
  .join(' ')} END`;
const obsolete = quoted(Object.keys(symbolWords).filter((word) => symbolWords[word]?.isObsolete));

/**
 * Fills the table `cell`: every value of the file that a rule names, typed and placed, or with what is wrong with it.
 * Rules that pick by the same columns go through the file together.
 */
export async function fillCells(stage: Stage, targets: readonly Target[]): Promise<void> {
  const { client } = stage;
  await client.query(`CREATE TEMP TABLE cell (n integer, rule integer, "row" text, "col" text, code text, definition uuid,
    breakdown uuid, period text, ends_on date, value numeric(14,4), symbol "MissingSymbol", numerator integer,
    denominator integer, fault smallint, obsolete boolean) ON COMMIT DROP`);
  await client.query(`CREATE TEMP TABLE moment (rule integer, time_period text, identifier text, definition uuid,
    period text, ends_on date) ON COMMIT DROP`);
  const moments = targets.flatMap((target, rule) =>
    (target?.moments ?? []).map(({ time, definitionId, placed }) => ({
      rule,
      ...time,
      definitionId,
      placed: 'endsOn' in placed ? placed : null,
    })),
  );
  await client.query(
    'INSERT INTO moment SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::date[])',
    [
      moments.map((one) => one.rule),
      moments.map((one) => one.period),
      moments.map((one) => one.identifier),
      moments.map((one) => one.definitionId),
      moments.map((one) => one.placed?.period ?? null),
      moments.map((one) => one.placed?.endsOn ?? null),
    ],
  );
  const shapes = new Map<string, Cell[]>();
  for (const cell of cellsOf(targets)) shapes.set(cell.shape, [...(shapes.get(cell.shape) ?? []), cell]);
  for (const [at, cells] of [...shapes.values()].entries()) await fillShape(stage, at, cells);
  await client.query('ANALYZE cell');
  await markTwice(stage);
}

type Cell = CellRule & { shape: string; target: NonNullable<Target> };

function cellsOf(targets: readonly Target[]): Cell[] {
  const known = targets.flatMap((target, rule) => (target ? [{ target, rule }] : []));
  return known.flatMap(({ target, rule }) =>
    cellRules([target.rule]).map((cell) => {
      const { value, numerator, denominator } = target.rule;
      const keys = (items: Record<string, string>) => Object.keys(items).toSorted();
      const shape = JSON.stringify([keys(cell.pick), keys(cell.denominatorPick), value, numerator, denominator]);
      return { ...cell, rule, shape, target };
    }),
  );
}

/** All cells that are picked by these columns and read from those. */
async function fillShape({ client, at, header }: Stage, index: number, cells: readonly Cell[]): Promise<void> {
  const [first] = cells;
  if (!first) return;
  const { value, numerator, denominator } = first.target.rule;
  const picks = Object.keys(first.pick).toSorted();
  const others = Object.keys(first.denominatorPick).toSorted();
  const columns = [...picks.map((_, i) => `p${i}`), ...others.map((_, i) => `d${i}`)];
  const table = `shape${index}`;
  await client.query(`CREATE TEMP TABLE ${table} (rule integer, "row" text, "col" text, breakdown uuid
    ${columns.map((name) => `, ${name} text`).join('')}) ON COMMIT DROP`);
  const values = [
    cells.map(({ rule }) => rule),
    cells.map(({ row }) => row),
    cells.map(({ column }) => column),
    cells.map(({ target }) => target.breakdownId),
    ...picks.map((name) => cells.map(({ pick }) => pick[name] ?? '')),
    ...others.map((name) => cells.map(({ denominatorPick }) => denominatorPick[name] ?? '')),
  ];
  const types = ['int[]', 'text[]', 'text[]', 'uuid[]', ...columns.map(() => 'text[]')];
  await client.query(
    `INSERT INTO ${table} SELECT * FROM unnest(${types.map((type, i) => `$${i + 1}::${type}`).join(', ')})`,
    values,
  );
  await client.query(`ANALYZE ${table}`);
  const item = (of: string, name: string) => `coalesce(btrim(${of}.${at(name)}), '')`;
  const picked = picks.map((name, i) => `AND ${item('r', name)} = s.p${i}`).join(' ');
  // The row with the denominator is of the same time and place, and of the same items but for those that differ: also
  // of filters that the rule says nothing of, or one row would get the denominators of several.
  const same = header.filter((name) => first.target.filters.includes(name) && !others.includes(name));
  const beside =
    denominator !== '' && others.length > 0
      ? `LEFT JOIN raw w ON w.code = r.code AND w.${at('time_period')} = r.${at('time_period')}
           AND w.${at('time_identifier')} = r.${at('time_identifier')}
           ${same.map((name) => `AND ${item('w', name)} = ${item('r', name)}`).join(' ')}
           ${others.map((name, i) => `AND ${item('w', name)} = s.d${i}`).join(' ')}`
      : '';
  const text = (of: string, name: string) => (name === '' ? 'NULL::text' : `btrim(${of}.${at(name)})`);
  await client.query(`
    INSERT INTO cell
    SELECT r.n, s.rule, s."row", s."col", r.code, m.definition, s.breakdown, m.period, m.ends_on,
           CASE WHEN t.v ~ ${decimal} THEN t.v::numeric END, (${symbolOf})::"MissingSymbol",
           CASE WHEN t.nu ~ ${whole} THEN t.nu::integer END, CASE WHEN t.de ~ ${whole} THEN t.de::integer END,
           CASE WHEN m.ends_on IS NULL THEN ${faults.time}
                WHEN r.code !~ '^[A-Z][0-9]{8}$' THEN ${faults.place}
                WHEN t.v IS NULL OR t.v = '' THEN ${faults.empty}
                WHEN NOT (t.v ~ ${decimal} OR t.v IN (${symbols})) THEN ${faults.noNumber}
                WHEN NOT (t.nu ~ ${whole} OR t.nu IN (${symbols})) THEN ${faults.noCount}
                WHEN NOT (t.de ~ ${whole} OR t.de IN (${symbols})) THEN ${faults.noGroup}
                ELSE ${faults.none} END,
           t.v IN (${obsolete})
      FROM raw r
      JOIN ${table} s ON true ${picked}
      JOIN moment m ON m.rule = s.rule AND m.time_period = btrim(r.${at('time_period')})
       AND m.identifier = btrim(r.${at('time_identifier')})
      ${beside}
      CROSS JOIN LATERAL (SELECT ${text('r', value)} AS v, ${text('r', numerator)} AS nu,
                                 ${text(beside === '' ? 'r' : 'w', denominator)} AS de) t
     WHERE r.code IS NOT NULL`);
}

/** One figure of one place and period that stands in two rows is refused in both: which of them counts, nobody can say. */
async function markTwice({ client }: Stage): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE twice ON COMMIT DROP AS
    SELECT definition, breakdown, "row", "col", code, period FROM cell WHERE fault = 0
     GROUP BY definition, breakdown, "row", "col", code, period HAVING count(*) > 1`);
  const { rows } = await client.query('SELECT EXISTS (SELECT FROM twice) AS found');
  if (!rows[0]?.found) return;
  await client.query(`
    UPDATE cell c SET fault = ${faults.twice} FROM twice t
     WHERE c.fault = 0 AND c.breakdown IS NOT DISTINCT FROM t.breakdown
       AND (c.definition, c."row", c."col", c.code, c.period) = (t.definition, t."row", t."col", t.code, t.period)`);
}
