import { coverage, type Held } from '#lib/assignments/rules.ts';
import { type Sql, together } from '#lib/sql.ts';
import { inForce } from '#lib/strategies/rules.ts';

type PriorityRow = { id: string; parentId: string | null; strategyId: string; key: string; title: string };
export type CommitmentRow = {
  id: string;
  parentId: string | null;
  priorityId: string;
  ref: string;
  slug: string;
  title: string;
};
type StrategyRow = { id: string; startsOn: Date; endsOn: Date };

/** Everybody who leads or deputises each commitment of the strategy in force on this day. Four statements at once. */
export async function readCoverage(db: Sql, on: Date) {
  const [strategies, priorities, commitments, held] = await together(db, [
    () => db.$queryRaw<StrategyRow[]>`SELECT id, "startsOn", "endsOn" FROM "Strategy"`,
    () => db.$queryRaw<PriorityRow[]>`
      SELECT id, "parentId", "strategyId", key, title FROM "Priority" ORDER BY "publishedOrder"`,
    () => db.$queryRaw<CommitmentRow[]>`
      SELECT c.id, c."parentId", c."priorityId", c.ref, c.slug, c.title
        FROM "Commitment" c JOIN "Priority" p ON p."councilId" = c."councilId" AND p.id = c."priorityId"
       ORDER BY p."publishedOrder", c."publishedOrder"`,
    () => db.$queryRaw<Held[]>`
      SELECT p.id, p.name, a.kind::text, a."priorityId", a."commitmentId"
        FROM "Assignment" a JOIN "Person" p ON p."councilId" = a."councilId" AND p.id = a."personId"
       WHERE a."actionId" IS NULL AND a."startsOn" <= ${on} AND (a."endsOn" IS NULL OR a."endsOn" >= ${on})
         AND (p."leftOn" IS NULL OR p."leftOn" >= ${on})
       ORDER BY p.name`,
  ]);
  const strategy = inForce(strategies, on);
  const own = priorities.filter((priority) => priority.strategyId === strategy?.id);
  const ids = new Set(own.map((priority) => priority.id));
  const theirs = commitments.filter((commitment) => ids.has(commitment.priorityId));
  const holders = coverage({ priorities: own, commitments: theirs }, held);
  return { commitments: theirs, holders, priorities: own };
}
