import { type Freshness, isLate } from '#lib/indicators/freshness/rules.ts';
import { wilson } from '#lib/indicators/verdicts/intervals.ts';
import type { Point, Polarity } from '#lib/indicators/verdicts/rules.ts';
import { type Found, minimumPoints, runLength, trendLength, xmr } from '#lib/indicators/verdicts/signals.ts';
import {
  againstTarget,
  type NoVerdict,
  shortOf,
  type Target,
  type TargetState,
} from '#lib/indicators/verdicts/targets.ts';
import { goodWords, valueWords } from '#lib/indicators/words/rules.ts';

/** What is judged of a figure, each in one plain sentence. */

export type Measured = { unit: string; decimals: number };

/** A difference between two values: "6 percentage points", "1.2". */
export const distanceWords = (value: number, { unit, decimals }: Measured) =>
  unit === '%'
    ? `${valueWords(value, '', decimals)} percentage ${value === 1 ? 'point' : 'points'}`
    : valueWords(value, unit, decimals);

/** Which way is good, or that nobody has confirmed it. */
export const directionWords = (direction: { polarity: Polarity; polarityConfirmedBy: string | null }) =>
  direction.polarity !== 'none' && direction.polarityConfirmedBy === null
    ? 'Which way is good is not confirmed yet'
    : goodWords[direction.polarity];

const notJudged: Record<NoVerdict, string> = {
  noTarget: 'there is no target',
  noValue: 'there is no value to hold against it',
  noDirection: 'nobody has confirmed which way is good',
  smallGroup: 'the group is too small to judge',
  notDue: 'the latest figure is from before then',
};

export const targetTags: Record<Exclude<TargetState, 'none'>, string> = {
  met: 'Target met',
  withinTolerance: 'Within tolerance of the target',
  missed: 'Target missed',
};

export type TargetVerdict = { state: TargetState; text: string; target: Target | null };

/** The verdict against the target that applies to the latest period; no text where there is no target. */
export function targetVerdict(
  targets: readonly Target[],
  latest: Point | null,
  as: Measured & { polarity: Polarity; minimumGroup: number; isNeutral: boolean },
  dayWords: (iso: string) => string,
): TargetVerdict {
  const { state, target, because } = againstTarget(targets, as.polarity, latest, as.minimumGroup);
  if (!target) return { state, text: '', target };
  const aim = `${valueWords(target.value, as.unit, as.decimals)} by ${dayWords(target.dueOn)}`;
  const allowed = target.tolerance === 0 ? 'no tolerance' : `tolerance ${distanceWords(target.tolerance, as)}`;
  if (because !== null) {
    const why = because === 'noDirection' && as.isNeutral ? 'neither up nor down is good' : notJudged[because];
    return { state, text: `Target of ${aim}: ${why}.`, target };
  }
  const short = shortOf(target, as.polarity, latest?.value ?? 0);
  const text =
    state === 'met'
      ? `Target met: ${aim}.`
      : state === 'withinTolerance'
        ? `Target of ${aim}: ${distanceWords(short, as)} short, within the tolerance.`
        : `Target of ${aim} missed by ${distanceWords(short, as)} (${allowed}).`;
  return { state, text, target };
}

export type IntervalSaid = { low: number; high: number; text: string };

/** How far chance alone could move the latest share, in per cent; null where it is no share with counts. */
export function intervalSaid(latest: Point | null, { unit, decimals }: Measured): IntervalSaid | null {
  const found = unit === '%' && latest?.value != null ? wilson(latest) : null;
  if (!found) return null;
  const [low, high] = [found.low * 100, found.high * 100];
  const words = (value: number) => valueWords(value, unit, decimals);
  return {
    low,
    high,
    text: `Chance alone could put a figure like this anywhere from ${words(low)} to ${words(high)}.`,
  };
}

export type SignalSaid = Omit<Found, 'way'> & { sentence: string };

/** Whether the latest value is a change or how this series varies anyway. */
export function signalSaid(values: readonly number[], { unit, decimals }: Measured): SignalSaid {
  const { way, ...found } = xmr(values);
  const { kind, points, mean, limits } = found;
  const words = (value: number) => valueWords(value, unit, decimals);
  if (!limits) {
    const held = points === 1 ? '1 value is' : `${points} values are`;
    return { ...found, sentence: `${held} too few to tell a change from noise: ${minimumPoints} are needed.` };
  }
  const low = Math.max(0, limits.low);
  const high = unit === '%' ? Math.min(100, limits.high) : limits.high;
  const usual = `from ${words(low)} to ${words(high)}`;
  const sentences: Record<Exclude<Found['kind'], 'tooShort'>, string> = {
    outside: `Something has changed: the latest value is ${way === 'up' ? 'above' : 'below'} what is usual here, ${usual}.`,
    run: `Something has changed: the last ${runLength} values are all ${way === 'up' ? 'above' : 'below'} the average of ${words(mean)}.`,
    trend: `Something is changing: the last ${trendLength} values ${way === 'up' ? 'rise' : 'fall'} one after another.`,
    none: `The latest value is within what is usual here, ${usual}.`,
  };
  return { ...found, sentence: kind === 'tooShort' ? '' : sentences[kind] };
}

type Judged = {
  targetVerdict: { text: string };
  neighbours: { n: number; sentence: string } | null;
  signal: SignalSaid;
  freshness: Pick<Freshness, 'state' | 'sentence'>;
};

/**
 * What a page says beside the first sentence, and only where there is something to say: the target, the neighbours
 * whose figures are held, a sign of change, a value that is late. The page of the rule has all of it.
 */
export function judgedWords(judged: Judged): string[] {
  const { targetVerdict: target, neighbours, signal, freshness } = judged;
  return [
    target.text,
    neighbours && neighbours.n > 0 ? neighbours.sentence : '',
    signal.kind === 'none' || signal.kind === 'tooShort' ? '' : signal.sentence,
    isLate(judged) ? freshness.sentence : '',
  ].filter(Boolean);
}
