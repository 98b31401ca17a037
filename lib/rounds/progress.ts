import { isoDay } from '#lib/format.ts';
import type { Filled, Filling } from '#lib/rounds/filling.ts';
import { isTooSoon, type Told } from '#lib/rounds/reminders.ts';
import { lastDay, openRound, type Reopenable } from '#lib/rounds/rules.ts';

export type RoundState = 'coming' | 'open' | 'reopened' | 'closed';

/** What a round is on this day, among all of its council. */
export function stateOfRound<R extends Reopenable>(round: R, rounds: readonly R[], today: Date): RoundState {
  if (today < round.opensOn) return 'coming';
  if (today <= round.closesOn) return 'open';
  return today <= lastDay(round) && openRound(rounds, today) === round ? 'reopened' : 'closed';
}

/** How many commitments stand where in a round. `asked` is the N of every "n of N": what no update is asked for is left out. */
export function countsOf(commitments: readonly Pick<Filled, 'state'>[]) {
  const of = (state: Filled['state']) => commitments.filter((one) => one.state === state).length;
  const [sent, begun, returned, nothing, notAsked] = [
    of('sent'),
    of('begun'),
    of('returned'),
    of('nothing'),
    of('notAsked'),
  ];
  return { asked: commitments.length - notAsked, sent, begun, returned, nothing, notAsked };
}

/** Those of whom updates are asked, who owes most first; and the commitments that nobody leads. */
export function progressByLead({ commitments, people }: Filling, told: readonly Told[], today: Date, gapDays: number) {
  const asked = commitments.filter(({ state }) => state !== 'notAsked');
  const ids = [...new Set(asked.flatMap(({ leads }) => leads))];
  const leads = ids.map((id) => {
    const theirs = asked.filter((one) => one.leads.includes(id));
    const counts = countsOf(theirs);
    const days = told.filter((one) => one.personId === id).map(({ on }) => on);
    const lastTold = days.toSorted((a, b) => a.getTime() - b.getTime()).at(-1) ?? null;
    const owes = counts.asked - counts.sent;
    const mayBeAsked = owes > 0 && (lastTold === null || !isTooSoon(lastTold, today, gapDays));
    return { id, name: people.get(id) ?? '', counts, owes, lastTold, mayBeAsked };
  });
  return {
    leads: leads.toSorted((one, other) => other.owes - one.owes || one.name.localeCompare(other.name, 'en-GB')),
    unled: asked.filter((one) => one.leads.length === 0),
  };
}

/** True when both have the same days. */
export const isSamePlan = (one: Reopenable, other: Reopenable) =>
  (['opensOn', 'dueOn', 'closesOn'] as const).every((field) => isoDay(one[field]) === isoDay(other[field]));
