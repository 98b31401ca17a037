import { day } from '#lib/calendar/rules.ts';
import { formatDate } from '#lib/format.ts';
import { monthsBetween, oldAfterMonths, type PeriodType, periodWords } from '#lib/indicators/periods/rules.ts';
import { endedPeriods, monthsAfter, nextPeriod, periodEnd } from '#lib/indicators/periods/sequence.ts';

/** Whether a figure is as new as it can be, and who is asked when it is not. A late or missing value is said. */

export type FreshnessState = 'current' | 'due' | 'late' | 'missing';

export type Freshness = {
  /**
   * current: the newest value is as new as it can be. due: the next one is expected within a month. late: it was
   * expected and has not come. missing: none has ever come, and one was expected.
   */
  state: FreshnessState;
  sentence: string;
  /** The day by which the next value is expected, 2026-11-30; null where nobody has said. */
  expectedOn: string | null;
};

/** True where a value was expected and has not come, or none ever came: it is said, not skipped. */
export const isLate = ({ freshness: { state } }: { freshness: Pick<Freshness, 'state'> }) =>
  state === 'late' || state === 'missing';

export type Expected = {
  periodType: PeriodType;
  /** Months after the end of a period by which its value is expected; null where nobody has said. */
  expectedAfterMonths: number | null;
  /** The newest value of the council, whether a number or a symbol: a source that says "not available" has answered. */
  newest: { period: string; endsOn: string } | null;
  /** Who sees to it that each value comes; null while nobody does. */
  owner: string | null;
};

/** A value is due this many months before the day by which it is expected, once its period has ended. */
const dueMonths = 1;

const isDue = (end: string, expectedOn: string, today: string) =>
  today > end && today >= monthsAfter(expectedOn, -dueMonths);

const words = (iso: string) => formatDate(day(iso));

/** "the figure for 31 March 2026", "the figure for the academic year 2025/26". */
function figureWords(type: PeriodType, period: string): string {
  const said = periodWords(type, period);
  return `figure for ${/^(financial|academic) year/.test(said) ? 'the ' : ''}${said}`;
}

/** @param today 2026-11-22, London */
export function freshness(expected: Expected, today: string): Freshness {
  const { periodType, expectedAfterMonths: months, newest, owner } = expected;
  if (months === null) return unscheduled(expected, today);
  if (periodType === 'surveyWave') return nextSurvey(newest, months, owner, today);
  const next = newest ? nextPeriod(periodType, newest.period) : firstExpected(periodType, months, today);
  const end = next && periodEnd(periodType, next);
  // A period that was kept in another spelling: nothing can be said of what follows it.
  if (!next || !end) return unscheduled(expected, today);
  const expectedOn = monthsAfter(end, months);
  const figure = figureWords(periodType, next);
  if (today > expectedOn) {
    const alsoLate = newest ? lateAfter(periodType, next, months, today) : 0;
    const more =
      alsoLate === 0 ? '' : alsoLate === 1 ? ', nor has the one after it' : `, nor have the ${alsoLate} after it`;
    const never = newest ? '' : 'No figure has ever come. ';
    return {
      state: newest ? 'late' : 'missing',
      sentence: `${never}The ${figure} was expected by ${words(expectedOn)} and has not come${more}${asked(owner)}.`,
      expectedOn,
    };
  }
  const first = newest ? '' : 'No figure has come yet. ';
  return {
    state: isDue(end, expectedOn, today) ? 'due' : 'current',
    sentence: `${first}The ${figure} is expected by ${words(expectedOn)}${asked(owner)}.`,
    expectedOn,
  };
}

const asked = (owner: string | null) => (owner === null ? ': nobody owns it' : `. Its owner is ${owner}`);

/** Of an indicator without any value: the newest period whose value was expected by now, or else the next to end. */
function firstExpected(type: PeriodType, months: number, today: string): string | null {
  const ended = endedPeriods(type, today, 40);
  const expected = ended.find((period) => monthsAfter(periodEnd(type, period) ?? today, months) < today);
  return expected ?? ended[0] ?? null;
}

/** How many periods after this one were expected before today as well. */
function lateAfter(type: PeriodType, period: string, months: number, today: string): number {
  let late = 0;
  for (let next = nextPeriod(type, period); next !== null; next = nextPeriod(type, next)) {
    const end = periodEnd(type, next);
    if (!end || monthsAfter(end, months) >= today) break;
    late += 1;
  }
  return late;
}

/** A survey moves about: the next is expected a year after the last, and is not named by a month. */
function nextSurvey(newest: Expected['newest'], months: number, owner: string | null, today: string): Freshness {
  if (!newest) {
    return { state: 'missing', sentence: `No survey has come yet${asked(owner)}.`, expectedOn: null };
  }
  const end = monthsAfter(newest.endsOn, 12);
  const expectedOn = monthsAfter(end, months);
  const isLate = today > expectedOn;
  return {
    state: isLate ? 'late' : isDue(end, expectedOn, today) ? 'due' : 'current',
    sentence: `The next survey ${isLate ? 'was' : 'is'} expected by ${words(expectedOn)}${isLate ? ' and has not come' : ''}${asked(owner)}.`,
    expectedOn,
  };
}

/** Nobody has said by when: only its age tells. */
function unscheduled({ newest, owner }: Expected, today: string): Freshness {
  const nobody = 'Nobody has said by when the next figure is expected';
  if (!newest)
    return { state: 'missing', sentence: `No figure has come yet. ${nobody}${asked(owner)}.`, expectedOn: null };
  const months = monthsBetween(newest.endsOn, today);
  const isOld = months > oldAfterMonths;
  return {
    state: isOld ? 'late' : 'current',
    sentence: `${isOld ? `The newest figure is ${months} months old. ` : ''}${nobody}${asked(owner)}.`,
    expectedOn: null,
  };
}
