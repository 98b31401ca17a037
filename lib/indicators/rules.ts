import { type DisclosureRule, discloseObservation, printedRule } from '#lib/disclosure/rules.ts';
import { ageWords, type PeriodType, periodWords, yearBefore } from '#lib/indicators/periods/rules.ts';
import { isWorseThan, type Point, type Polarity, verdict } from '#lib/indicators/verdicts/rules.ts';
import {
  chanceWords,
  comparisonWords,
  direction,
  missingWords,
  pointWords,
  valueWords,
} from '#lib/indicators/words/rules.ts';

/** How one indicator reads: everything a page says of it, from its stored values. */

export type AreaKind = 'council' | 'region' | 'country';
export type Area = { code: string; name: string; kind: AreaKind; points: Point[] };

/** One version of what an indicator means, with the values counted that way, oldest first. */
export type DefinitionData = {
  version: number;
  startsOn: string;
  question: string;
  unit: string;
  decimals: number;
  cohort: string;
  numeratorMeaning: string | null;
  denominatorMeaning: string | null;
  source: string;
  /** How the small numbers of its source are hidden. */
  rule: DisclosureRule;
  periodType: PeriodType;
  polarity: Polarity;
  polarityNote: string | null;
  polarityConfirmedBy: string | null;
  areas: Area[];
};

/** Versions newest first: a new version is a break in the series and is never compared across. */
export type IndicatorData = { key: string; title: string; commitments: string[]; versions: DefinitionData[] };

export type Comparator = { name: string; kind: AreaKind; value: number; text: string };

/** The rule of the source protects councils; what a region or a country prints is rounded already. */
export const ruleFor = (kind: AreaKind, rule: DisclosureRule) => (kind === 'council' ? rule : printedRule(rule));

/** The same indicator with every value as the rule of its source lets it be shown. */
export function discloseIndicator(indicator: IndicatorData): IndicatorData {
  const versions = indicator.versions.map((version) => ({
    ...version,
    areas: version.areas.map((area) => ({
      ...area,
      points: area.points.map((point) => discloseObservation(point, version.unit, ruleFor(area.kind, version.rule))),
    })),
  }));
  return { ...indicator, versions };
}

/**
 * The latest value of the council, against a year ago and against the other areas in the same period.
 * @param today 2026-11-21, London
 * @returns null when the indicator has no definition yet
 */
export function readFigure(indicator: IndicatorData, today: string) {
  const [definition, earlier] = indicator.versions;
  if (!definition) return null;
  const { unit, decimals, periodType, polarity } = definition;
  const own = definition.areas.find((area) => area.kind === 'council')?.points ?? [];
  const latest = own.at(-1) ?? null;
  const before = latest && yearBefore(periodType, own, latest);
  const said = verdict(polarity, latest, before);
  const text = (value: number) => valueWords(value, unit, decimals);
  const comparators = latest ? comparatorsOf(definition, latest.period, text) : [];
  const value = latest?.value ?? null;
  const isWorse = value === null ? [] : comparators.map((other) => isWorseThan(polarity, value, other.value));
  const isBetter = value === null ? [] : comparators.map((other) => isWorseThan(polarity, other.value, value));
  return {
    ...indicator,
    definition,
    latest,
    before,
    verdict: said,
    comparators,
    text: latest ? pointWords(latest, unit, decimals) : 'No figure yet',
    beforeText: before ? pointWords(before, unit, decimals) : null,
    period: latest ? periodWords(periodType, latest.period) : null,
    beforePeriod: before ? periodWords(periodType, before.period) : null,
    age: latest && ageWords(latest.endsOn, today),
    sentence: sentence(definition, earlier, { latest, before, comparators, own }),
    isWorseThanAll: isWorse.length > 0 && isWorse.every(Boolean),
    isBetterThanAll: isBetter.length > 0 && isBetter.every(Boolean),
  };
}

export type Figure = NonNullable<ReturnType<typeof readFigure>>;

/** Country first: England is what people ask for. Areas without a value in the period are left out. */
function comparatorsOf(definition: DefinitionData, period: string, text: (value: number) => string): Comparator[] {
  const order: readonly AreaKind[] = ['country', 'region'];
  return order.flatMap((kind) =>
    definition.areas.flatMap((area) => {
      const value = area.kind === kind ? (area.points.find((point) => point.period === period)?.value ?? null) : null;
      return value === null ? [] : [{ name: area.name, kind, value, text: text(value) }];
    }),
  );
}

type Found = { latest: Point | null; before: Point | null; comparators: Comparator[]; own: Point[] };

/** One to four short sentences. "Up" and "Down" are the direction of the number; good and bad are the verdict's. */
function sentence(definition: DefinitionData, earlier: DefinitionData | undefined, found: Found): string {
  const { latest, before, comparators, own } = found;
  const { unit, decimals, periodType, polarity } = definition;
  const text = (value: number) => valueWords(value, unit, decimals);
  if (!latest) return 'No value is recorded for the council yet.';
  if (latest.value === null) {
    const shown = own.findLast((point) => point.value !== null);
    const last = shown
      ? ` The last one shown was ${pointWords(shown, unit, decimals)}, ${periodWords(periodType, shown.period)}.`
      : '';
    return `The figure is ${missingWords[latest.symbol ?? 'x']}.${last}${others(comparators)}`;
  }
  const change = !before
    ? earlier
      ? 'It was counted in another way a year before, so the two are not compared.'
      : 'There is no figure of a year before.'
    : before.value === null
      ? `The figure of a year ago is ${missingWords[before.symbol ?? 'x']}.`
      : before.value === latest.value
        ? `Unchanged from ${text(before.value)} a year ago.`
        : `${direction(before.value, latest.value)} from ${text(before.value)} a year ago.`;
  const place = comparisonWords(latest.value, comparators, text);
  const chance = before ? chanceWords(verdict(polarity, latest, before), latest, before) : '';
  return [change, place, chance].filter(Boolean).join(' ');
}

const others = (comparators: Comparator[]) =>
  comparators.length === 0 ? '' : ` ${comparators.map((other) => `${other.name}: ${other.text}`).join('. ')}.`;
