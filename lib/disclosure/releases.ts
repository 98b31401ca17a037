import { type CountName, countKey } from '#lib/disclosure/cells.ts';
import type { PeriodType } from '#lib/indicators/periods/rules.ts';

/** What is known of counts that were released, or are about to be. */

/** A value as it was recorded; null where the source hid it. A correction has another moment and another value. */
export type Recorded = CountName & { value: number | null; recordedAt: Date };

/** A count that a new release is to print, or, hidden already, to mention. */
export type ReleaseCell = Recorded & { isHidden?: boolean };

/** A row of the ledger with the value that it stood for, as far as that can still be found. */
export type EarlierCell = Recorded & {
  /** What was printed; null where it was hidden. */
  shown: number | null;
  /** The count was printed rounded to this. */
  roundTo: number;
  /** Its title and edition, as people know it. */
  release: string;
  releasedAt: Date;
};

export type Meaning = {
  id: string;
  indicatorId: string;
  /** Of the indicator. */
  title: string;
  periodType: PeriodType;
  isYearToDate: boolean;
};

/** A table whose every child is in one row and one column; others give no sums. */
export type Whole = { indicatorId: string; rowTitle: string; rows: string[]; columnTitle: string; columns: string[] };

/**
 * One unknown of the attack. A value that did not change is the same unknown although it was recorded anew: whoever
 * guesses so is right. Where nobody knows the value, the moment tells one from another.
 */
export const unknownOf = (cell: Recorded) => `${countKey(cell)}=${cell.value ?? `@${cell.recordedAt.getTime()}`}`;

/** Periods that can be added up or subtracted: those of one financial year. Others stand alone. */
export const spanOf = ({ periodType }: Pick<Meaning, 'periodType'>, period: string) =>
  periodType === 'financialQuarter' || periodType === 'financialYear' ? period.slice(0, 6) : period;

/** What stood at a moment, by count. */
export function standingAt(recorded: Iterable<Recorded>, moment: Date): Map<string, Recorded> {
  const standing = new Map<string, Recorded>();
  for (const cell of recorded) {
    if (cell.recordedAt > moment) continue;
    const key = countKey(cell);
    const before = standing.get(key);
    if (!before || before.recordedAt <= cell.recordedAt) standing.set(key, cell);
  }
  return standing;
}

/** Lists of what has the same name, in the order in which it came. */
export function grouped<T>(all: readonly T[], nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = nameOf(one);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}
