import type { PeriodType } from '#lib/indicators/periods/rules.ts';

/**
 * Periods as they are kept, one after another: "2025" for 31 March 2025 or a calendar year, "202425" for a year that
 * begins in one calendar year and ends in the next, "202425Q2" for a quarter of a financial year, "2025-06" (or
 * "2025") for a survey. Days are written 2025-03-31.
 */

const shapes: Record<PeriodType, RegExp> = {
  snapshot31March: /^(\d{4})$/,
  calendarYear: /^(\d{4})$/,
  financialYear: /^(\d{4})(\d\d)$/,
  academicYear: /^(\d{4})(\d\d)$/,
  financialQuarter: /^(\d{4})(\d\d)Q([1-4])$/,
  surveyWave: /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/,
};

const two = (n: number) => String(n).padStart(2, '0');

/** The last day of a month; month 13 is January of the next year. */
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** "202425" of 2024: a year that begins in that calendar year. */
export const splitYearFrom = (from: number) => `${from}${two((from + 1) % 100)}`;

/** The parts of a period in its one spelling; null when the text is not a period of this type. */
function parts(type: PeriodType, period: string): { year: number; quarter: number; month: number } | null {
  const found = shapes[type].exec(period);
  if (!found) return null;
  const [, from = '', more = '', quarter = ''] = found;
  const year = Number(from);
  if (year < 1900) return null;
  const isSplit = type === 'financialYear' || type === 'academicYear' || type === 'financialQuarter';
  if (isSplit && Number(more) !== (year + 1) % 100) return null;
  return { year, quarter: Number(quarter), month: type === 'surveyWave' ? Number(more || 12) : 0 };
}

/** The last day of a period, 2025-03-31; null when the text is not a period of this type in its one spelling. */
export function periodEnd(type: PeriodType, period: string): string | null {
  const known = parts(type, period);
  if (!known) return null;
  const { year, quarter, month } = known;
  switch (type) {
    case 'snapshot31March':
      return lastOf(year, 3);
    case 'calendarYear':
      return lastOf(year, 12);
    case 'financialYear':
      return lastOf(year + 1, 3);
    case 'academicYear':
      return lastOf(year + 1, 8);
    case 'financialQuarter':
      return lastOf(year, 3 + 3 * quarter);
    case 'surveyWave':
      return lastOf(year, month);
  }
}

/** The period after this one; of a survey the same month a year on. Null when the text is not a period. */
export function nextPeriod(type: PeriodType, period: string): string | null {
  const known = parts(type, period);
  if (!known) return null;
  const { year, quarter } = known;
  switch (type) {
    case 'snapshot31March':
    case 'calendarYear':
      return String(year + 1);
    case 'financialYear':
    case 'academicYear':
      return splitYearFrom(year + 1);
    case 'financialQuarter':
      return quarter === 4 ? `${splitYearFrom(year + 1)}Q1` : `${splitYearFrom(year)}Q${quarter + 1}`;
    case 'surveyWave':
      return `${year + 1}${period.slice(4)}`;
  }
}

/** The period in which a day lies; a snapshot is the next 31 March. A survey of that month. */
export function periodOf(type: PeriodType, day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const financial = month >= 4 ? year : year - 1;
  switch (type) {
    case 'snapshot31March':
      return String(financial + 1);
    case 'calendarYear':
      return String(year);
    case 'financialYear':
      return splitYearFrom(financial);
    case 'academicYear':
      return splitYearFrom(month >= 9 ? year : year - 1);
    case 'financialQuarter':
      return `${splitYearFrom(financial)}Q${month >= 4 ? Math.ceil(month / 3) - 1 : 4}`;
    case 'surveyWave':
      return `${year}-${two(month)}`;
  }
}

/** The newest periods that have ended by a day, newest first. A survey has no such list: it gives none. */
export function endedPeriods(type: PeriodType, today: string, howMany: number): string[] {
  if (type === 'surveyWave') return [];
  const found: string[] = [];
  let year = Number(today.slice(0, 4)) - howMany - 2;
  let period: string | null = periodOf(type, `${year}-04-01`);
  while (period !== null && year < Number(today.slice(0, 4)) + 2) {
    const end: string | null = periodEnd(type, period);
    if (end === null || end > today) break;
    found.unshift(period);
    period = nextPeriod(type, period);
    year = Number(end.slice(0, 4));
  }
  return found.slice(0, howMany);
}

/** So many months after a day; the last day of a month stays one: eight months after 31 March is 30 November. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = lastOf(year, month + months);
  const isMonthEnd = lastOf(year, month) === day;
  const wanted = `${last.slice(0, 8)}${two(date)}`;
  return isMonthEnd || wanted > last ? last : wanted;
}
