import 'server-only';
import { day } from '#lib/calendar/rules.ts';
import type { Db } from '#lib/db.ts';
import { isoDay } from '#lib/format.ts';
import type { ReportCommitment, ReportContent } from '#lib/reports/content.ts';
import type { Gathering } from '#lib/reports/gather.ts';

type Dated = { dueOn: Date | null; completedOn: Date | null };

/** Actions done and overdue on the day that the report looks back from. What was dropped is owed no more, so it is not counted. */
export async function gatherActions(db: Db, report: Gathering, asOf: Date) {
  const today = day(isoDay(asOf));
  const actions = await db.action.findMany({
    where: { status: { not: 'dropped' }, commitment: { priority: { strategyId: report.strategy.id } } },
    select: { commitmentId: true, dueOn: true, completedOn: true },
  });
  const isDone = ({ completedOn }: Dated) => completedOn !== null && completedOn <= today;
  const isOverdue = (action: Dated) => !isDone(action) && action.dueOn !== null && action.dueOn < today;
  const isDoneInYear = (action: Dated) => isDone(action) && (action.completedOn ?? today) >= report.startsOn;

  const counts: ReportContent['actions'] = {
    total: actions.length,
    done: actions.filter(isDone).length,
    doneInYear: actions.filter(isDoneInYear).length,
    overdue: actions.filter(isOverdue).length,
  };
  const byCommitment = new Map<string, ReportCommitment['actions']>();
  for (const action of actions) {
    const found = byCommitment.get(action.commitmentId) ?? { total: 0, done: 0, overdue: 0 };
    found.total += 1;
    found.done += isDone(action) ? 1 : 0;
    found.overdue += isOverdue(action) ? 1 : 0;
    byCommitment.set(action.commitmentId, found);
  }
  return { counts, byCommitment };
}
