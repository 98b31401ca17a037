import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { CommitmentStanding } from '#lib/commitments/queries.ts';
import type { Db } from '#lib/db.ts';
import { promiseStandings } from '#lib/promises/queries.ts';
import { verdictWords } from '#lib/promises/words.ts';
import type { ReportPromise } from '#lib/reports/content.ts';
import type { Gathering } from '#lib/reports/gather.ts';
import { evidenceByUpdate } from '#lib/reports/gather-priorities.ts';

/** The promises of the strategy with the answer to each and the current evidence behind it. */
export async function gatherPromises(
  viewer: Viewer,
  db: Db,
  report: Gathering,
  asOf: Date,
  standings: readonly CommitmentStanding[],
): Promise<ReportPromise[]> {
  const evidence = await evidenceByUpdate(viewer, db, standings);
  const promises = await promiseStandings(viewer, db, asOf, standings, report.strategy.id);
  return promises.map((promise) => ({
    number: promise.number,
    title: promise.plainTitle,
    wording: promise.wording,
    verdict: promise.verdict,
    label: verdictWords[promise.verdict],
    why: promise.why,
    changed: promise.changed,
    commitments: promise.commitments
      .toSorted((one, other) => one.priorityOrder - other.priorityOrder || one.number - other.number)
      .map(({ ref }) => ref),
    evidence: promise.commitments
      .filter(({ standing }) => standing !== 'notUpdated')
      .flatMap(({ updateId }) => evidence.get(updateId ?? '') ?? []),
  }));
}
