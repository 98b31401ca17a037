/** How far chance alone moves a share. Shares here are parts of one: 0.84, not 84. */

type Counts = { numerator: number | null; denominator: number | null };
type Interval = { low: number; high: number };

/** The point of the normal distribution that leaves 2.5 % on either side. */
const z = 1.959963984540054;

function counted({ numerator, denominator }: Counts): { n: number; of: number } | null {
  if (numerator === null || !denominator || numerator < 0 || numerator > denominator) return null;
  return { n: numerator, of: denominator };
}

/**
 * Wilson's 95 % interval of a share, without continuity correction. Sources: E. B. Wilson, JASA 22 (1927) 209–212;
 * method 3 in R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17
 * (1998) 857–872. It stays between 0 and 1 and says something of 0 and of all, where the textbook interval does not.
 * @returns null where there are no counts, or they are no share (more counted than there are)
 */
export function wilson(counts: Counts): Interval | null {
  const known = counted(counts);
  if (!known) return null;
  const { n, of } = known;
  const share = n / of;
  const middle = share + (z * z) / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  // At 0 and at all the edge is exactly that: rounding must not push it beyond.
  return {
    low: n === 0 ? 0 : Math.max(0, (middle - reach) / whole),
    high: n === of ? 1 : Math.min(1, (middle + reach) / whole),
  };
}

/**
 * The 95 % interval of the difference of two independent shares, `latest` less `before`: method 10 in R. G. Newcombe,
 * "Interval estimation for the difference between independent proportions", Statistics in Medicine 17 (1998) 873–890.
 * @returns null where either has no counts, or where both count nobody or both count everybody: nothing varies then
 */
export function differenceInterval(latest: Counts, before: Counts): Interval | null {
  const [now, then, a, b] = [wilson(latest), wilson(before), counted(latest), counted(before)];
  if (!now || !then || !a || !b) return null;
  const [p, q] = [a.n / a.of, b.n / b.of];
  if (p === q && (p === 0 || p === 1)) return null;
  return {
    low: p - q - Math.hypot(p - now.low, then.high - q),
    high: p - q + Math.hypot(now.high - p, q - then.low),
  };
}
