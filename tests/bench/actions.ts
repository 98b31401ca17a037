import pg from 'pg';
import { databaseAddress } from '#tests/bench/database-address.ts';

/** Fills the demonstration council up to so many actions, spread over commitments, people, days and statuses. */
export async function addActions(dataDir: string, wanted: number): Promise<void> {
  const client = new pg.Client(databaseAddress(dataDir, 'owner'));
  await client.connect();
  try {
    // The owner may look past the wall only where it lets itself: the council's id is known to signing in.
    await client.query('ALTER TABLE "Council" NO FORCE ROW LEVEL SECURITY');
    const { rows } = await client.query(`SELECT id FROM "Council" WHERE slug = 'portsmouth'`);
    await client.query('ALTER TABLE "Council" FORCE ROW LEVEL SECURITY');
    await client.query(`SELECT set_config('app.council', $1, false)`, [rows[0].id]);
    await client.query(
      `WITH places AS (SELECT c.id, c."councilId", row_number() OVER () AS n, count(*) OVER () AS all FROM "Commitment" c),
            people AS (SELECT id, "organisationId", row_number() OVER () AS n, count(*) OVER () AS all FROM "Person")
       INSERT INTO "Action" ("councilId", id, "commitmentId", title, status, "ownerId", "organisationId", "dueOn", "completedOn", "createdOn")
       SELECT places."councilId", gen_random_uuid(), places.id, 'Agree the next step with everybody who does it, number ' || i,
              (CASE i % 4 WHEN 0 THEN 'done' WHEN 1 THEN 'notStarted' ELSE 'inProgress' END)::"ActionStatus",
              people.id, people."organisationId", current_date + i % 300 - 100,
              CASE WHEN i % 4 = 0 THEN current_date - i % 90 END, current_date - 120
         FROM generate_series(1, $1 - (SELECT count(*)::int FROM "Action")) AS i
         JOIN places ON places.n = 1 + i % places.all
         JOIN people ON people.n = 1 + i % people.all`,
      [wanted],
    );
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}
