import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { commitmentStandings } from '#lib/commitments/queries.ts';
import type { Db } from '#lib/db.ts';
import type { ReportContent, ReportCount } from '#lib/reports/content.ts';
import { gatherActions } from '#lib/reports/gather-actions.ts';
import { gatherFigures } from '#lib/reports/gather-figures.ts';
import { gatherPriorities } from '#lib/reports/gather-priorities.ts';
import { gatherPromises } from '#lib/reports/gather-promises.ts';
import { gatherStatistics } from '#lib/reports/gather-statistics.ts';
import { cabinetReport } from '#lib/reports/template.ts';
import { standingLabel } from '#lib/themes/rules.ts';
import { countsByStanding, type Standing } from '#lib/updates/rules.ts';

/** What a report is gathered for. */
export type Gathering = {
  title: string;
  startsOn: Date;
  endsOn: Date;
  texts: Record<string, string>;
  strategy: { id: string; title: string; startsOn: Date; endsOn: Date };
};

/** The day of a date column, as content keeps it. */
export const isoOf = (date: Date) => date.toISOString().slice(0, 10);

/** Counts by standing in the council's words, worst first. */
export const reportCounts = (viewer: Viewer, standings: readonly Standing[]): ReportCount[] =>
  countsByStanding(standings).map((row) => ({
    ...row,
    label: standingLabel(viewer.council.statuses, row.standing),
  }));

/**
 * Everything that a report says, copied in from the council's rows: what a preview shows, and, called inside
 * the transaction of the freeze, what a snapshot keeps.
 * @param asOf the moment the report looks back from; nothing published later is in it
 * @param themes its figures, where they were gathered already
 */
export async function gather(
  viewer: Viewer,
  db: Db,
  report: Gathering,
  asOf: Date,
  themes?: ReportContent['themes'],
): Promise<ReportContent> {
  const { council } = viewer;
  const standings = await commitmentStandings(viewer, db, asOf, report.strategy.id);
  const actions = await gatherActions(db, report, asOf);
  return {
    format: 1,
    template: cabinetReport,
    council: {
      name: council.name,
      shortName: council.shortName,
      colour: council.colour,
      demo: council.demo,
    },
    report: {
      title: report.title,
      startsOn: isoOf(report.startsOn),
      endsOn: isoOf(report.endsOn),
      asOf: asOf.toISOString(),
    },
    strategy: {
      title: report.strategy.title,
      startsOn: isoOf(report.strategy.startsOn),
      endsOn: isoOf(report.strategy.endsOn),
    },
    texts: report.texts,
    counts: reportCounts(
      viewer,
      standings.map((row) => row.standing),
    ),
    actions: actions.counts,
    priorities: await gatherPriorities(viewer, db, report, standings, actions.byCommitment),
    promises: await gatherPromises(viewer, db, report, asOf, standings),
    themes: themes ?? (await gatherFigures(db, report)).themes,
    statistics: await gatherStatistics(viewer, db, report),
  };
}
