import { addDays } from '#lib/calendar/rules.ts';
import { formatDate, formatDay, formatShortDate, formatTime, isoDay } from '#lib/format.ts';
import { type Html, html, type Part } from '#lib/html.ts';
import { monthName } from '#lib/meetings/rules.ts';
import type { ThemeDashboard } from '#lib/themes/making.ts';

/** Beside the title, so that it is on the first screen: when, by when, and what the page says of promises and young people. */
export function headFacts(dashboard: ThemeDashboard, shownAs?: string): Html {
  const { next, month } = dashboard;
  const facts: [name: string, fact: Part][] = [
    [
      'Meeting',
      next
        ? `${formatDay(next.startsAt)}, ${formatTime(next.startsAt).replace(' ', '\u00a0')}, ${next.place}`
        : `In ${monthName(month)}; no date yet`,
    ],
    ['Papers due', next && formatDay(next.papersDueOn)],
    ['Promises', promisesFact(dashboard)],
    ['Young people', youngPeopleFact(dashboard)],
    ['Shown as at', shownAs ?? asAtToday(dashboard)],
  ];
  return html`<dl class="facts">${facts.map(([name, fact]) => fact && html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl>`;
}

function promisesFact({ promises }: ThemeDashboard): Html | null {
  const without = promises.filter((promise) => !promise.hasCurrentEvidence).length;
  if (promises.length === 0) return null;
  const words =
    without === 0
      ? 'All have current evidence'
      : `${without} of ${promises.length} ${without === 1 ? 'lacks' : 'lack'} current evidence`;
  return html`<a href="#evidence">${words}</a>`;
}

function youngPeopleFact({ statistics }: ThemeDashboard): Html | null {
  const first = statistics.find(({ kind, figure }) => kind === 'survey' && 'shown' in figure);
  if (!first || !('shown' in first.figure)) return null;
  return html`<a href="#young-people">${first.figure.shown.text} ${first.measure.charAt(0).toLowerCase()}${first.measure.slice(1)}</a>`;
}

/** Today, and the way to what changed since the last meeting that can be read. */
function asAtToday({ asOf, meetings, council, slug }: ThemeDashboard): Html {
  const [latest] = meetings.filter(({ startsAt }) => new Date(startsAt) <= addDays(asOf, 1));
  const since =
    latest &&
    html`, <a href="/${council.slug}/themes/${slug}/compare?from=${isoDay(new Date(latest.startsAt))}&amp;to=now">compared with ${formatShortDate(new Date(latest.startsAt))}</a>`;
  return html`Today, ${formatDate(asOf)}${since}`;
}
