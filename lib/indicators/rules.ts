import { type DisclosureRule, isCountUnit, printedRule } from '#lib/disclosure/rules.ts';
import { discloseSeries } from '#lib/disclosure/series.ts';
import { formatDate } from '#lib/format.ts';
import { freshness } from '#lib/indicators/freshness/rules.ts';
import { ageWords, type PeriodType, periodWords, yearBefore } from '#lib/indicators/periods/rules.ts';
import {
  isWorseThan,
  judgedPolarity,
  type Point,
  type Polarity,
  type Verdict,
  verdict,
} from '#lib/indicators/verdicts/rules.ts';
import type { Target } from '#lib/indicators/verdicts/targets.ts';
import { directionWords, intervalSaid, signalSaid, targetVerdict } from '#lib/indicators/words/judging.ts';
import {
  chanceWords,
  comparisonWords,
  direction,
  missingWords,
  pointWords,
  valueWords,
} from '#lib/indicators/words/rules.ts';
import { besideNeighbours, type Peers } from '#lib/neighbours/rules.ts';

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
  /** True for quarters that count from 1 April: each holds the ones before it in its year. */
  isYearToDate: boolean;
  /** Months after the end of a period by which its value is expected; null where nobody has said. */
  expectedAfterMonths: number | null;
  /** A smaller group gets no verdict. */
  minimumGroup: number;
  baselinePeriod: string | null;
  baselineValue: number | null;
  /** Why this version counts in another way than the one before; empty for the first. */
  breakReason: string;
  /** As stored; verdicts follow `judgedPolarity`. */
  polarity: Polarity;
  polarityNote: string | null;
  polarityConfirmedBy: string | null;
  /** Those that were set by the day asked about, in the order in which they are due. */
  targets: Target[];
  areas: Area[];
};

/** Versions newest first: a new version is a break in the series and is never compared across. */
export type IndicatorData = {
  key: string;
  title: string;
  commitments: string[];
  /** Who sees to it that each value comes. */
  owner: string | null;
  versions: DefinitionData[];
  /** Where the council stands among others in the newest version; null where that was not asked for. */
  peers: Peers | null;
};

export type Comparator = { name: string; kind: AreaKind; value: number; text: string };

/** The rule of the source protects councils; what a region or a country prints is rounded already. */
export const ruleFor = (kind: AreaKind, rule: DisclosureRule) => (kind === 'council' ? rule : printedRule(rule));

/** The same indicator with every value as the rule of its source lets it be shown. */
export function discloseIndicator(indicator: IndicatorData): IndicatorData {
  const versions = indicator.versions.map((version) => ({
    ...version,
    areas: version.areas.map((area) => ({
      ...area,
      points: discloseSeries(area.points, version.unit, ruleFor(area.kind, version.rule), version.isYearToDate),
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
  const { unit, decimals, periodType, minimumGroup, targets } = definition;
  const polarity = judgedPolarity(definition);
  const own = definition.areas.find((area) => area.kind === 'council')?.points ?? [];
  const latest = own.at(-1) ?? null;
  const before = latest && yearBefore(periodType, own, latest);
  const said = verdict(polarity, latest, before, minimumGroup);
  const text = (value: number) => valueWords(value, unit, decimals);
  // Counts are not held against others, who differ in size: a council has fewer children than England.
  const isCount = isCountUnit(unit);
  const comparators = latest && !isCount ? comparatorsOf(definition, latest.period, text) : [];
  const value = latest?.value ?? null;
  const isWorse = value === null ? [] : comparators.map((other) => isWorseThan(polarity, value, other.value));
  const isBetter = value === null ? [] : comparators.map((other) => isWorseThan(polarity, other.value, value));
  return {
    ...indicator,
    definition,
    latest,
    before,
    verdict: said,
    /** What verdicts follow: none where up is neither good nor bad, or nobody has confirmed it. */
    polarity,
    good: directionWords(definition),
    targets,
    targetVerdict: targetVerdict(
      targets,
      latest,
      { unit, decimals, polarity, minimumGroup, isNeutral: definition.polarity === 'none' },
      (iso) => formatDate(new Date(iso)),
    ),
    comparators,
    neighbours: besideNeighbours(isCount ? null : indicator.peers, { polarity, value, text }),
    interval: intervalSaid(latest, definition),
    signal: signalSaid(comparable(definition, own), definition),
    freshness: freshness(
      {
        periodType,
        expectedAfterMonths: definition.expectedAfterMonths,
        newest: newestOf(indicator),
        owner: indicator.owner,
      },
      today,
    ),
    text: latest ? pointWords(latest, unit, decimals) : 'No figure yet',
    beforeText: before ? pointWords(before, unit, decimals) : null,
    period: latest ? periodWords(periodType, latest.period) : null,
    beforePeriod: before ? periodWords(periodType, before.period) : null,
    age: latest && ageWords(latest.endsOn, today),
    sentence: sentence(definition, earlier, { latest, before, comparators, own, said }),
    isWorseThanAll: isWorse.length > 0 && isWorse.every(Boolean),
    isBetterThanAll: isBetter.length > 0 && isBetter.every(Boolean),
  };
}

export type Figure = NonNullable<ReturnType<typeof readFigure>>;

/** The newest period of the council in any version: a definition that is new has not lost what came before it. */
function newestOf({ versions }: IndicatorData): Point | null {
  const own = versions.flatMap(({ areas }) => areas.flatMap(({ kind, points }) => (kind === 'council' ? points : [])));
  return own.toSorted((a, b) => a.endsOn.localeCompare(b.endsOn)).at(-1) ?? null;
}

/** The values that a control chart may hold together: of quarters that count from 1 April only those of one name. */
function comparable({ isYearToDate }: DefinitionData, own: readonly Point[]): number[] {
  const quarter = isYearToDate ? own.at(-1)?.period.slice(-2) : undefined;
  return own.flatMap(({ period, value }) =>
    value === null || (quarter !== undefined && !period.endsWith(quarter)) ? [] : [value],
  );
}

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

type Found = { latest: Point | null; before: Point | null; comparators: Comparator[]; own: Point[]; said: Verdict };

/** One to four short sentences. "Up" and "Down" are the direction of the number; good and bad are the verdict's. */
function sentence(definition: DefinitionData, earlier: DefinitionData | undefined, found: Found): string {
  const { latest, before, comparators, own, said } = found;
  const { unit, decimals, periodType } = definition;
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
  const chance = before ? chanceWords(said, latest, before) : '';
  return [change, place, chance].filter(Boolean).join(' ');
}

const others = (comparators: Comparator[]) =>
  comparators.length === 0 ? '' : ` ${comparators.map((other) => `${other.name}: ${other.text}`).join('. ')}.`;
