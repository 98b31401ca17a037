import 'server-only';
import type { Db } from '#lib/db.ts';
import { type LedgerRow, planAgainst, type ReleasePlan } from '#lib/disclosure/planning.ts';
import { readEarlierCells, readMeanings, readRecorded, readWholes } from '#lib/disclosure/recorded.ts';
import type { ReleaseCell } from '#lib/disclosure/releases.ts';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';

/**
 * What a new release must hide, so that nobody who lays it beside every earlier one can place a count that any of them
 * hides, nor a small difference of two of them, in an interval narrower than the threshold. Hold the council's ledger
 * while this and writeLedger run: two releases at once would not know of each other.
 * @param cells every count of the release, those hidden already included, with their true values
 * @param ruleOf the rule of a definition's source
 * @throws Refusal where earlier releases leave no way
 */
export async function planRelease(
  db: Db,
  cells: readonly ReleaseCell[],
  ruleOf: (definitionId: string) => DisclosureRule,
): Promise<ReleasePlan> {
  const definitionIds = [...new Set(cells.map(({ definitionId }) => definitionId))];
  const areaIds = [...new Set(cells.map(({ areaId }) => areaId))];
  const meanings = await readMeanings(db, definitionIds);
  const ids = meanings.map(({ id }) => id);
  const wholes = await readWholes(db, ids);
  const recorded = await readRecorded(db, ids, areaIds);
  const earlier = await readEarlierCells(db, ids, areaIds, recorded);
  return planAgainst({ cells, earlier, recorded, meanings, wholes }, ruleOf);
}

/** Writes down what a release printed and what it hid. Rows are never changed: a release that was withdrawn was read. */
export async function writeLedger(db: Db, councilId: string, releaseId: string, rows: readonly LedgerRow[]) {
  await db.releasedCell.createMany({
    // Field by field: a row may carry the true value as well, which has no place here.
    data: rows.map(({ definitionId, areaId, period, among, part, recordedAt, shown, roundTo }) => {
      return { councilId, releaseId, definitionId, areaId, period, among, part, recordedAt, shown, roundTo };
    }),
  });
}
