import type { Range } from '#lib/disclosure/attack.ts';
import { type DisclosureRule, isSmallCount } from '#lib/disclosure/rules.ts';

/** What a printed number says of the count behind it. */

/** True for a count that may not be printed for what it is. */
export const isTooSmall = (value: number | null, rule: DisclosureRule) =>
  isSmallCount(value, rule.threshold) || (value === 0 && rule.zeros === 'hidden');

/** What a count looks like when it is printed: the nearest multiple, halves upwards. */
export const rounded = (value: number, { roundTo }: Pick<DisclosureRule, 'roundTo'>) =>
  Math.round(value / roundTo) * roundTo;

/**
 * Which counts a printed number can stand for. Whoever knows the rule knows that nothing small was printed: a
 * rounded 5 is a 6 or a 7, and a 0 is a 0 where nothing else that is printed rounds to it.
 */
export function meantBy(printed: number, { roundTo, threshold }: DisclosureRule): Range {
  const low = Math.max(0, printed - Math.floor(roundTo / 2));
  const high = printed + Math.ceil(roundTo / 2) - 1;
  if (printed === 0) return { low: 0, high: high > threshold ? high : 0 };
  return { low: Math.max(low, threshold + 1), high: Math.max(high, threshold + 1) };
}
