import { type ActionStatus, isOpen, isOverdue } from '#lib/actions/rules.ts';
import { daysBetween } from '#lib/calendar/rules.ts';
import { count, formatShortDate } from '#lib/format.ts';
import { dueInWords } from '#lib/updates/words.ts';

export const statusWords: Record<ActionStatus, string> = {
  notStarted: 'Not started',
  inProgress: 'In progress',
  done: 'Done',
  dropped: 'Dropped',
};

/** What a button that moves an action says. */
export const moveWords: Record<ActionStatus, string> = {
  notStarted: 'Not started yet',
  inProgress: 'In progress',
  done: 'Done today',
  dropped: 'Drop it',
};

type Stands = { status: ActionStatus; dueOn: Date | null; completedOn: Date | null };

/** "3 days late", "due in 5 days", "done 3 Nov 2026"; empty where there is nothing to say. */
export function standsInWords(action: Stands, today: Date): string {
  if (action.completedOn) return `done ${formatShortDate(action.completedOn)}`;
  return isOpen(action) && action.dueOn ? dueInWords(daysBetween(today, action.dueOn)) : '';
}

/** The tag of an action: what is late says so first. */
export function tagOf(action: Stands, today: Date): { kind: string; label: string } {
  if (isOverdue(action, today)) return { kind: 'offTrack', label: standsInWords(action, today) };
  const kinds = { notStarted: 'notStarted', inProgress: '', done: 'complete', dropped: 'stopped' };
  return { kind: kinds[action.status], label: statusWords[action.status] };
}

/** "10 working days after" */
export const afterWords = (days: number) => (days === 0 ? 'on the day' : `${count(days, 'working day')} after`);

/** "Carried over 2 rounds"; empty when it was not. */
export const carriedWords = (rounds: number) => (rounds === 0 ? '' : `carried over ${count(rounds, 'round')}`);
