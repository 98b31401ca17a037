import type { ShownBreakdown } from '#lib/breakdowns/rules.ts';
import { chartOf } from '#lib/indicators/charts/rules.ts';
import { type PeriodType, periodWords } from '#lib/indicators/periods/rules.ts';
import type { DefinitionData, Figure } from '#lib/indicators/rules.ts';
import { countWords, meaningWords, verdictWords } from '#lib/indicators/words/rules.ts';
import {
  contentSchema,
  type PublicCouncil,
  type ReleaseContent,
  type ReleasedBreakdown,
  type ReleasedIndicator,
  schemaVersion,
} from '#lib/releases/content.ts';
import { attributed } from '#lib/releases/rules.ts';

/** What a definition needs beside its figures when it is published. */
export type DefinitionSource = {
  indicator: string;
  version: number;
  source: string;
  licence: string;
  address: string;
};

type Parts = {
  council: PublicCouncil;
  release: ReleaseContent['release'];
  /** In the order of the page, as they may be shown. */
  figures: readonly Figure[];
  breakdowns: readonly ShownBreakdown[];
  sources: readonly DefinitionSource[];
};

/**
 * Copies everything in. What comes in is already protected; nothing here decides what may be seen.
 * @throws when what was built does not have the shape that the API promises
 */
export function buildContent({ council, release, figures, breakdowns, sources }: Parts): ReleaseContent {
  const indicators = figures.map((figure) =>
    released(
      figure,
      breakdowns.filter(({ indicator }) => indicator === figure.key),
      sources.filter(({ indicator }) => indicator === figure.key),
    ),
  );
  return contentSchema.parse({ schemaVersion, council, release, indicators });
}

function released(
  figure: Figure,
  breakdowns: readonly ShownBreakdown[],
  sources: readonly DefinitionSource[],
): ReleasedIndicator {
  const { key, title, versions, verdict, definition } = figure;
  return {
    key,
    title,
    definitions: versions.map((version) => described(version, sources)),
    words: {
      value: figure.text,
      of: countWords(figure.latest) ?? '',
      period: figure.period ?? '',
      verdict: verdict === 'none' ? '' : verdictWords[verdict],
      verdictKind: verdict,
      direction: figure.good,
      sentence: figure.sentence,
      judged: judgedOf(figure),
      meaning: meaningWords(definition),
    },
    chart: structuredClone(chartOf(figure)) as ReleasedIndicator['chart'],
    observations: versions
      .flatMap((version) => observations(version))
      .toSorted(
        (a, b) => compare(a.endsOn, b.endsOn) || a.definition - b.definition || compare(a.area.code, b.area.code),
      ),
    breakdowns: breakdowns.map(parts),
  };
}

/**
 * Sentences that are true on the day of the release and stay so: how new the figure is does not. What only tells an
 * officer which figures are still to be brought in is left out.
 */
function judgedOf({ targetVerdict, neighbours, interval, signal }: Figure): string[] {
  const beside = neighbours && neighbours.n > 0 ? neighbours.sentence : '';
  const change = signal.kind === 'tooShort' ? '' : signal.sentence;
  return [targetVerdict.text, beside, interval?.text ?? '', change].filter(Boolean);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function described(
  version: DefinitionData,
  sources: readonly DefinitionSource[],
): ReleasedIndicator['definitions'][number] {
  const found = sources.find((source) => source.version === version.version);
  if (!found) throw new Error(`Version ${version.version} has no source.`);
  const { startsOn, question, cohort, numeratorMeaning, denominatorMeaning, unit, decimals, periodType } = version;
  return {
    version: version.version,
    startsOn,
    question,
    cohort,
    numeratorMeaning,
    denominatorMeaning,
    unit,
    decimals,
    periodType,
    polarity: version.polarity,
    polarityNote: version.polarityNote ?? '',
    breakReason: version.breakReason,
    source: attributed({ name: found.source, licence: found.licence, address: found.address }),
    rule: { threshold: version.rule.threshold, roundTo: version.rule.roundTo },
  };
}

const observations = ({ version, periodType, areas }: DefinitionData) =>
  areas.flatMap(({ code, name, kind, points }) =>
    points.map(({ period, endsOn, value, numerator, denominator, symbol }) => ({
      definition: version,
      area: { code, name, kind },
      period,
      periodName: periodWords(periodType, period),
      endsOn,
      value,
      numerator,
      denominator,
      symbol,
    })),
  );

function parts(breakdown: ShownBreakdown): ReleasedBreakdown {
  const { key, title, rowTitle, rows, columnTitle, columns, isWhole, version, periodType, tables } = breakdown;
  return {
    key,
    title,
    rowTitle,
    rows,
    columnTitle,
    columns,
    isWhole,
    definition: version,
    tables: tables.map((table) => shownTable(table, periodType)),
  };
}

const shownTable = (
  { area: { code, name, kind }, period, endsOn, cells }: ShownBreakdown['tables'][number],
  periodType: PeriodType,
) => ({
  area: { code, name, kind },
  period,
  periodName: periodWords(periodType, period),
  endsOn,
  cells: cells.map(({ row, column, value, numerator, denominator, symbol }) => {
    return { row, column, value, numerator, denominator, symbol };
  }),
});
