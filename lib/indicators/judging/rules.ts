import { isCountUnit } from '#lib/disclosure/rules.ts';
import { formatDate } from '#lib/format.ts';
import type { Decision } from '#lib/indicators/judging/queries.ts';
import { smallNumbers } from '#lib/indicators/judging/small-numbers.ts';
import { periodWords } from '#lib/indicators/periods/rules.ts';
import type { Figure } from '#lib/indicators/rules.ts';
import { differenceInterval } from '#lib/indicators/verdicts/intervals.ts';
import { mayBeChance, minimumCounted, type Point, tooFewMeans } from '#lib/indicators/verdicts/rules.ts';
import { minimumPoints, runLength, trendLength } from '#lib/indicators/verdicts/signals.ts';
import { distanceWords } from '#lib/indicators/words/judging.ts';
import { countWords, pointWords, valueWords, verdictWords } from '#lib/indicators/words/rules.ts';
import { enoughForQuartiles, ordinal } from '#lib/neighbours/rules.ts';

/** One thing that is judged of a figure: what comes of it, and by which rule with which numbers. */
export type Section = { id: string; title: string; outcome: string; facts: (readonly [name: string, text: string])[] };

const dayWords = (iso: string) => formatDate(new Date(iso));

/** The rules behind a figure in words, with the numbers of this figure put in and the people who set them. */
export function judgement(figure: Figure, decided: Decision | null): Section[] {
  return [
    targetSection(figure),
    yearSection(figure),
    othersSection(figure),
    noiseSection(figure),
    ...(decided ? [smallNumbers(decided)] : []),
    {
      id: 'next',
      title: 'Is it as new as it can be?',
      outcome: figure.freshness.sentence,
      facts: [['Owner', figure.owner ?? 'Nobody yet']],
    },
  ];
}

const text =
  ({ definition: { unit, decimals } }: Figure) =>
  (value: number) =>
    valueWords(value, unit, decimals);

const groupRule = ({ definition: { minimumGroup } }: Figure) =>
  `No verdict on a group of fewer than ${minimumGroup} children.`;

/** The note of an indicator often begins with the direction: it is not said twice. */
function directionFact({ good, definition: { polarityConfirmedBy, polarityNote } }: Figure) {
  const note = polarityNote?.startsWith(good) ? polarityNote : `${good}. ${polarityNote ?? ''}`.trim();
  return ['Which way is good', polarityConfirmedBy ? `${note} Confirmed by ${polarityConfirmedBy}.` : note] as const;
}

function targetSection(figure: Figure): Section {
  const { targetVerdict: said, targets, polarity } = figure;
  const words = text(figure);
  const { target } = said;
  const section = { id: 'target', title: 'Against the target' };
  if (!target) return { ...section, outcome: 'No target is set.', facts: [] };
  const { value, tolerance } = target;
  const [side, edge] = polarity === 'low' ? ['or less', value + tolerance] : ['or more', value - tolerance];
  const rule = `Met at ${words(value)} ${side}${tolerance > 0 ? `, within tolerance at ${words(edge)} ${side}` : ''}, else missed. A figure from before its day can meet a target, but not miss it.`;
  const others = targets.filter((one) => one !== target);
  return {
    ...section,
    outcome: said.text,
    facts: [
      ['Rule', polarity === 'none' ? 'No verdict without a direction.' : `${rule} ${groupRule(figure)}`],
      ['Target', `${words(value)} by ${dayWords(target.dueOn)}`],
      ['Tolerance', tolerance === 0 ? 'None' : distanceWords(tolerance, figure.definition)],
      ['Set by', `${target.setBy}, ${dayWords(target.setOn)}`],
      ['Why', target.reason || 'Nobody wrote it down.'],
      ['Where the strategy began', baselineWords(figure)],
      [
        'Other targets',
        others.map((one) => `${words(one.value)} by ${dayWords(one.dueOn)} (${one.setBy})`).join('; ') || 'None',
      ],
    ],
  };
}

/** The value of the period that the strategy starts from; empty where nobody has said which it is. */
function baselineWords({ definition }: Figure): string {
  const { baselinePeriod: period, baselineValue, areas, periodType, unit, decimals } = definition;
  if (period === null) return '';
  const own = areas.find(({ kind }) => kind === 'council')?.points.find((point) => point.period === period);
  const point = own ?? (baselineValue === null ? null : { value: baselineValue, symbol: null });
  return point
    ? `${pointWords(point, unit, decimals)}, ${periodWords(periodType, period)}`
    : periodWords(periodType, period);
}

