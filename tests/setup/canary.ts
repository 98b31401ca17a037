import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/**
 * Small numbers that are like no other number of the demo council, so that a search of every byte that leaves finds
 * them and nothing else. Their source hides counts up to 50,000: everything below must never leave.
 */
const hiding = 50_000;
const headline = { count: 23_761, group: 71_993 };
const rest = headline.group - headline.count;
const small = 41_953;
/** Large enough to be shown, and hidden because the small one would follow from it. */
const protecting = 87_631;
const open = 93_719;
const statistic = { count: 3, group: 86_413, value: 0.0035 };

const spellings = (number: number) => [String(number), number.toLocaleString('en-GB')];

/** Every spelling in which one could leave: counts, what is left of the group, shares at any decimals. */
const canaries: string[] = [
  ...[headline.count, rest, small, protecting, statistic.group].flatMap(spellings),
  '33.004',
  '33,004',
  '0.33004',
  '66.995',
  '0.0035',
];

/** As part of a longer number, or of an id, which is written in 0 to 9 and a to f, it is none. */
const shapes = canaries.map((canary) => ({
  canary,
  shape: new RegExp(`(?<![0-9a-f])${canary.replaceAll('.', '\\.')}${canary.includes('.') ? '' : '(?![0-9a-f])'}`),
}));

/** The canaries that a text holds. */
export const canariesIn = (text: string): string[] =>
  shapes.filter(({ shape }) => shape.test(text)).map(({ canary }) => canary);

/** Works as the owner of the database of a product that runs, inside Portsmouth. */
export async function asOwner(dataDir: string, work: (client: pg.Client, councilId: string) => Promise<void>) {
  const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, string>;
  const port = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
  const opened = async (user: string, password = '') => {
    const client = new pg.Client(`postgres://${user}:${password}@127.0.0.1:${port}/pledgeboard`);
    await client.connect();
    return client;
  };
  const [superuser, owner] = [
    await opened('postgres', secrets.superuser),
    await opened('pledgeboard_owner', secrets.owner),
  ];
  try {
    const { rows } = await superuser.query<{ id: string }>(`SELECT id FROM "Council" WHERE slug = 'portsmouth'`);
    const councilId = rows[0]?.id ?? '';
    await owner.query(`SELECT set_config('app.council', $1, false)`, [councilId]);
    await work(owner, councilId);
  } finally {
    await Promise.all([superuser.end(), owner.end()]);
  }
}

