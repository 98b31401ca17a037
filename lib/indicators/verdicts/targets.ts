import { groupIsSmall, type Point, type Polarity } from '#lib/indicators/verdicts/rules.ts';

/** Whether a figure reached what the board wanted of it. */

/** Days are written 2026-03-31. */
export type Target = {
  dueOn: string;
  value: number;
  /** How far beside the target is still tolerated, in the unit of the indicator; 0 tolerates nothing. */
  tolerance: number;
  setBy: string;
  setOn: string;
  /** Why this value and this tolerance; empty where nobody wrote it down. */
  reason: string;
};

export type TargetState = 'met' | 'withinTolerance' | 'missed' | 'none';

/** Why there is no verdict although there is a target. */
export type NoVerdict = 'noTarget' | 'noValue' | 'noDirection' | 'smallGroup' | 'notDue';

export type TargetFound = {
  state: TargetState;
  /** The target that the value is held against, or the next one where none is due yet. */
  target: Target | null;
  because: NoVerdict | null;
};

/**
 * The target that applies to a period: it holds from the day it is due until the next one is due. Before the first is
 * due, the first is what everybody works towards. Of two that are due on one day, the one set last.
 */
export function targetFor(targets: readonly Target[], endsOn: string): Target | null {
  const inOrder = targets.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.setOn.localeCompare(b.setOn));
  const first = inOrder[0]?.dueOn;
  return inOrder.findLast(({ dueOn }) => dueOn <= endsOn) ?? inOrder.findLast(({ dueOn }) => dueOn === first) ?? null;
}

/** Values have at most four decimals, as the database keeps them: 14.1 + 0.2 must be 14.3. */
const exact = (value: number) => Math.round(value * 10_000);

/**
 * Met, within tolerance or missed, following the direction that a person confirmed. A target that is not due yet can
 * be met early, but not missed.
 * @param polarity as judgedPolarity gives it
 */
export function againstTarget(
  targets: readonly Target[],
  polarity: Polarity,
  latest: Point | null,
  minimumGroup: number,
): TargetFound {
  const target = latest && targetFor(targets, latest.endsOn);
  if (!target) return { state: 'none', target: targets[0] ?? null, because: targets[0] ? 'noValue' : 'noTarget' };
  if (latest.value === null) return { state: 'none', target, because: 'noValue' };
  if (polarity === 'none') return { state: 'none', target, because: 'noDirection' };
  if (groupIsSmall(latest, minimumGroup)) return { state: 'none', target, because: 'smallGroup' };
  const short = shortOf(target, polarity, latest.value);
  if (short <= 0) return { state: 'met', target, because: null };
  if (target.dueOn > latest.endsOn) return { state: 'none', target, because: 'notDue' };
  return { state: short <= target.tolerance ? 'withinTolerance' : 'missed', target, because: null };
}

/** How far the value is on the bad side of the target, in the unit of the indicator; 0 or less when it is reached. */
export const shortOf = (target: Target, polarity: Polarity, value: number) =>
  (polarity === 'high' ? exact(target.value) - exact(value) : exact(value) - exact(target.value)) / 10_000;
