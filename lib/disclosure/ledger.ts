import 'server-only';
import type { Db } from '#lib/db.ts';
import { countKey } from '#lib/disclosure/cells.ts';
import { type Puzzle, planTogether } from '#lib/disclosure/joint.ts';
import { rounded } from '#lib/disclosure/printed.ts';
import { readEarlierCells, readMeanings, readRecorded, readWholes } from '#lib/disclosure/recorded.ts';
import { refusalOf } from '#lib/disclosure/refusing.ts';
import { grouped, type Meaning, type Recorded, type ReleaseCell, spanOf } from '#lib/disclosure/releases.ts';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import type { Why } from '#lib/disclosure/tables.ts';

/** A row of the ledger to be: what the new release prints of a count, or that it hides it. */
export type LedgerRow = Pick<ReleaseCell, 'definitionId' | 'areaId' | 'period' | 'among' | 'part' | 'recordedAt'> & {
  shown: number | null;
  roundTo: number;
};

export type ReleasePlan = {
  /** Keys (countKey) of the counts that must not be printed. */
  hidden: ReadonlySet<string>;
  why: ReadonlyMap<string, Why | 'earlier'>;
  /** For writeLedger, once the release is written. */
  rows: readonly LedgerRow[];
};

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

  const byId = new Map(meanings.map((meaning) => [meaning.id, meaning]));
  const puzzles = puzzlesOf({ cells, earlier, recorded, meanings, wholes }, byId, ruleOf);
  const hidden = new Set<string>();
  const why = new Map<string, Why | 'earlier'>();
  for (const puzzle of puzzles) {
    const joint = planTogether(puzzle);
    const refusal = refusalOf(puzzle, joint, byId);
    if (refusal) throw refusal;
    for (const key of joint.hidden) hidden.add(key);
    for (const [key, reason] of joint.why) why.set(key, reason);
  }
  const rows = cells.map((cell) => {
    const { roundTo, ...rule } = ruleOf(cell.definitionId);
    const shown = cell.value === null || hidden.has(countKey(cell)) ? null : rounded(cell.value, { ...rule, roundTo });
    return { ...cell, roundTo, shown };
  });
  return { hidden, why, rows };
}

/** Writes down what a release printed and what it hid. Rows are never changed: a release that was withdrawn was read. */
export async function writeLedger(db: Db, councilId: string, releaseId: string, rows: readonly LedgerRow[]) {
  await db.releasedCell.createMany({
    data: rows.map(({ definitionId, areaId, period, among, part, recordedAt, shown, roundTo }) => ({
      ...{ councilId, releaseId, definitionId, areaId, period, among, part, recordedAt, shown, roundTo },
    })),
  });
}

/** One puzzle for each indicator, area and span of time that the release touches: no sum leads from one to another. */
function puzzlesOf(
  { cells, earlier, recorded, meanings, wholes }: Omit<Puzzle, 'rule'>,
  byId: ReadonlyMap<string, Meaning>,
  ruleOf: (definitionId: string) => DisclosureRule,
): Puzzle[] {
  const nameOf = ({ definitionId, areaId, period }: Recorded) => {
    const meaning = byId.get(definitionId);
    return meaning ? `${meaning.indicatorId} ${areaId} ${spanOf(meaning, period)}` : '';
  };
  const [earlierBy, recordedBy] = [grouped(earlier, nameOf), grouped(recorded, nameOf)];
  return [...grouped(cells, nameOf)].map(([name, own]) => {
    const indicatorId = byId.get(own[0]?.definitionId ?? '')?.indicatorId;
    const rules = own.map(({ definitionId }) => ruleOf(definitionId));
    return {
      cells: own,
      earlier: earlierBy.get(name) ?? [],
      recorded: recordedBy.get(name) ?? [],
      meanings: meanings.filter((meaning) => meaning.indicatorId === indicatorId),
      wholes: wholes.filter((whole) => whole.indicatorId === indicatorId),
      // Of two rules in one puzzle the stricter holds.
      rule: rules.reduce((strictest, rule) => (rule.threshold > strictest.threshold ? rule : strictest)),
    };
  });
}
