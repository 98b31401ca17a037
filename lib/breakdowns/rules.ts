import type { PeriodType } from '#lib/indicators/periods/rules.ts';
import type { AreaKind } from '#lib/indicators/rules.ts';
import type { MissingSymbol } from '#lib/indicators/verdicts/rules.ts';

/** A value of a part as it may be shown. Exactly one of value and symbol stands. */
export type ShownCell = {
  /** One of the breakdown's rows, or "" for all of them. */
  row: string;
  /** One of its columns, or "" for all of them. */
  column: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  symbol: MissingSymbol | null;
};

/** One area in one period; the whole stands among the cells as row "" and column "". */
export type ShownTable = {
  area: { code: string; name: string; kind: AreaKind };
  period: string;
  endsOn: string;
  cells: ShownCell[];
};

/** An indicator's figures by one characteristic or two, newest period first. */
export type ShownBreakdown = {
  key: string;
  /** The key of its indicator. */
  indicator: string;
  title: string;
  rowTitle: string;
  rows: string[];
  columnTitle: string;
  columns: string[];
  /** True where the parts add up to the whole. */
  isWhole: boolean;
  /** Of the definition. */
  version: number;
  unit: string;
  decimals: number;
  periodType: PeriodType;
  tables: ShownTable[];
};
