import { day, workingDaysAfter } from '#lib/calendar/rules.ts';
import { isoDay } from '#lib/format.ts';
import type { RoundDays } from '#lib/rounds/rules.ts';

export const actionStatuses = ['notStarted', 'inProgress', 'done', 'dropped'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

type Stands = { status: ActionStatus };
type Due = Stands & { dueOn: Date | null };

/** Still to be done: neither done nor dropped. */
export const isOpen = ({ status }: Stands) => status === 'notStarted' || status === 'inProgress';

/** Open, and its day is past. What is done late is late no longer, and what was dropped is not owed. */
export const isOverdue = (action: Due, today: Date) => isOpen(action) && action.dueOn !== null && action.dueOn < today;

type Waiting = { dueOn: Date | null; dueWorkingDaysAfter: number | null };
type After = {
  /** When the meeting begins, for an action that is due after one. */
  meetingAt: Date | null;
  /** The day that the action it waits for was done; null while it is not. */
  awaitedDoneOn: Date | null;
};

/**
 * The day an action is due: the one given, or so many working days after the meeting, else after the action it waits
 * for. Null while that is not known yet. Working days are those of England.
 */
export function dueDay({ dueOn, dueWorkingDaysAfter }: Waiting, { meetingAt, awaitedDoneOn }: After): Date | null {
  if (dueWorkingDaysAfter === null) return dueOn;
  const from = meetingAt ? day(isoDay(meetingAt)) : awaitedDoneOn;
  return from && workingDaysAfter(from, dueWorkingDaysAfter);
}

/**
 * The chain of actions that would wait for one another in a circle if `id` waited for `waitsForId`, beginning with
 * `waitsForId`; empty when there is none. An action waits for one other at most, so the way is a line.
 * @param waits what each action waits for, by id
 */
export function circleOf(id: string, waitsForId: string, waits: ReadonlyMap<string, string>): string[] {
  const way: string[] = [];
  for (let at: string | undefined = waitsForId; at && !way.includes(at); at = waits.get(at)) {
    way.push(at);
    if (at === id) return way;
  }
  return [];
}

type Lived = Stands & { createdOn: Date; completedOn: Date | null };

/**
 * How many rounds have closed over an action while it was open: each of them carried it over to the next.
 * A round closes at the end of its last day, so an action done on that day was not carried over.
 * What was dropped is not counted: nobody owes it any more.
 */
export function roundsCarriedOver(action: Lived, rounds: readonly Pick<RoundDays, 'closesOn'>[], today: Date): number {
  if (action.status === 'dropped') return 0;
  const until = action.completedOn ?? today;
  return rounds.filter(({ closesOn }) => closesOn >= action.createdOn && closesOn < until).length;
}
