import 'server-only';
import type { Db } from '#lib/db.ts';
import type { Prisma } from '#prisma/generated/client.ts';

type Of = Pick<
  Prisma.WordingChangeWhereInput,
  'strategyId' | 'priorityId' | 'commitmentId' | 'promiseId' | 'measureId'
>;

/** What adopted wording was before, the newest change first: who changed it, when and why. */
export const readHistory = (db: Db, of: Of) =>
  db.wordingChange.findMany({
    where: of,
    orderBy: [{ at: 'desc' }, { field: 'asc' }],
    select: { field: true, before: true, after: true, reason: true, at: true, person: { select: { name: true } } },
  });

export type WordingHistory = Awaited<ReturnType<typeof readHistory>>;
