import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { day } from '#lib/calendar/rules.ts';
import type { CommitmentStanding } from '#lib/commitments/queries.ts';
import type { Db } from '#lib/db.ts';
import { env } from '#lib/env.ts';
import { evidenceHref } from '#lib/evidence/rules.ts';
import { isoDay } from '#lib/format.ts';
import type { ReportCommitment, ReportEvidence, ReportPriority, ReportUpdate } from '#lib/reports/content.ts';
import { type Gathering, reportCounts } from '#lib/reports/gather.ts';
import { standingLabel } from '#lib/themes/rules.ts';

const none = { total: 0, done: 0, overdue: 0 };

/** The priorities in the order in which the strategy lists them, each with its commitments by number. */
export async function gatherPriorities(
  viewer: Viewer,
  db: Db,
  report: Gathering,
  standings: readonly CommitmentStanding[],
  actions: ReadonlyMap<string, ReportCommitment['actions']>,
): Promise<ReportPriority[]> {
  const priorities = await db.priority.findMany({
    where: { strategyId: report.strategy.id },
    select: { key: true, title: true, vision: true, outcome: true },
    orderBy: { publishedOrder: 'asc' },
  });
  const evidence = await evidenceByUpdate(viewer, db, standings);
  return priorities.map(({ key, ...words }) => {
    const own = standings.filter((row) => row.priorityKey === key).toSorted((one, other) => one.number - other.number);
    return {
      ...words,
      counts: reportCounts(
        viewer,
        own.map((row) => row.standing),
      ),
      commitments: own.map((row): ReportCommitment => {
        const publishedOn = row.publishedAt ? isoDay(row.publishedAt) : null;
        const isOfYear = publishedOn !== null && day(publishedOn) >= report.startsOn;
        return {
          ref: row.ref,
          title: row.title,
          leads: row.leads,
          standing: row.standing,
          label: standingLabel(viewer.council.statuses, row.standing),
          update: isOfYear ? said(viewer, row, publishedOn, evidence.get(row.updateId ?? '') ?? []) : null,
          lastPublishedOn: isOfYear ? null : publishedOn,
          actions: actions.get(row.id) ?? none,
        };
      }),
    };
  });
}

function said(
  { council }: Viewer,
  row: CommitmentStanding,
  publishedOn: string,
  evidence: ReportEvidence[],
): ReportUpdate {
  return {
    publishedOn,
    status: row.status ? standingLabel(council.statuses, row.status) : '',
    reason: row.reason ?? '',
    done: row.done ?? '',
    difference: row.difference ?? '',
    howWeKnow: row.howWeKnow ?? '',
    next: row.next ?? '',
    evidence,
    demo: row.demo ?? false,
  };
}

/** What the latest published updates carry as evidence, by the id of the update. A file leads to where members can get it. */
export async function evidenceByUpdate(
  viewer: Viewer,
  db: Db,
  standings: readonly { updateId: string | null }[],
): Promise<Map<string, ReportEvidence[]>> {
  const rows = await db.evidence.findMany({
    where: { updateId: { in: standings.flatMap(({ updateId }) => updateId ?? []) } },
    select: { id: true, updateId: true, title: true, url: true },
    orderBy: { id: 'asc' },
  });
  const found = new Map<string, ReportEvidence[]>();
  const base = `${env.PLEDGEBOARD_URL}/${viewer.council.slug}`;
  for (const { updateId, ...one } of rows)
    if (updateId) {
      const evidence = { title: one.title, url: evidenceHref(one, base) };
      found.set(updateId, [...(found.get(updateId) ?? []), evidence]);
    }
  return found;
}
