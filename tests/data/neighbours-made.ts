import pg from 'pg';
import authorities from '#lib/councils/authorities.json' with { type: 'json' };
import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import type { Sql } from '#lib/sql.ts';
import { inPortsmouth } from '#tests/setup/act.ts';
import { database } from '#tests/setup/database.ts';

/** Figures of other councils, made up for a test: the demonstration holds none. */

export type Made = { code: string; value: number | null; numerator?: number | null; denominator?: number | null };

/** Every authority of England as an area of Portsmouth. */
export const makeAreas = () =>
  inPortsmouth(
    `INSERT INTO "Area" ("councilId", id, code, name, kind)
     SELECT current_council(), gen_random_uuid(), a.code, a.name, 'council'
       FROM jsonb_to_recordset($1) AS a (code text, name text)
     ON CONFLICT ("councilId", code) DO NOTHING`,
    [JSON.stringify(authorities)],
  );

/** Values of the snapshot of 31 March of this year; a missing one stands as not available. */
export const record = (indicator: string, year: number, values: readonly Made[], at = new Date()) =>
  inPortsmouth(
    `INSERT INTO "Observation" ("councilId", id, "definitionId", "areaId", period, "periodEndsOn", value, numerator,
                                denominator, symbol, "recordedAt")
     SELECT a."councilId", gen_random_uuid(), d.id, a.id, $2::text, ($2 || '-03-31')::date, v.value, v.numerator, v.denominator,
            CASE WHEN v.value IS NULL THEN 'x'::"MissingSymbol" END, $4
       FROM jsonb_to_recordset($3) AS v (code text, value numeric, numerator int, denominator int)
       JOIN "Area" a ON a.code = v.code AND a."councilId" = current_council()
       JOIN "Indicator" i ON i.key = $1 AND i."councilId" = a."councilId"
       JOIN "Definition" d ON d."indicatorId" = i.id AND d."councilId" = a."councilId"`,
    [indicator, String(year), JSON.stringify(values), at],
  );

/** An indicator without values, a snapshot of 31 March; its direction is confirmed unless it is none. */
export const makeIndicator = (key: string, { unit = '%', polarity = 'high' } = {}) =>
  inPortsmouth(
    `WITH i AS (INSERT INTO "Indicator" ("councilId", id, key, title)
                VALUES (current_council(), gen_random_uuid(), $1, 'Made up: ' || $1) RETURNING *)
     INSERT INTO "Definition" ("councilId", id, "indicatorId", version, question, unit, cohort, "sourceId", "periodType",
                               decimals, polarity, "polarityConfirmedById", "startsOn")
     SELECT i."councilId", gen_random_uuid(), i.id, 1, 'How many?', $2, 'children in care', s.id, 'snapshot31March', 0,
            $3::"Polarity", (SELECT id FROM "Person" p WHERE p."councilId" = i."councilId" ORDER BY id LIMIT 1), '2018-04-01'
       FROM i JOIN LATERAL (SELECT id FROM "Source" s WHERE s."councilId" = i."councilId" ORDER BY id LIMIT 1) s ON true`,
    [key, unit, polarity],
  );

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };

/** Reads that are planned as the app plans them, and not run: every step of every plan. */
export async function planned(read: (db: Sql) => Promise<unknown>): Promise<Plan[]> {
  const client = new pg.Client({ connectionString: database.appUrl, options: '-c plan_cache_mode=force_generic_plan' });
  await client.connect();
  const steps: Plan[] = [];
  const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];
  try {
    const [own] = await inPortsmouth<{ id: string }>('SELECT id FROM "Council" WHERE id = current_council()');
    await client.query(`SELECT set_config('app.council', $1, false)`, [own?.id]);
    let name = 0;
    await read({
      async $queryRaw<T>(strings: TemplateStringsArray, ...values: unknown[]) {
        name += 1;
        await client.query(`PREPARE s${name} AS ${strings.reduce((sql, part, at) => `${sql}$${at}${part}`)}`);
        const sent = values.map((value) => (value == null ? 'NULL' : literal(value))).join(', ');
        const { rows } = await client.query(`EXPLAIN (FORMAT JSON) EXECUTE s${name}${sent && `(${sent})`}`);
        steps.push(...flat(rows[0]['QUERY PLAN'][0].Plan));
        return [] as T;
      },
    });
  } finally {
    await client.end();
  }
  return steps;
}

const literal = (value: unknown): string =>
  value instanceof Date
    ? pg.escapeLiteral(value.toISOString())
    : Array.isArray(value)
      ? `ARRAY[${value.map(literal).join(', ')}]`
      : pg.escapeLiteral(String(value));

/** From today on every source hides by this rule. */
export const decide = ({ threshold, roundTo, zeros, minimumDenominator, protectsRest }: DisclosureRule) =>
  inPortsmouth(
    `INSERT INTO "DisclosureRule" ("councilId", id, "sourceId", "startsOn", threshold, "roundTo", zeros, "minimumDenominator", "protectsRest", reason, "decidedOn")
     SELECT s."councilId", uuidv7(), s.id, current_date, $1, $2, $3::"ZeroRule", $4, $5, 'A test.', current_date
       FROM "Source" s WHERE s."councilId" = current_council()`,
    [threshold, roundTo, zeros, minimumDenominator, protectsRest],
  );

/** Small counts and zeros are frequent here: they are what the rule is about. */
export function random(code: string, unit: string): Made {
  const whole = (most: number) => Math.floor(Math.random() * (most + 1));
  const denominator = whole(3) === 0 ? whole(12) : 13 + whole(120);
  const numerator = Math.min(denominator, whole(1) === 0 ? whole(8) : whole(130));
  if (unit === 'number') return { code, value: whole(20), numerator: null, denominator: null };
  if (unit === 'score') return { code, value: whole(40), numerator: null, denominator };
  const value = denominator === 0 ? null : Math.round((numerator / denominator) * (unit === '%' ? 100 : 10_000));
  return {
    code,
    value,
    numerator: whole(4) === 0 ? null : numerator,
    denominator: whole(4) === 0 ? null : denominator,
  };
}
