import 'server-only';
import { clock } from '#lib/clock.ts';
import { promiseStandings } from '#lib/promises/queries.ts';
import { reading } from '#lib/reading.ts';

/** Promises that nothing current shows to be kept: those that had proof longest ago, or never, first. */
export const listWithoutEvidence = reading(async (viewer, db) => {
  const now = clock();
  const promises = await promiseStandings(viewer, db, now);
  const rows = await db.$queryRaw<{ promiseId: string; last: Date }[]>`
    SELECT link."promiseId", max(u."publishedAt") AS last
      FROM "PromiseCommitment" link
      JOIN "Update" u ON u."councilId" = link."councilId" AND u."commitmentId" = link."commitmentId"
     WHERE u."publishedAt" <= ${now}
       AND EXISTS (SELECT FROM "Evidence" e WHERE e."councilId" = u."councilId" AND e."updateId" = u.id)
     GROUP BY link."promiseId"`;
  const lastOf = new Map(rows.map(({ promiseId, last }) => [promiseId, last]));
  const without = promises
    .filter((promise) => !promise.hasCurrentEvidence)
    .map((promise) => ({ ...promise, lastEvidence: lastOf.get(promise.id) ?? null }))
    .toSorted((one, other) => (one.lastEvidence?.getTime() ?? 0) - (other.lastEvidence?.getTime() ?? 0));
  return { all: promises.length, without };
});
export type Unproven = Awaited<ReturnType<typeof listWithoutEvidence>>['without'][number];
