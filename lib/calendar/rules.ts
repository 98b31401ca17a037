import Holidays from 'date-holidays';

/** Working days of England, for deadlines. Days are UTC midnights: the shape of a date column. */

const dayMs = 86_400_000;
const holidays = new Holidays('GB', 'ENG');
const bankHolidaysOf = new Map<number, ReadonlySet<string>>();

function bankHolidays(year: number): ReadonlySet<string> {
  let days = bankHolidaysOf.get(year);
  if (!days) {
    const listed = holidays.getHolidays(year).filter((holiday) => holiday.type === 'public' || holiday.type === 'bank');
    days = new Set(listed.map((holiday) => holiday.date.slice(0, 10)));
    bankHolidaysOf.set(year, days);
  }
  return days;
}

/** The UTC midnight of a day written 2026-11-24. */
export const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

/** The day so many calendar days later; negative for earlier. */
export const addDays = (date: Date, days: number) => new Date(date.getTime() + days * dayMs);

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / dayMs);

/** Monday to Friday, and not a bank holiday of England. */
export function isWorkingDay(date: Date): boolean {
  const weekday = date.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !bankHolidays(date.getUTCFullYear()).has(date.toISOString().slice(0, 10));
}

/**
 * The working day that lies `days` working days before `date`, which itself does not count.
 * Terms of Reference 5.16: agenda and papers five working days before.
 */
export function workingDaysBefore(date: Date, days: number): Date {
  let result = date;
  for (let left = days; left > 0; ) {
    result = addDays(result, -1);
    if (isWorkingDay(result)) left -= 1;
  }
  return result;
}

/** The working day that lies `days` working days after `date`, which itself does not count; 0 is `date` itself. */
export function workingDaysAfter(date: Date, days: number): Date {
  let result = date;
  for (let left = days; left > 0; ) {
    result = addDays(result, 1);
    if (isWorkingDay(result)) left -= 1;
  }
  return result;
}
