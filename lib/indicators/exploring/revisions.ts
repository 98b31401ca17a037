import { type DisclosureRule, discloseObservation } from '#lib/disclosure/rules.ts';
import type { Shown } from '#lib/indicators/exploring/rules.ts';

/** One row of a value's history: what was recorded when, as the source gave it. */
export type Recorded = Shown & { area: string; version: number; endsOn: string; recordedAt: Date };

/** A value that took the place of another. */
export type Revision = { area: string; version: number; endsOn: string; recordedAt: Date; before: Shown; after: Shown };

type Rules = (of: Pick<Recorded, 'area' | 'version'>) => { rule: DisclosureRule; unit: string };

/**
 * What was corrected, newest correction first. Where a value may not be shown today, nor may what stood there before:
 * the two are mostly close to one another. A value that was brought in again and reads the same is no revision.
 * @param isShown whether the newest value is shown on the page
 */
export function revisionsOf(history: readonly Recorded[], rulesOf: Rules, isShown: (of: Recorded) => boolean) {
  const byPlace = new Map<string, Recorded[]>();
  for (const row of history) {
    const place = JSON.stringify([row.area, row.version, row.endsOn]);
    byPlace.set(place, [...(byPlace.get(place) ?? []), row]);
  }
  return [...byPlace.values()]
    .flatMap((rows): Revision[] => {
      const inOrder = rows.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
      const newest = inOrder.at(-1);
      if (!newest) return [];
      const mayShow = isShown(newest);
      const shown = inOrder.map((row) => (mayShow ? asShown(row, rulesOf(row)) : hidden));
      return inOrder.slice(1).flatMap((row, at) => {
        const [before, after] = [shown[at], shown[at + 1]];
        const { area, version, endsOn, recordedAt } = row;
        return before && after && !isSame(before, after) ? [{ area, version, endsOn, recordedAt, before, after }] : [];
      });
    })
    .toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime());
}

const hidden: Shown = { value: null, numerator: null, denominator: null, symbol: 'c' };

function asShown({ value, numerator, denominator, symbol }: Recorded, { rule, unit }: ReturnType<Rules>): Shown {
  return discloseObservation({ value, numerator, denominator, symbol }, unit, rule);
}

const isSame = (a: Shown, b: Shown) =>
  a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator && a.symbol === b.symbol;
