import type pg from 'pg';
import { type ChainEvent, type ChainHead, type Proof, verifyChain } from '#lib/audit/rules.ts';

const page = 1_000;

/** The events of the council of this transaction, by number, a page at a time: memory stays flat however long it is. */
async function* eventsOf(client: pg.ClientBase, councilId: string): AsyncGenerator<ChainEvent> {
  let [number, id] = [-2_147_483_648, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const { rows } = await client.query<ChainEvent>(
      `SELECT "councilId", id, at, "personId", operation, subject, number, "previousHash", hash
         FROM "AuditEvent" WHERE "councilId" = $1 AND (number, id) > ($2, $3) ORDER BY number, id LIMIT ${page}`,
      [councilId, number, id],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    [number, id] = [last.number, last.id];
  }
}

/**
 * Proves the trail of one council as it stands at one moment, while others go on writing.
 * @param client of the app's role: it sees this council and no other
 * @param kept fingerprints from an earlier run; those that are in this trail are given back
 */
export async function proveCouncil(
  client: pg.ClientBase,
  councilId: string,
  kept: readonly string[] = [],
): Promise<Proof & { found: string[] }> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await client.query(`SELECT set_config('app.council', $1, true)`, [councilId]);
    const { rows } = await client.query<ChainHead>(`SELECT number, hash FROM "AuditHead" WHERE "councilId" = $1`, [
      councilId,
    ]);
    const proof = await verifyChain(eventsOf(client, councilId), rows[0] ?? null);
    const known = await client.query<{ hash: string }>(
      'SELECT hash FROM "AuditEvent" WHERE "councilId" = $1 AND hash = ANY ($2)',
      [councilId, kept],
    );
    return { ...proof, found: known.rows.map(({ hash }) => hash) };
  } finally {
    await client.query('ROLLBACK');
  }
}
