import type { PeriodType } from '#lib/indicators/periods/rules.ts';

/** The periods of the Department's data standard, and which of them an indicator's values can stand for. */

type Family = 'academic' | 'financial' | 'tax' | 'calendar' | 'reporting';
type Identifier = { family: Family; digits: 4 | 6; part: string };

const months = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');
const years: [string, Family, 4 | 6][] = [
  ['Academic year', 'academic', 6],
  ['Financial year', 'financial', 6],
  ['Tax year', 'tax', 6],
  ['Calendar year', 'calendar', 4],
];

/** Every identifier of the standard. `part` is empty for a whole year. */
const identifiers = new Map<string, Identifier>([
  ['Reporting year', { family: 'reporting', digits: 4, part: '' }],
  ...years.flatMap(([name, family, digits]) => [
    [name, { family, digits, part: '' }] as [string, Identifier],
    ...['Q1', 'Q2', 'Q3', 'Q4', 'Q1-2', 'Q1-3', 'Q1-4', 'Q2-3', 'Q2-4', 'Q3-4'].map(
      (part) => [`${name} ${part}`, { family, digits, part }] as [string, Identifier],
    ),
  ]),
  ...['Autumn term', 'Spring term', 'Summer term', 'Autumn and spring term'].map(
    (part) => [part, { family: 'academic', digits: 6, part }] as [string, Identifier],
  ),
  ...['Part 1 (April to September)', 'Part 2 (October to March)'].map(
    (part) => [part, { family: 'financial', digits: 6, part }] as [string, Identifier],
  ),
  ...months.map((part) => [part, { family: 'calendar', digits: 4, part }] as [string, Identifier]),
  ...Array.from(
    { length: 53 },
    (_, at) =>
      [`Week ${at + 1}`, { family: 'calendar', digits: 4, part: 'week' } satisfies Identifier] as [string, Identifier],
  ),
]);

export type Time = { period: string; identifier: string };

/**
 * What is wrong with the periods of a file as a whole; null when nothing is.
 * @param times each pair of time_period and time_identifier that the file holds
 */
export function timesProblem(times: readonly Time[]): string | null {
  const families = new Set<Family>();
  for (const { period, identifier } of times) {
    const known = identifiers.get(identifier);
    if (!known) return `The time_identifier "${identifier.slice(0, 60)}" is not one of the data standard.`;
    if (!new RegExp(`^(?:19|20)\\d{${known.digits - 2}}$`).test(period)) {
      const example = known.digits === 6 ? '202425' : '2025';
      return `The time_period "${period.slice(0, 20)}" does not fit "${identifier}": write it like ${example}.`;
    }
    if (known.digits === 6 && (Number(period.slice(0, 4)) + 1) % 100 !== Number(period.slice(4))) {
      return `The time_period "${period}" must be two years that follow each other, like 202425.`;
    }
    families.add(known.family);
  }
  if (families.size <= 1) return null;
  const names = [...new Set(times.map(({ identifier }) => `"${identifier}"`))];
  return `The file mixes kinds of years (${names.slice(0, 4).join(', ')}). A file must hold one kind.`;
}

export type Placed = { period: string; endsOn: string } | { reason: string };

const ends = ['06-30', '09-30', '12-31', '03-31'];

/**
 * A period of the file as an indicator with this type of period keeps it, with its last day; or why it cannot.
 * A reporting year is the year to 31 March: a day for what is counted on it, a financial year for what happened in it.
 * @param time a pair that `timesProblem` has nothing against
 */
export function placeTime({ period, identifier }: Time, type: PeriodType, isYearToDate = false): Placed {
  const { family, part } = identifiers.get(identifier) ?? { family: 'calendar', part: 'unknown' };
  const first = Number(period.slice(0, 4));
  const refused = { reason: `"${identifier}" does not fit this figure, which is counted ${counted[type]}.` };
  switch (type) {
    case 'snapshot31March':
      return family === 'reporting' ? { period, endsOn: `${period}-03-31` } : refused;
    case 'financialYear':
      if (family === 'reporting') {
        return { period: `${first - 1}${period.slice(2)}`, endsOn: `${period}-03-31` };
      }
      return family === 'financial' && part === '' ? { period, endsOn: `${first + 1}-03-31` } : refused;
    case 'financialQuarter': {
      if (family !== 'financial' || !/^Q[1-4]$/.test(part)) return refused;
      if (isYearToDate) return { reason: 'This figure counts from 1 April on; a quarter by itself does not fit it.' };
      const quarter = Number(part[1]);
      return { period: period + part, endsOn: `${first + (quarter === 4 ? 1 : 0)}-${ends[quarter - 1]}` };
    }
    case 'academicYear':
      return family === 'academic' && part === '' ? { period, endsOn: `${first + 1}-08-31` } : refused;
    case 'calendarYear':
      return family === 'calendar' && part === '' ? { period, endsOn: `${period}-12-31` } : refused;
    case 'surveyWave':
      return refused;
  }
}

const counted: Record<PeriodType, string> = {
  snapshot31March: 'on or in the year to 31 March',
  financialYear: 'by financial year',
  financialQuarter: 'by quarter of the financial year',
  academicYear: 'by academic year',
  calendarYear: 'by calendar year',
  surveyWave: 'by survey',
};
