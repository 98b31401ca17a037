/** Dates and numbers as the council's people read them: British, London time. */

const london = { timeZone: 'Europe/London' } as const;
const date = new Intl.DateTimeFormat('en-GB', { ...london, day: 'numeric', month: 'long', year: 'numeric' });
const shortDate = new Intl.DateTimeFormat('en-GB', {
  ...london,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const weekday = new Intl.DateTimeFormat('en-GB', { ...london, weekday: 'long' });
const clock = new Intl.DateTimeFormat('en-GB', {
  ...london,
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});
const isoDate = new Intl.DateTimeFormat('en-CA', london);

/** 24 November 2026 */
export const formatDate = (value: Date) => date.format(value);
/** 24 Nov 2026 */
export const formatShortDate = (value: Date) => shortDate.format(value);
/** Tuesday 24 November 2026 */
export const formatDay = (value: Date) => `${weekday.format(value)} ${date.format(value)}`;
/** 4.30 pm */
export const formatTime = (value: Date) =>
  clock
    .format(value)
    .replace(':', '.')
    .replace('.00', '')
    .replace(/\s?([ap])m/i, (_, half: string) => ` ${half.toLowerCase()}m`);
/** 2026-11-24: the day in London */
export const isoDay = (value: Date) => isoDate.format(value);

/** 1 commitment, 2 commitments */
export const count = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
/** January to December. */
export const monthNames: readonly string[] = Array.from({ length: 12 }, (_, index) =>
  month.format(new Date(Date.UTC(2026, index, 1))),
);
