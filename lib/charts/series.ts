/** Ready-made series for a chart and its table: numbers and words only, no rules. */
export type Point = {
  period: string;
  /** Null is a gap, never nought: `note` says why (c, z, x, k or u). */
  value: number | null;
  note?: string;
  /** Beside the value in the table, such as "240 of 287". */
  detail?: string;
};

/** Whose line it is; `other` is another council, `mean` the mean of several, `part` one of the groups within the own. */
export type SeriesKind = 'own' | 'region' | 'country' | 'other' | 'mean' | 'part';

export type Series = {
  name: string;
  kind: SeriesKind;
  points: readonly Point[];
  /** What stands at the end of its line on a page where names are long; a key beside the chart gives the names. */
  letter?: string;
};

export type Chart = {
  title: string;
  /** What the drawing shows, in a sentence: read out instead of it. */
  description: string;
  /** "%", "score", "rate" or "number". */
  unit: string;
  decimals: number;
  /** Every period on the axis, oldest first. */
  periods: readonly string[];
  series: readonly Series[];
  target?: number;
  /** The ends of a scale that is shared with other drawings, and said beside them; the chart's own where left out. */
  domain?: readonly [from: number, to: number] | undefined;
  /** Periods from which on the definition differs: no line crosses into them. */
  breaksBefore?: readonly string[];
  /** Only where one page shows the same chart twice. */
  id?: string;
};

/** A number that a council could have counted; anything else is a gap. */
export const isFigure = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Math.abs(value) < 1e12;

const formats = new Map<number, Intl.NumberFormat>();

/** 84 of the unit "%" as "84%", 1234 as "1,234". */
export function formatFigure(value: number, { unit, decimals }: { unit: string; decimals: number }): string {
  const digits = Math.min(6, Math.max(0, Math.trunc(decimals) || 0));
  let format = formats.get(digits);
  if (!format) {
    format = new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(digits, format);
  }
  return format.format(value) + (unit === '%' ? '%' : '');
}

const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });

/** The same where there is little room: "1.2M". The table has the exact figure. */
export function shortFigure(value: number, as: { unit: string; decimals: number }, from: number): string {
  return Math.abs(value) >= from ? compact.format(value) + (as.unit === '%' ? '%' : '') : formatFigure(value, as);
}

/** The point of each period in the axis's order, so that a period without one is a gap. */
export function inOrder(series: Series, periods: readonly string[]): (Point | undefined)[] {
  const byPeriod = new Map(series.points.map((point) => [point.period, point]));
  return periods.map((period) => byPeriod.get(period));
}