function yearSection(figure: Figure): Section {
  const { verdict, latest, before, definition, polarity } = figure;
  const said = (point: Point | null, period: string | null) =>
    point && period
      ? `${pointWords(point, definition.unit, definition.decimals)}${countWords(point) ? ` (${countWords(point)})` : ''}, ${period}`
      : 'No figure';
  const difference = latest && before && definition.unit === '%' ? differenceInterval(latest, before) : null;
  const points = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(1)}`;
  return {
    id: 'year',
    title: 'Against a year ago',
    outcome:
      verdict === 'none'
        ? `No verdict: ${noneBecause(figure)}.`
        : verdict === 'tooFewToJudge'
          ? `Too few to judge: ${tooFewMeans(definition.minimumGroup)}`
          : `${verdictWords[verdict]}.`,
    facts: [
      ['Latest', said(latest, figure.period)],
      ['A year before', said(before, figure.beforePeriod)],
      [
        'Rule',
        polarity === 'none'
          ? 'Better or worse is said only where a person has confirmed which way is good.'
          : `${polarity === 'high' ? 'Higher' : 'Lower'} than a year before is better, by the published values. ${groupRule(figure)} Nor where fewer than ${minimumCounted} are on one side of the count.`,
      ],
      directionFact(figure),
      [
        'Chance',
        difference && latest && before
          ? `The true difference is likely between ${points(difference.low)} and ${points(difference.high)} percentage points${mayBeChance(latest, before) ? '. Nought is among them, so it can be chance' : '. Nought is not among them, so chance alone is unlikely'} (95 % interval, Newcombe’s method 10).`
          : 'Not known: it needs the counts behind both shares.',
      ],
    ],
  };
}

function noneBecause({ latest, before, definition }: Figure): string {
  if (latest === null || latest.value === null) return 'there is no latest value';
  if (definition.polarity === 'none') return 'neither up nor down is good in itself';
  if (definition.polarityConfirmedBy === null) return 'nobody has confirmed which way is good';
  return before === null ? 'there is no figure of a year before' : 'there is no value of a year before';
}

function othersSection(figure: Figure): Section {
  const { comparators, neighbours, definition } = figure;
  const beside = comparators.map(({ name, text: value }) => `${name}: ${value}`).join('; ');
  const facts: (readonly [string, string])[] = [
    [
      'Country and region',
      beside ? `${beside}. As they were published, rounding included.` : 'No figure of the same period',
    ],
  ];
  if (neighbours) {
    const { setName, setStartsOn, meanText, n, of, rank, outOf, councils, quartile } = neighbours;
    facts.push(
      ['Set', `${setName}, in use since ${dayWords(setStartsOn)}`],
      [
        'Mean',
        n === 0
          ? `Not known: none of ${of} has a figure here.`
          : `${meanText}: ${n} of ${of} have a figure. Each counts the same; what is missing is left out.`,
      ],
      ['Place', rank === null ? 'None' : `${ordinal(rank)} of ${outOf}, the neighbours with a figure and us`],
      [
        'All councils',
        councils
          ? `${ordinal(councils.rank)} of ${councils.outOf} with a figure`
          : 'No figures of other councils are held',
      ],
      [
        'Quarter',
        quartile
          ? `${quartile}: A is the best quarter, D the worst`
          : `None: it needs a direction and figures of at least ${enoughForQuartiles} councils`,
      ],
    );
  }
  return {
    id: 'others',
    title: 'Against others',
    outcome: isCountUnit(definition.unit)
      ? 'Counts are not held against others: councils differ in size.'
      : (neighbours?.sentence ?? 'No set of neighbours is chosen.'),
    facts,
  };
}

function noiseSection(figure: Figure): Section {
  const { interval, signal } = figure;
  const words = text(figure);
  return {
    id: 'noise',
    title: 'Change or noise?',
    outcome: [signal.sentence, interval?.text].filter(Boolean).join(' '),
    facts: [
      [
        'Rule of the series',
        `From ${minimumPoints} values of one definition on: something has changed when the latest value lies outside the limits, when ${runLength} in a row lie on one side of the average, or when ${trendLength} in a row rise or fall (XmR chart).`,
      ],
      [
        'Limits',
        signal.limits
          ? `The average of ${signal.points} values is ${words(signal.mean)}; 2.66 times their average step on either side gives ${words(signal.limits.low)} to ${words(signal.limits.high)}.`
          : '',
      ],
      [
        'Rule of the share',
        interval ? 'Wilson’s 95 % interval from the count and the group.' : 'None: it needs a share with its counts.',
      ],
    ],
  };
}
