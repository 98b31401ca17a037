/** Periods are typed: their words, "a year ago" and age follow the type (design, decision 7). */

export type PeriodType =
  | 'snapshot31March'
  | 'financialYear'
  | 'financialQuarter'
  | 'academicYear'
  | 'calendarYear'
  | 'surveyWave';

const quarters = ['April to June', 'July to September', 'October to December', 'January to March'];

/** 202425 is 2024/25, as the Department writes a year that begins in one calendar year and ends in the next. */
const splitYear = (period: string) => `${period.slice(0, 4)}/${period.slice(4, 6)}`;

/** How the period is read in a sentence: "31 March 2025", "academic year 2024/25". */
export function periodWords(type: PeriodType, period: string): string {
  switch (type) {
    case 'snapshot31March':
      return `31 March ${period}`;
    case 'financialYear':
      return `financial year ${splitYear(period)}`;
    case 'academicYear':
      return `academic year ${splitYear(period)}`;
    case 'calendarYear':
    case 'surveyWave':
      return period;
    case 'financialQuarter': {
      const quarter = Number(period.at(-1));
      return `${quarters[quarter - 1]} ${Number(period.slice(0, 4)) + (quarter === 4 ? 1 : 0)}`;
    }
  }
}

/** The period on an axis or at the head of a column: "2025", "2024/25". */
export function periodTick(type: PeriodType, period: string): string {
  switch (type) {
    case 'financialYear':
    case 'academicYear':
      return splitYear(period);
    case 'financialQuarter':
      return `${splitYear(period)} ${period.slice(6)}`;
    default:
      return period;
  }
}

/** What stands over the columns of such periods. */
export const periodHeading: Record<PeriodType, string> = {
  snapshot31March: '31 March',
  financialYear: 'Financial year',
  financialQuarter: 'Quarter',
  academicYear: 'Academic year',
  calendarYear: 'Year',
  surveyWave: 'Survey',
};

type Ending = { endsOn: string };

/** Whole months from one day to another, both written 2025-03-31; the last day of a month counts as a month's end. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  const isMonthEnd = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate() === toDay;
  return toDay >= fromDay || isMonthEnd ? months : months - 1;
}

/**
 * The point a year before, of the same series: the same month of the year before, and for surveys,
 * which move about, the wave nearest to it within two months.
 */
export function yearBefore<P extends Ending>(type: PeriodType, points: readonly P[], latest: P): P | null {
  const slack = type === 'surveyWave' ? 2 : 0;
  const distance = (point: P) => Math.abs(monthsApart(point.endsOn, latest.endsOn) - 12);
  return points
    .filter((point) => distance(point) <= slack)
    .reduce<P | null>((best, point) => (best && distance(best) <= distance(point) ? best : point), null);
}

const monthsApart = (from: string, to: string) => {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
};

/** A yearly figure is out about eight months after its year: at 15 months the next one is late, or missing here. */
export const oldAfterMonths = 15;

const years = ['', 'one year', 'two years', 'three years', 'four years', 'five years'];

/** How old a figure is, in plain words, once it is older than 15 months; null while it is as new as can be had. */
export function ageWords(endsOn: string, today: string): string | null {
  const months = monthsBetween(endsOn, today);
  if (months <= oldAfterMonths) return null;
  if (months < 24) return `${months} months old`;
  const whole = Math.floor(months / 12);
  const said = years[whole] ?? `${whole} years`;
  return months % 12 === 0 ? `${said} old` : `more than ${said} old`;
}
