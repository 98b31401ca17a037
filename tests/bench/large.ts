import pg from 'pg';
import authorities from '#lib/councils/authorities.json' with { type: 'json' };
import { usualSettings } from '#lib/councils/usual.ts';

/** 153 councils, each with so many indicators over so many years, headline and by age and sex. */
const indicators = 100;
const years = 12;
const rows = ['0 to 4', '5 to 9', '10 to 12', '13 to 15', '16 and 17', '18 and over'];
const columns = ['Girls', 'Boys', 'Not said'];

/**
 * Fills the database with every English authority's figures, at least five million observations. The two councils of
 * the demonstration get theirs beside what they have: no page of theirs shows more than before.
 * @returns how many observations the database then holds
 */
export async function addLargeData(superuserUrl: string): Promise<number> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  try {
    // What the keys would check is made so that it holds, and checking five million rows takes longer than making them.
    await client.query('SET session_replication_role = replica');
    await client.query('BEGIN');
    await client.query(`CREATE TEMP TABLE place (code text, name text, region text)`);
    await client.query(
      'INSERT INTO place SELECT x.code, x.name, x.region FROM jsonb_to_recordset($1::jsonb) AS x (code text, name text, region text)',
      [JSON.stringify(authorities)],
    );
    const { vocabulary, rules, statuses } = usualSettings;
    await client.query(
      `INSERT INTO "Council" (id, slug, name, "shortName", code, colour, vocabulary, rules, statuses, demo)
       SELECT gen_random_uuid(), lower(code), name, name, code, '#1d4f91', $1, $2, $3, true FROM place
        WHERE code NOT IN (SELECT code FROM "Council")`,
      [vocabulary, rules, statuses].map((setting) => JSON.stringify(setting)),
    );
    for (const statement of statements) await client.query(statement);
    await client.query('COMMIT');
    // What the server would do in its own time, after so many rows, is done before anything is measured.
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
    const found = await client.query(
      'SELECT (SELECT count(*) FROM "Observation") + (SELECT count(*) FROM "BreakdownValue") AS observations',
    );
    return Number(found.rows[0].observations);
  } finally {
    await client.end();
  }
}

const list = (names: readonly string[]) => `ARRAY[${names.map((name) => `'${name}'`).join(', ')}]`;
const periods = `generate_series(2026 - ${years}, 2025) AS year`;

const statements = [
  `INSERT INTO "Area" ("councilId", id, code, name, kind)
   SELECT c.id, gen_random_uuid(), a.code, a.name, a.kind::"AreaKind"
     FROM "Council" c JOIN place p USING (code)
    CROSS JOIN LATERAL (VALUES (p.code, p.name, 'council'), ('R-' || p.region, p.region, 'region'),
                               ('E92000001', 'England', 'country')) AS a (code, name, kind)
      ON CONFLICT DO NOTHING`,
  `INSERT INTO "Source" ("councilId", id, name, licence)
   SELECT id, gen_random_uuid(), 'Made up for measuring', 'None' FROM "Council"`,
  `INSERT INTO "DisclosureRule" ("councilId", id, "startsOn", threshold, reason, "decidedOn")
   SELECT id, gen_random_uuid(), current_date, 5, 'The usual rule.', current_date FROM "Council"
    WHERE id NOT IN (SELECT "councilId" FROM "DisclosureRule")`,
  `INSERT INTO "Indicator" ("councilId", id, key, title)
   SELECT c.id, gen_random_uuid(), 'measured-' || i, 'Measured ' || i FROM "Council" c, generate_series(1, ${indicators}) AS i`,
  `INSERT INTO "Definition" ("councilId", id, "indicatorId", version, question, unit, cohort, "numeratorMeaning",
                             "denominatorMeaning", "sourceId", "periodType", decimals, polarity, "startsOn")
   SELECT i."councilId", gen_random_uuid(), i.id, 1, 'How many?', '%', 'children in care', 'Those counted', 'All',
          s.id, 'snapshot31March', 0, 'high', '2014-04-01'
     FROM "Indicator" i JOIN "Source" s ON s."councilId" = i."councilId" AND s.name = 'Made up for measuring'
    WHERE i.key LIKE 'measured-%'`,
  `INSERT INTO "Breakdown" ("councilId", id, "indicatorId", key, title, "rowTitle", rows, "columnTitle", columns, "isWhole")
   SELECT "councilId", gen_random_uuid(), id, 'age-sex', 'Age and sex', 'Age', ${list(rows)}, 'Sex', ${list(columns)}, true
     FROM "Indicator" WHERE key LIKE 'measured-%'`,
  `INSERT INTO "Observation" ("councilId", id, "definitionId", "areaId", period, "periodEndsOn", numerator, denominator, value)
   SELECT d."councilId", uuidv7(), d.id, a.id, year::text, make_date(year, 3, 31), n, 400, round(n / 4.0)
     FROM "Definition" d
     JOIN "Indicator" i ON i."councilId" = d."councilId" AND i.id = d."indicatorId" AND i.key LIKE 'measured-%'
     JOIN "Area" a ON a."councilId" = d."councilId"
    CROSS JOIN ${periods}
    CROSS JOIN LATERAL (SELECT 200 + (hashtext(d.id::text || year) & 127) AS n) counted`,
  `INSERT INTO "BreakdownValue" ("councilId", id, "breakdownId", "definitionId", "areaId", period, "periodEndsOn",
                                 "row", "column", numerator, denominator, value)
   SELECT b."councilId", uuidv7(), b.id, d.id, a.id, year::text, make_date(year, 3, 31), part."row", part."column", n, 40,
          round(n * 2.5)
     FROM "Breakdown" b
     JOIN "Indicator" i ON i."councilId" = b."councilId" AND i.id = b."indicatorId" AND i.key LIKE 'measured-%'
     JOIN "Definition" d ON d."councilId" = i."councilId" AND d."indicatorId" = i.id
     JOIN "Council" c ON c.id = b."councilId"
     JOIN "Area" a ON a."councilId" = b."councilId" AND a.code = c.code
    CROSS JOIN ${periods}
    CROSS JOIN (SELECT r AS "row", k AS "column"
                  FROM unnest(${list(rows)} || ''::text) AS r CROSS JOIN unnest(${list(columns)} || ''::text) AS k
                 WHERE r <> '' OR k <> '') AS part
    CROSS JOIN LATERAL (SELECT hashtext(b.id::text || year || part."row" || part."column") & 31 AS n) counted`,
];
