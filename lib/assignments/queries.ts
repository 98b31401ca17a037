import 'server-only';
import { type CommitmentRow, readCoverage } from '#lib/assignments/coverage.ts';
import { type Holder, whoDeputises, whoLeads } from '#lib/assignments/rules.ts';
import { reading } from '#lib/reading.ts';
import { today } from '#lib/rounds/queries.ts';
import type { Sql } from '#lib/sql.ts';

/** Who leads each commitment of the strategy in force on this day, by the commitment's id; nobody is an empty list. */
export async function leadsOf(db: Sql, on: Date): Promise<Map<string, Holder[]>> {
  return pick((await readCoverage(db, on)).holders, whoLeads);
}

/** Who stands in for them, in the same way. */
export async function deputiesOf(db: Sql, on: Date): Promise<Map<string, Holder[]>> {
  return pick((await readCoverage(db, on)).holders, whoDeputises);
}

const pick = (holders: ReadonlyMap<string, Holder[]>, who: typeof whoLeads) =>
  new Map([...holders].map(([id, all]) => [id, who(all)]));

/** Commitments that nobody leads today: neither itself nor anything above it. In the order of the strategy. */
export async function readWithoutLead(db: Sql, on: Date): Promise<CommitmentRow[]> {
  const { commitments, holders } = await readCoverage(db, on);
  return commitments.filter(({ id }) => whoLeads(holders.get(id) ?? []).length === 0);
}

/** The same for a page that shows nothing else of it. */
export const listWithoutLead = reading(async (_viewer, db) => readWithoutLead(db, today()));
