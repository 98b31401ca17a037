import { type Disclosed, disclose } from '#lib/disclosure/rules.ts';
import type { MissingSymbol, Polarity } from '#lib/indicators/verdicts/rules.ts';
import { direction, missingWords, numberText } from '#lib/indicators/words/rules.ts';

/** A number that the strategy itself prints, with what it prints beside it. */
export type StatisticData = {
  measure: string;
  value: number | null;
  symbol: MissingSymbol | null;
  unit: string;
  kind: 'survey' | 'context' | 'outcome';
  period: string;
  cohort: string | null;
  numerator: number | null;
  denominator: number | null;
  polarity: Polarity;
  note: string | null;
  comparators: {
    kind: 'ownPreviousYear' | 'southEast' | 'england';
    value: number;
    unit: string;
    period: string;
  }[];
};

type Kept = 'measure' | 'kind' | 'period' | 'cohort' | 'note' | 'polarity';

/** As it may be shown: the number, its counts and its comparators as words, or the fact that they are hidden. */
export type PrintedStatistic = Pick<StatisticData, Kept> & {
  figure: Disclosed<{ text: string; counted: string | null; compared: string }>;
};

/** @param threshold the council's rule disclosureThreshold */
export function readStatistic(row: StatisticData, threshold: number): PrintedStatistic {
  const { measure, kind, period, cohort, note, polarity } = row;
  return { measure, kind, period, cohort, note, polarity, figure: shown(row, threshold) };
}

function shown(row: StatisticData, threshold: number): PrintedStatistic['figure'] {
  const { value, symbol, numerator, denominator } = row;
  if (value === null) {
    if (symbol === null || symbol === 'c') return { suppressed: true };
    return { shown: { text: missingWords[symbol], counted: null, compared: '' } };
  }
  const disclosed = disclose({ value, unit: row.unit, numerator, denominator }, threshold);
  if ('suppressed' in disclosed) return disclosed;
  const beside = row.comparators.filter(
    (other) =>
      'shown' in disclose({ value: other.value, unit: other.unit, numerator: null, denominator: null }, threshold),
  );
  return {
    shown: {
      text: withUnit(value, row.unit),
      counted:
        numerator === null || denominator === null ? null : `${numberText(numerator)} of ${numberText(denominator)}`,
      compared: beside.map((other) => compared(value, other)).join(' '),
    },
  };
}

/** 84%, 23.5%, 386 children: as many decimals as the document prints. */
const withUnit = (value: number, unit: string) =>
  unit === '%' ? `${numberText(value)}%` : `${numberText(value)} ${unit}`;

/** "Up from 80% (Survey of 2022)." for the council's own; "England: 78% (2021/22)." for others. */
function compared(value: number, other: StatisticData['comparators'][number]): string {
  const text = withUnit(other.value, other.unit);
  if (other.kind !== 'ownPreviousYear')
    return `${other.kind === 'england' ? 'England' : 'South East'}: ${text} (${other.period}).`;
  return `${direction(other.value, value)} from ${text} (${other.period}).`;
}
