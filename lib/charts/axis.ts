import { scaleLinear } from 'd3-scale';

/** The window of the values: from, to, and the ticks in between that get a line and a number. */
export type Axis = { from: number; to: number; ticks: number[]; decimals: number };

/**
 * Counts and rates start at nought. Percentages and scores may start higher, on a round number that the
 * chart names, so that a change of a few points can be seen; small percentages start at nought too. A
 * window is never so narrow that noise looks like news.
 */
export function axisFor(values: readonly number[], unit: string, decimals: number): Axis {
  if (values.length === 0) return nice(0, unit === '%' ? 100 : 1, decimals);
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (unit === '%' && low >= 20) return nice(...widened(low, high, 20, Math.max(100, high)), decimals);
  if (unit === 'score' && low > high / 2) return nice(...widened(low, high, high * 0.3, high * 2), decimals);
  return nice(Math.min(0, low), Math.max(0, high) || (low < 0 ? 0 : 1), decimals);
}

/** A scale whose ends are given: shared by several charts. */
export function axisOver([from, to]: readonly [number, number], decimals: number): Axis {
  const axis = nice(from, to, decimals);
  return { ...axis, from, to, ticks: axis.ticks.filter((tick) => tick >= from && tick <= to) };
}

/** At least `span` wide around the values, and never above `ceiling` or below nought. */
function widened(low: number, high: number, span: number, ceiling: number): [number, number] {
  const to = Math.min(ceiling, high + Math.max(0, span - (high - low)) / 2);
  return [Math.max(0, Math.min(low, to - span)), to];
}

function nice(low: number, high: number, decimals: number): Axis {
  const scale = scaleLinear()
    .domain([low, high - low < 1e-6 ? low + 1 : high])
    .nice(3);
  const [from = low, to = high] = scale.domain();
  const ticks = scale.ticks(3).filter((tick) => decimals > 0 || Number.isInteger(tick));
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return { from, to, ticks, decimals: Math.max(0, Math.ceil(-Math.log10(step) - 1e-6)) };
}
