import { count, formatDate, isoDay } from '#lib/format.ts';
import { type Html, html } from '#lib/html.ts';
import type { ThemeDashboard } from '#lib/themes/making.ts';

type Meetings = ThemeDashboard['meetings'];

/** The meetings at which this dashboard can be read as it stood, newest first, each a link. */
export function meetingLinks(meetings: Meetings, page: string): Html {
  const rows = meetings.map(({ startsAt, theme, editions }) => {
    const day = new Date(startsAt);
    const frozen = editions > 0 ? `frozen${editions > 1 ? `, ${count(editions, 'edition')}` : ''}` : 'put together';
    return html`<li><a href="${page}?as-at=${isoDay(day)}">${formatDate(day)}</a>, ${theme} <span class="soft">(${frozen})</span></li>`;
  });
  return html`<ul class="meeting-links">${rows}</ul>`;
}

/** At the end of the page: what it showed at other meetings, and laying two of them side by side. */
export function otherMeetings(meetings: Meetings, page: string): Html | false {
  const [latest] = meetings;
  if (!latest) return false;
  return html`<section class="print:hidden" aria-labelledby="other-meetings"><h2 id="other-meetings">As at other meetings</h2>${meetingLinks(meetings, page)}<p><a href="${page}/compare?from=${isoDay(new Date(latest.startsAt))}&amp;to=now">Lay two meetings side by side</a></p></section>`;
}
