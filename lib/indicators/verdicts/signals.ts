/** Whether the latest value of a series says that something changed, or is how the series varies anyway. */

type SignalKind = 'outside' | 'run' | 'trend' | 'none' | 'tooShort';

export type Found = {
  kind: SignalKind;
  /** Which way: above or below the mean, rising or falling; null for none and tooShort. */
  way: 'up' | 'down' | null;
  /** How many values were looked at. */
  points: number;
  mean: number;
  /** The natural process limits; null when the series is too short for them. */
  limits: { low: number; high: number } | null;
};

/** A shorter series has no limits worth the name, and no row of eight. */
export const minimumPoints = 8;
/** So many values in a row on one side of the mean. */
export const runLength = 8;
/** So many values in a row, each above (or each below) the one before it. */
export const trendLength = 6;
/** 3 divided by 1.128, the bias correction for ranges of two values, as the sources round it. */
const scale = 2.66;

/**
 * The XmR (individuals) chart: limits are the mean ± 2.66 times the mean moving range. A signal counts only where the
 * latest value is part of it, because the question is whether something has changed now; the strongest is told.
 *
 * Sources: D. J. Wheeler, Understanding Variation (limits; a value outside; eight in a row on one side of the mean);
 * L. S. Nelson, Journal of Quality Technology 16 (1984) 237–239 (six in a row rising or falling); NIST/SEMATECH
 * e-Handbook of Statistical Methods, 6.3.2.2 (limits and a worked example).
 * @param values those of one definition version, oldest first; periods without a value are left out by the caller
 */
export function xmr(values: readonly number[]): Found {
  const points = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / (points || 1);
  if (points < minimumPoints) return { kind: 'tooShort', way: null, points, mean, limits: null };
  const steps = values.slice(1).map((value, at) => value - (values[at] ?? value));
  const range = steps.reduce((sum, step) => sum + Math.abs(step), 0) / steps.length;
  const limits = { low: mean - scale * range, high: mean + scale * range };
  const found = { points, mean, limits };
  const latest = values.at(-1) ?? mean;
  if (latest > limits.high) return { ...found, kind: 'outside', way: 'up' };
  if (latest < limits.low) return { ...found, kind: 'outside', way: 'down' };
  const run = sameSign(values.slice(-runLength).map((value) => value - mean));
  if (run) return { ...found, kind: 'run', way: run };
  const trend = sameSign(steps.slice(1 - trendLength));
  return trend ? { ...found, kind: 'trend', way: trend } : { ...found, kind: 'none', way: null };
}

function sameSign(values: readonly number[]): 'up' | 'down' | null {
  if (values.every((value) => value > 0)) return 'up';
  return values.every((value) => value < 0) ? 'down' : null;
}
