import { TZDate } from '@date-fns/tz';
import { addDays, day } from '#lib/calendar/rules.ts';
import { formatDate } from '#lib/format.ts';
import { fieldsOf, type Template, type TextField } from '#lib/reports/template.ts';

/** A year that a report can be about. Days are written 2026-04-01; the last one belongs to it. */
export type ReportYear = { startsOn: string; endsOn: string };

type Span = { startsOn: Date; endsOn: Date };

const iso = (date: Date) => date.toISOString().slice(0, 10);
const yearsLater = (date: Date, years: number) =>
  new Date(Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()));

/** Years of twelve months one after the other, as long as they begin within the span; the last may be shorter. */
function yearsFrom(first: Date, span: Span): ReportYear[] {
  const years: ReportYear[] = [];
  for (let n = 0; yearsLater(first, n) <= span.endsOn; n += 1) {
    const lastDay = addDays(yearsLater(first, n + 1), -1);
    years.push({
      startsOn: iso(yearsLater(first, n)),
      endsOn: iso(new Date(Math.min(lastDay.getTime(), span.endsOn.getTime()))),
    });
  }
  return years;
}

/** The strategy's own years: twelve months from its first day, and so on. */
const strategyYears = (strategy: Span): ReportYear[] => yearsFrom(strategy.startsOn, strategy);

/** The financial years, April to March, that lie wholly within the strategy. */
function financialYears(strategy: Span): ReportYear[] {
  const firstApril = new Date(Date.UTC(strategy.startsOn.getUTCFullYear(), 3, 1));
  const first = firstApril < strategy.startsOn ? yearsLater(firstApril, 1) : firstApril;
  return yearsFrom(first, strategy).filter((year) => year.endsOn.endsWith('-03-31'));
}

/** A strategy with those that took its place, if any did. */
type Strategy = Span & { supersededBy?: { startsOn: Date }[] };

/** Past its last day a strategy stays in force, for whole years, until another one takes its place. */
function inForce({ supersededBy = [], ...strategy }: Strategy, today: Date): Span {
  const next = supersededBy.map(({ startsOn }) => startsOn).toSorted((a, b) => +a - +b)[0];
  const until = next && next <= today ? addDays(next, -1) : today;
  let { endsOn } = strategy;
  for (let n = 1; endsOn < until; n += 1) endsOn = addDays(yearsLater(strategy.startsOn, n), -1);
  return { ...strategy, endsOn };
}

/** Every year of the strategy that has begun, newest first; a year that is both kinds is listed once. */
export function reportYears(strategy: Strategy, today: Date): { own: ReportYear[]; financial: ReportYear[] } {
  const begun = (years: ReportYear[]) => years.filter((year) => day(year.startsOn) <= today).toReversed();
  const own = begun(strategyYears(inForce(strategy, today)));
  const isOwn = (year: ReportYear) => own.some((other) => other.startsOn === year.startsOn);
  return { own, financial: begun(financialYears(strategy)).filter((year) => !isOwn(year)) };
}

/** "1 January 2026 to 31 December 2026" */
export const yearWords = (year: ReportYear) => `${formatDate(day(year.startsOn))} to ${formatDate(day(year.endsOn))}`;

/** What a new report is called until the officer changes it: "2026", "2025/26", else the days in full. */
export function reportTitle(strategyTitle: string, year: ReportYear): string {
  const from = year.startsOn.slice(0, 4);
  const to = year.endsOn.slice(0, 4);
  const isCalendar = year.startsOn === `${from}-01-01` && year.endsOn === `${from}-12-31`;
  const isFinancial = year.startsOn === `${from}-04-01` && year.endsOn === `${Number(from) + 1}-03-31`;
  const name = isCalendar ? from : isFinancial ? `${from}/${to.slice(2)}` : yearWords(year);
  return `${strategyTitle}: annual report ${name}`;
}

/** The moment that a report looks back from: the end of its year in London, or now while the year runs. */
export function asOfFor(endsOn: Date, now: Date): Date {
  const next = addDays(endsOn, 1);
  const [year, month, date] = [next.getUTCFullYear(), next.getUTCMonth(), next.getUTCDate()];
  const end = new Date(TZDate.tz('Europe/London', year, month, date).getTime() - 1);
  return now < end ? now : end;
}

/** The required texts that nobody has written yet. */
export const missingTexts = (template: Template, texts: Record<string, string>): TextField[] =>
  fieldsOf(template).filter((field) => field.required && !texts[field.key]?.trim());

/** The sentence that says how to mend a missing text. */
export const missingWords = (field: TextField) =>
  field.kind === 'choice' || field.kind === 'date'
    ? `${field.label}: choose one.`
    : `${field.label}: write this before freezing.`;

/** Lines of the background documents that do not say where the document is. */
export const documentsWithoutPlace = (documents: string) => listed(documents).filter((line) => !/;\s*\S/.test(line));

/** One entry a line, without the empty ones. */
export const listed = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
