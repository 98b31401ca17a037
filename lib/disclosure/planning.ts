import { countKey } from '#lib/disclosure/cells.ts';
import { type Puzzle, planTogether } from '#lib/disclosure/joint.ts';
import { rounded } from '#lib/disclosure/printed.ts';
import { refusalOf } from '#lib/disclosure/refusing.ts';
import { grouped, type Meaning, type Recorded, type ReleaseCell, spanOf } from '#lib/disclosure/releases.ts';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import type { Why } from '#lib/disclosure/tables.ts';

/** A whole release against the ledger: what it must hide, and what will be written down of it. */

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
 * @param facts the counts of the new release, and everything about the same indicators and areas
 * @throws Refusal where earlier releases leave no way
 */
export function planAgainst(
  facts: Omit<Puzzle, 'rule'>,
  ruleOf: (definitionId: string) => DisclosureRule,
): ReleasePlan {
  const byId = new Map(facts.meanings.map((meaning) => [meaning.id, meaning]));
  const hidden = new Set<string>();
  const why = new Map<string, Why | 'earlier'>();
  for (const puzzle of puzzlesOf(facts, byId, ruleOf)) {
    const joint = planTogether(puzzle);
    const refusal = refusalOf(puzzle, joint, byId);
    if (refusal) throw refusal;
    for (const key of joint.hidden) hidden.add(key);
    for (const [key, reason] of joint.why) why.set(key, reason);
  }
  const rows = facts.cells.map((cell) => {
    const rule = ruleOf(cell.definitionId);
    const isHidden = hidden.has(countKey(cell));
    return {
      ...cell,
      roundTo: rule.roundTo,
      shown: isHidden || cell.value === null ? null : rounded(cell.value, rule),
    };
  });
  return { hidden, why, rows };
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
    return {
      cells: own,
      earlier: earlierBy.get(name) ?? [],
      recorded: recordedBy.get(name) ?? [],
      meanings: meanings.filter((meaning) => meaning.indicatorId === indicatorId),
      wholes: wholes.filter((whole) => whole.indicatorId === indicatorId),
      rule: guarding(own.map(({ definitionId }) => ruleOf(definitionId))),
    };
  });
}

/**
 * One rule where versions of a figure have several, as their sources do: every count is guarded as the strictest asks,
 * and the attacker is taken to see as much of every count as of the one that is printed most exactly.
 */
const guarding = (rules: readonly DisclosureRule[]): DisclosureRule => ({
  threshold: Math.max(...rules.map(({ threshold }) => threshold)),
  roundTo: Math.min(...rules.map(({ roundTo }) => roundTo)),
  zeros: rules.every(({ zeros }) => zeros === 'hidden') ? 'hidden' : 'shown',
  minimumDenominator: Math.max(...rules.map(({ minimumDenominator }) => minimumDenominator)),
  protectsRest: rules.some(({ protectsRest }) => protectsRest),
});
