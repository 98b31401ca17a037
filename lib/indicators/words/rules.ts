import { formatFigure } from '#lib/charts/series.ts';
import type { MissingSymbol, Point, Polarity, Verdict } from '#lib/indicators/verdicts/rules.ts';
import { mayBeChance } from '#lib/indicators/verdicts/rules.ts';

/** Figures in words: a chart is words first. */

/** 84%, 93, 14.7. A rate stands alone: its title says "for every 10,000". */
export const valueWords = (value: number, unit: string, decimals: number) => formatFigure(value, { unit, decimals });

/** A number at as many decimals as it has, at most two: 386, 23.5, 53,630. */
export const numberText = (value: number) =>
  formatFigure(value, {
    unit: 'number',
    decimals: [0, 1, 2].find((places) => Number(value.toFixed(places)) === value) ?? 2,
  });

/** Why there is no number. Conventions B2. */
export const missingWords: Record<MissingSymbol, string> = {
  c: 'hidden, so that no child can be identified',
  z: 'not applicable',
  x: 'not available',
  k: 'rounds to 0, but is not 0',
  u: 'too unreliable to show',
};

/** A point in a cell: its value, or its symbol in square brackets, never an empty cell or a zero. */
export const pointWords = (point: Pick<Point, 'value' | 'symbol'>, unit: string, decimals: number) =>
  point.value === null ? `[${point.symbol ?? 'x'}]` : valueWords(point.value, unit, decimals);

export const goodWords: Record<Polarity, string> = {
  high: 'Higher is better',
  low: 'Lower is better',
  none: 'Neither up nor down is good in itself',
};

export const verdictWords: Record<Exclude<Verdict, 'none'>, string> = {
  better: 'Better than a year ago',
  worse: 'Worse than a year ago',
  held: 'Same as a year ago',
  tooFewToJudge: 'Too few to judge',
};

/** "Up", "Down" or "Unchanged": the direction alone, without good or bad. */
export const direction = (from: number, to: number) => (to > from ? 'Up' : to < from ? 'Down' : 'Unchanged');

/** "the South East", but "England" and "London": names that begin with a point of the compass take an article. */
export const areaWords = (name: string) => (/^(North|South|East|West)\b/.test(name) ? `the ${name}` : name);

type Compared = { name: string; value: number };

/** "Below England (90%) and the South East (87%)." Direction only; empty when there is nobody to compare with. */
export function comparisonWords(own: number, others: readonly Compared[], words: (value: number) => string): string {
  const said = [
    ['below', others.filter((other) => own < other.value)] as const,
    ['the same as', others.filter((other) => own === other.value)] as const,
    ['above', others.filter((other) => own > other.value)] as const,
  ]
    .filter(([, areas]) => areas.length > 0)
    .map(
      ([place, areas]) =>
        `${place} ${areas.map((area) => `${areaWords(area.name)} (${words(area.value)})`).join(' and ')}`,
    )
    .join(', ');
  return said && `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** What to make of the change, where counts allow a test. Only a change that is called better or worse needs it. */
export function chanceWords(said: Verdict, latest: Point, before: Point): string {
  if (said === 'tooFewToJudge') return 'The numbers are small: a few children change this figure.';
  if (said !== 'better' && said !== 'worse') return '';
  const chance = mayBeChance(latest, before);
  if (chance === null) return 'The source gives no count of children behind it.';
  return chance ? 'A change of this size can be chance.' : 'A change this large is unlikely to be chance.';
}

type Meaning = { cohort: string; numeratorMeaning: string | null; denominatorMeaning: string | null };

export const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What is counted, out of whom: "Children who saw a dentist, of children in care at 31 March." */
export const meaningWords = ({ cohort, numeratorMeaning, denominatorMeaning }: Meaning) =>
  numeratorMeaning && denominatorMeaning
    ? `${numeratorMeaning}, of ${small(denominatorMeaning)}.`
    : `${sentenceCase(cohort)}.`;

/** "240 of 287"; null where the source gives no counts or they are hidden. */
export const countWords = (point: Pick<Point, 'numerator' | 'denominator'> | null) =>
  point && point.numerator !== null && point.denominator !== null
    ? `${numberText(point.numerator)} of ${numberText(point.denominator)}`
    : null;
