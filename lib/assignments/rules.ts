/** Somebody who leads or deputises something today, and how far above the commitment that is: 0 is the commitment itself. */
export type Holder = { id: string; name: string; kind: 'lead' | 'deputy'; far: number };

const nearest = (holders: readonly Holder[], kind: Holder['kind']): Holder[] => {
  const all = holders.filter((holder) => holder.kind === kind);
  const far = Math.min(...all.map((holder) => holder.far));
  return all.filter((holder) => holder.far === far);
};

/** Who leads: those of the commitment itself, else of the commitment it is part of, else of its priority, and so on up. */
export const whoLeads = (holders: readonly Holder[]): Holder[] => nearest(holders, 'lead');

/** Who stands in: the nearest deputies, found in the same way. */
export const whoDeputises = (holders: readonly Holder[]): Holder[] => nearest(holders, 'deputy');

type Node = { id: string; parentId: string | null };
type Branch = Node & { priorityId: string };
/** A lead or deputy of one priority or commitment today; nobody who has left is among them. */
export type Held = Omit<Holder, 'far'> & { priorityId: string | null; commitmentId: string | null };

/**
 * Everybody who leads or deputises each commitment, itself or from above, nearest first.
 * A strategy may nest commitments and priorities to any depth; a circle in it ends where it began.
 */
export function coverage(
  strategy: { priorities: readonly Node[]; commitments: readonly Branch[] },
  held: readonly Held[],
): Map<string, Holder[]> {
  const commitments = new Map(strategy.commitments.map((one) => [one.id, one]));
  const priorities = new Map(strategy.priorities.map((one) => [one.id, one]));
  return new Map(
    strategy.commitments.map((commitment) => {
      const above = [...line(commitment, commitments), ...line(priorities.get(commitment.priorityId), priorities)];
      const holders = above.flatMap(({ id }, far) =>
        held
          .filter((one) => one.commitmentId === id || one.priorityId === id)
          .map(({ id: personId, name, kind }) => ({ id: personId, name, kind, far })),
      );
      return [commitment.id, holders];
    }),
  );
}

/** A node and everything above it. */
function line<N extends Node>(start: N | undefined, nodes: ReadonlyMap<string, N>): N[] {
  const found: N[] = [];
  for (let at = start; at && !found.includes(at); at = nodes.get(at.parentId ?? '')) found.push(at);
  return found;
}

type Dated = { startsOn: Date; endsOn: Date | null };

export const holdsOn = ({ startsOn, endsOn }: Dated, day: Date) =>
  startsOn <= day && (endsOn === null || endsOn >= day);

/** True for a row that holds now or will: one that has ended is history. */
export const isOpen = ({ endsOn }: Pick<Dated, 'endsOn'>, today: Date) => endsOn === null || endsOn >= today;

/** True once the last day of somebody has passed: from then on they lead nothing, whatever the rows say. */
export const hasLeft = ({ leftOn }: { leftOn: Date | null }, today: Date) => leftOn !== null && leftOn < today;
