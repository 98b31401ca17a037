import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Db } from '#lib/db.ts';
import { missingWords } from '#lib/indicators/words/rules.ts';
import type { ReportStatistic } from '#lib/reports/content.ts';
import type { Gathering } from '#lib/reports/gather.ts';
import { readStatistic } from '#lib/themes/statistics/rules.ts';

/** What the strategy printed, in its order, without what could point at a child. */
export async function gatherStatistics(viewer: Viewer, db: Db, report: Gathering): Promise<ReportStatistic[]> {
  const rows = await db.statistic.findMany({
    where: { strategyId: report.strategy.id },
    include: { comparators: { orderBy: { kind: 'asc' } } },
    orderBy: { order: 'asc' },
  });
  return rows.map((row) => {
    const data = {
      ...row,
      value: row.value?.toNumber() ?? null,
      comparators: row.comparators.map((other) => ({ ...other, value: other.value.toNumber() })),
    };
    const { figure, measure, cohort, period, note } = readStatistic(data, viewer.council.rules.disclosureThreshold);
    const shown = 'shown' in figure ? figure.shown : null;
    return {
      measure,
      cohort: cohort ?? '',
      words: shown ? shown.text : capital(missingWords.c),
      of: shown?.counted ?? '',
      period,
      comparators: shown?.compared ?? '',
      note: note ?? '',
    };
  });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
