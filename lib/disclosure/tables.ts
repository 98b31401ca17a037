import type { Range, Sum } from '#lib/disclosure/attack.ts';
import { giveBack, secure } from '#lib/disclosure/hiding.ts';
import { type Hiding, hidingOf } from '#lib/disclosure/opening.ts';
import { isTooSmall } from '#lib/disclosure/printed.ts';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';

/**
 * Which counts of a table must be hidden, so that neither a small one is printed nor one that was hidden can be worked
 * out. Conventions B3: councils hide 1 to 5; one symbol stands for what is small and for what protects it.
 */

/** One count. The id is any text that no other count of the system has. */
export type CountCell = {
  id: string;
  /** Null where the source itself hid it: nobody knows it. Other missing values are left out of the system. */
  value: number | null;
  /**
   * Set for a count that no page prints, and that sums may still give away: the rest of a share, the quarter between
   * two counts of a year to date. It is protected when small, or it is there for the sums alone.
   */
  unprinted?: 'protected' | 'free';
};

/** What is already out: the attacker knows the count to lie here; low is high when it was printed as it is. */
export type Known = Range & { id: string };

/** small: 1 to the threshold. protects: hidden for another's sake. source: the source hid it. */
export type Why = 'small' | 'zero' | 'protects' | 'source';

export type Protection = {
  /** Everything that is not to be printed, what the source hid included. */
  hidden: ReadonlySet<string>;
  /** Of these, what is small itself. */
  primary: ReadonlySet<string>;
  /** How many are hidden for the sake of others. */
  added: number;
  why: ReadonlyMap<string, Why>;
  /** What hiding cannot save, because of what is already out or what the source itself gives away. */
  exposed: ReadonlySet<string>;
};

export type TableSystem = {
  cells: readonly CountCell[];
  sums: readonly Sum[];
  rule: DisclosureRule;
  known?: readonly Known[];
  /** What is hidden for a reason of its own, such as an earlier release that hid it. It is protected like the small. */
  hide?: Iterable<string>;
};

/**
 * Hides what is small, and then what must be hidden for its sake, until the interval in which an attacker with linear
 * programming can place any hidden count is at least the threshold wide. The same table always gets the same answer.
 *
 * The attacker is taken to know every printed number, every sum, by how much a sum fails to add up, and that nothing
 * hidden is a zero as long as that is so.
 */
export function protect(system: TableSystem): Protection {
  const { cells, rule, hide = [] } = system;
  const small = cells.filter((cell) => isTooSmall(cell.value, rule));
  const primary = new Set(small.filter((cell) => !cell.unprinted).map((cell) => cell.id));
  const hiding = hidingOf(
    system,
    [...primary, ...hide],
    small.filter((cell) => cell.unprinted === 'protected'),
  );
  const exposed = new Set<string>();
  // The goals grow as they are walked: what was hidden for others must withstand the attack as well.
  for (const id of hiding.goals) if (!secure(hiding, id)) exposed.add(id);
  giveBack(hiding, exposed, new Set([...primary, ...hide]));
  return { ...reasonsOf(cells, hiding, primary), primary, exposed };
}

function reasonsOf(cells: readonly CountCell[], { hidden: ours }: Hiding, primary: ReadonlySet<string>) {
  const why = new Map<string, Why>();
  for (const { id, value, unprinted } of cells) {
    if (unprinted) continue;
    if (value === null) why.set(id, 'source');
    else if (primary.has(id)) why.set(id, value === 0 ? 'zero' : 'small');
    else if (ours.has(id)) why.set(id, 'protects');
  }
  const added = [...why.values()].filter((reason) => reason === 'protects').length;
  return { hidden: new Set(why.keys()), why, added };
}