/** Puts canaries into a headline, a breakdown and a printed statistic, and links them to all that shows figures. */
export async function placeCanaries(client: pg.Client, councilId: string): Promise<void> {
  const run = (sql: string, values: unknown[] = []) => client.query(sql, [councilId, ...values]);
  // No council may hide as much: the canaries are large so that nothing else looks like them.
  await client.query(`ALTER TABLE "DisclosureRule" DROP CONSTRAINT rule_in_range`);
  const [source, share, number, shareOf, numberOf, parts] = Array.from({ length: 6 }, () => crypto.randomUUID());
  await run(
    `INSERT INTO "Source" ("councilId", id, name, licence) VALUES ($1, $2, 'Canaries', 'Open Government Licence v3.0')`,
    [source],
  );
  await run(
    `INSERT INTO "DisclosureRule" ("councilId", id, "sourceId", "startsOn", threshold, reason, "decidedOn")
     VALUES ($1, gen_random_uuid(), $2, current_date, $3, 'To see whether they leave.', current_date)`,
    [source, hiding],
  );
  for (const [id, key, of, unit, decimals] of [
    [share, 'canary-share', shareOf, '%', 4],
    [number, 'canary-number', numberOf, 'number', 0],
  ]) {
    await run(`INSERT INTO "Indicator" ("councilId", id, key, title) VALUES ($1, $2, $3, $4)`, [id, key, `The ${key}`]);
    await run(
      `INSERT INTO "Definition" ("councilId", id, "indicatorId", version, question, unit, cohort, "sourceId",
                                 "periodType", decimals, polarity, "startsOn")
       VALUES ($1, $2, $3, 1, 'Does it sing?', $4, 'canaries', $5, 'snapshot31March', $6, 'high', '2020-04-01')`,
      [of, id, unit, source, decimals],
    );
    await run(
      `INSERT INTO "ThemeIndicator" ("councilId", "themeId", "indicatorId", "order", "isHeadline")
       SELECT $1, id, $2, -1, true FROM "Theme"`,
      [id],
    );
    // A lead records its values, and is no audience for small numbers.
    await run(
      `UPDATE "Indicator" SET "ownerId" = (SELECT id FROM "Person" WHERE name = 'Health lead') WHERE "councilId" = $1 AND id = $2`,
      [id],
    );
    await run(`INSERT INTO "PriorityIndicator" SELECT $1, id, $2 FROM "Priority"`, [id]);
    await run(`INSERT INTO "CommitmentIndicator" SELECT $1, id, $2 FROM "Commitment"`, [id]);
    await run(
      `INSERT INTO "PromiseIndicator" ("councilId", "promiseId", "indicatorId") SELECT $1, id, $2 FROM "Promise"`,
      [id],
    );
  }
  const observe = (of: unknown, year: number, count: number | null, group: number | null, value: number) =>
    run(
      `INSERT INTO "Observation" ("councilId", id, "definitionId", "areaId", period, "periodEndsOn", numerator, denominator, value)
       SELECT $1, gen_random_uuid(), $2, a.id, $3, ($3 || '-03-31')::date, $4, $5, $6
         FROM "Area" a JOIN "Council" c ON c.id = a."councilId" AND c.code = a.code WHERE a."councilId" = $1`,
      [of, String(year), count, group, value],
    );
  await observe(shareOf, 2024, 60_100, 120_500, (100 * 60_100) / 120_500);
  await observe(shareOf, 2025, headline.count, headline.group, (100 * headline.count) / headline.group);
  await observe(numberOf, 2025, null, null, small + protecting + open);
  await run(
    `INSERT INTO "Breakdown" ("councilId", id, "indicatorId", key, title, "rowTitle", rows, columns, "isWhole")
     VALUES ($1, $2, $3, 'colour', 'Canaries by colour', 'Colour', '{Yellow,Red,White}', '{}', true)`,
    [parts, number],
  );
  await run(
    `INSERT INTO "ThemeBreakdown" ("councilId", "themeId", "breakdownId", "order") SELECT $1, id, $2, -1 FROM "Theme"`,
    [parts],
  );
  for (const [row, value] of Object.entries({ Yellow: small, Red: protecting, White: open })) {
    await run(
      `INSERT INTO "BreakdownValue" ("councilId", id, "breakdownId", "definitionId", "areaId", period, "periodEndsOn", "row", value)
       SELECT $1, gen_random_uuid(), $2, $3, a.id, '2025', '2025-03-31', $4, $5
         FROM "Area" a JOIN "Council" c ON c.id = a."councilId" AND c.code = a.code WHERE a."councilId" = $1`,
      [parts, numberOf, row, value],
    );
  }
  await run(
    `WITH made AS (
       INSERT INTO "Statistic" ("councilId", id, "strategyId", "priorityId", "order", measure, value, unit, kind, period,
                                numerator, denominator, polarity)
       SELECT $1, gen_random_uuid(), p."strategyId", p.id, 9000 + p."publishedOrder", 'Canaries that sing', $2, '%', 'outcome', '2022',
              $3, $4, 'high'
         FROM "Priority" p RETURNING "councilId", id)
     INSERT INTO "ThemeStatistic" ("councilId", "themeId", "statisticId", "order")
     SELECT made."councilId", t.id, made.id, -1 FROM made, "Theme" t`,
    [statistic.value, statistic.count, statistic.group],
  );
}
