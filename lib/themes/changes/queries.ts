import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { isoDay } from '#lib/format.ts';
import { changesBetween } from '#lib/themes/changes/rules.ts';
import { getDashboardAsAt } from '#lib/themes/freezing/queries.ts';
import type { ThemeDashboard } from '#lib/themes/making.ts';
import { getThemeDashboard } from '#lib/themes/queries.ts';

/** One of the two: "now", or the day of a meeting. */
export type Side = { day: string; dashboard: ThemeDashboard; kind: 'live' | 'frozen' | 'made' };

/**
 * Two dashboards of a theme and what changed from the one to the other. A side is null where there is no such meeting.
 * @param from a day such as 2026-09-22; the last meeting where it is left out
 * @param to a day, or "now"
 */
export async function getComparison(viewer: Viewer, slug: string, from: string | undefined, to = 'now') {
  const live = await getThemeDashboard(viewer, slug);
  const [latest] = live.meetings;
  const asked = [from ?? (latest ? isoDay(new Date(latest.startsAt)) : ''), to];
  const sides = await Promise.all(asked.map((day) => sideOf(viewer, slug, day, live)));
  const [one = null, other = null] = sides;
  return {
    live,
    asked,
    one,
    other,
    changes: one && other && changesBetween(one.dashboard, other.dashboard),
  };
}

async function sideOf(viewer: Viewer, slug: string, day: string, live: ThemeDashboard): Promise<Side | null> {
  if (day === 'now') return { day, dashboard: live, kind: 'live' };
  const found = await getDashboardAsAt(viewer, slug, day);
  return found.kind === 'none' ? null : { day, dashboard: found.dashboard, kind: found.kind };
}
