import type { PeriodType } from '#lib/indicators/periods/rules.ts';
import { endedPeriods, periodEnd, splitYearFrom } from '#lib/indicators/periods/sequence.ts';

/** A period as somebody types it, read by the type of the figure. */

export type ReadPeriod = { period: string; endsOn: string } | { sentence: string };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string) => months.findIndex((month) => name.toLowerCase().startsWith(month)) + 1;
const two = (n: number) => String(n).padStart(2, '0');

/** "2024/25", "2024-2025", "2024 to 25", "202425": a year that begins in one calendar year and ends in the next. */
const split = String.raw`(\d{4})\s*(?:\/|-|–|to)?\s*(?:(?:\d\d)?(\d\d))`;

/** What to type, for each type of period. */
export const periodExample: Record<PeriodType, string> = {
  snapshot31March: '31 March 2026, or 2026 alone',
  financialYear: '2025/26',
  academicYear: '2025/26',
  financialQuarter: 'Q1 2025/26 (April to June 2025), up to Q4',
  calendarYear: '2025',
  surveyWave: 'June 2025',
};

/** The spelling that is kept, before it is held against the calendar; null when it cannot be told. */
function spelling(type: PeriodType, typed: string): string | null {
  const whole = (pattern: string) => new RegExp(`^${pattern}$`, 'i').exec(typed);
  switch (type) {
    case 'calendarYear':
      return whole(String.raw`(\d{4})`)?.[1] ?? null;
    case 'snapshot31March': {
      const found =
        whole(String.raw`(\d{4})`) ??
        whole(String.raw`31(?:st)?\s+mar(?:ch)?\s+(\d{4})`) ??
        whole(String.raw`31[/.-]0?3[/.-](\d{4})`) ??
        whole(String.raw`(\d{4})-03-31`);
      return found?.[1] ?? null;
    }
    case 'financialYear':
    case 'academicYear': {
      const found = whole(split);
      return found ? `${found[1]}${found[2]}` : null;
    }
    case 'financialQuarter': {
      const [, , quarterFirst, yearA, endA] = whole(`((?:quarter\\s*|q)([1-4])\\s*,?\\s*(?:of\\s*)?)${split}`) ?? [];
      if (quarterFirst) return `${yearA}${endA}Q${quarterFirst}`;
      const [, yearB, endB, quarterLast] = whole(`${split}\\s*,?\\s*(?:quarter\\s*|q)([1-4])`) ?? [];
      if (quarterLast) return `${yearB}${endB}Q${quarterLast}`;
      return quarterInMonths(typed);
    }
    case 'surveyWave': {
      const [, name = '', year] = whole(String.raw`([a-z]{3,9})\s+(\d{4})`) ?? [];
      if (year) return monthOf(name) > 0 ? `${year}-${two(monthOf(name))}` : null;
      return whole(String.raw`(\d{4}(?:-\d\d)?)`)?.[1] ?? null;
    }
  }
}

/** "April to June 2025" */
function quarterInMonths(typed: string): string | null {
  const [, from = '', to = '', year = ''] = /^([a-z]{3,9})\s*(?:to|-|–)\s*([a-z]{3,9})\s+(\d{4})$/i.exec(typed) ?? [];
  const first = monthOf(from);
  if (first === 0 || first % 3 !== 1 || monthOf(to) !== first + 2) return null;
  const quarter = first === 1 ? 4 : (first - 1) / 3;
  return `${splitYearFrom(Number(year) - (quarter === 4 ? 1 : 0))}Q${quarter}`;
}

/**
 * @param today 2026-11-22, London: a period that has not ended has no value yet
 * @returns the period in the one spelling in which it is kept, or a sentence that says how to mend it
 */
export function readPeriod(type: PeriodType, typed: string, today: string): ReadPeriod {
  const text = typed.trim().replace(/\s+/g, ' ');
  const period = text === '' ? null : spelling(type, text);
  const endsOn = period && periodEnd(type, period);
  if (!period || !endsOn) {
    const said =
      text === '' ? 'Say which period the value is for' : `“${text.slice(0, 40)}” is not a period of this figure`;
    return { sentence: `${said}. Type it like ${periodExample[type]}.` };
  }
  if (endsOn > today) return { sentence: 'This period has not ended yet, so it cannot have a value. Check the year.' };
  if (endsOn < '1990') return { sentence: 'This period is before 1990. Check the year.' };
  return { period, endsOn };
}

/** The newest period that has ended, as an example to begin with; empty for surveys. */
export const newestPeriod = (type: PeriodType, today: string): string => endedPeriods(type, today, 1)[0] ?? '';
