import type { Task } from '#components/needs/tasks.tsx';
import type { Viewer } from '#lib/auth/viewer.ts';
import { day, daysBetween } from '#lib/calendar/rules.ts';
import { count, isoDay } from '#lib/format.ts';
import { standingLabel } from '#lib/themes/rules.ts';
import { saysTheSame } from '#lib/updates/drafts.ts';
import type { Waiting } from '#lib/updates/queries.ts';
import { isWorse } from '#lib/updates/rules.ts';
import { agoInWords } from '#lib/updates/words.ts';

/** An update that waits, as a row: from whom, and what it would change. */
export function waitingTask(
  update: Pick<Waiting, 'id' | 'status' | 'author' | 'commitment' | 'submittedAt' | 'mayDecide'> & {
    unanswered: number;
  } & Parameters<typeof whatChanges>[0],
  { today, viewer }: { today: Date; viewer: Viewer },
): Task {
  const { slug, statuses } = viewer.council;
  const { commitment, author, status, submittedAt } = update;
  const { unanswered } = update;
  const guard = unanswered > 0 ? ` ${count(unanswered, 'thing')} to answer before it is published.` : '';
  const own = update.mayDecide ? '' : ' You wrote it, so somebody else decides.';
  return {
    href: `/${slug}/updates/${update.id}`,
    what: `${commitment.ref}: ${commitment.title}`,
    why: `${author.name}. ${whatChanges(update, statuses)}${guard}${own}`,
    tag: status ? { kind: status, label: standingLabel(statuses, status) } : undefined,
    when: submittedAt ? `sent ${agoInWords(daysBetween(day(isoDay(submittedAt)), today))}` : undefined,
  };
}

/** What an update changes against the one that is public, in one sentence. */
export function whatChanges(
  update: Pick<Waiting, 'status' | 'before' | 'reason' | 'done' | 'difference' | 'howWeKnow' | 'next' | 'evidence'>,
  statuses: Viewer['council']['statuses'],
): string {
  const { before, status } = update;
  if (!before?.status || !status) return 'The first update of this commitment.';
  if (saysTheSame(update, before)) return 'Says that nothing changed.';
  const was = standingLabel(statuses, before.status).toLowerCase();
  if (status === before.status) return `Still ${was}, with new words.`;
  return isWorse(before.status, status) ? `Worse: it was ${was}.` : `It was ${was}.`;
}
