import type { Range } from '#lib/disclosure/attack.ts';
import { type DisclosureRule, isSmallCount, roundedCount } from '#lib/disclosure/rules.ts';

/** What a printed number says of the count behind it. */

/** True for a count that may not be printed for what it is. */
export const isTooSmall = (value: number | null, rule: DisclosureRule) =>
  isSmallCount(value, rule.threshold) || (value === 0 && rule.zeros === 'hidden');

/** What a count looks like when it is printed: the nearest multiple, halves upwards, that reads neither as small nor as 0. */
export const rounded = (value: number, rule: Pick<DisclosureRule, 'roundTo' | 'threshold'>) =>
  roundedCount(value, rule);

/**
 * Which counts a printed number can stand for. Whoever knows the rule knows that nothing small was printed: where 1 to
 * 7 are hidden and the rest is rounded to 5, a 10 is an 8 to a 12. A 0 is a 0.
 */
export function meantBy(printed: number, { roundTo, threshold }: DisclosureRule): Range {
  if (printed === 0) return { low: 0, high: 0 };
  const first = roundedCount(threshold + 1, { roundTo, threshold });
  const low = printed <= first ? threshold + 1 : printed - Math.floor(roundTo / 2);
  return { low: Math.max(low, threshold + 1), high: Math.max(printed + Math.ceil(roundTo / 2) - 1, threshold + 1) };
}
