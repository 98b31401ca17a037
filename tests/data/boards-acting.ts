import { expect } from 'vitest';
import { requireViewer } from '#lib/auth/viewer.ts';
import { isoDay } from '#lib/format.ts';
import { getComposing } from '#lib/themes/composing/queries.ts';
import { getDashboardAsAt, type PastDashboard } from '#lib/themes/freezing/queries.ts';
import { getThemeDashboard } from '#lib/themes/queries.ts';
import { inPortsmouth, readAs } from '#tests/setup/act.ts';

/** The board's dashboard of health, as its officer composes it and its members read it. */

export const officer = 'strategy-officer';

const viewerOf = (who: string) => readAs(who, () => requireViewer('portsmouth'));
export const member = await viewerOf('board-member');
const composer = await viewerOf(officer);

export const live = (slug = 'health') => getThemeDashboard(member, slug);
export const asAt = (day: string, edition?: number) => getDashboardAsAt(member, 'health', day, edition);
export const composing = () => getComposing(composer, 'health');

export const figureIn = ({ figures }: { figures: { key: string; text: string }[] }, key = 'yearly-health-check') =>
  figures.find((one) => one.key === key)?.text;

export const dashboardOf = (past: PastDashboard) => (past.kind === 'none' ? expect.unreachable() : past.dashboard);

/** The newest meeting held for which a theme was frozen, or was not. */
export async function meetingDay(isFrozen: boolean, slug = 'health'): Promise<string> {
  const { meetings } = await live(slug);
  const found = meetings.find(({ editions }) => editions > 0 === isFrozen) ?? expect.unreachable();
  return isoDay(new Date(found.startsAt));
}

/** The council's yearly health check of 2025, recorded once more. */
export const correct = (value: number, numerator: number) =>
  inPortsmouth(
    `INSERT INTO "Observation" ("councilId", id, "definitionId", "areaId", period, "periodEndsOn", numerator,
                                denominator, value, "recordedAt")
     SELECT x."councilId", gen_random_uuid(), x."definitionId", x."areaId", x.period, x."periodEndsOn", $2,
            x.denominator, $1, now()
       FROM "Observation" x JOIN "Definition" d ON d.id = x."definitionId" JOIN "Indicator" i ON i.id = d."indicatorId"
       JOIN "Area" a ON a.id = x."areaId"
      WHERE i.key = 'yearly-health-check' AND a.kind = 'council' AND a.code = 'E06000044' AND x.period = '2025'
      ORDER BY x."recordedAt" DESC LIMIT 1`,
    [value, numerator],
  );
