/** The two orders in which a strategy prints its priorities: the list of them, and the pages that hold them. */
type PriorityOrder = 'published' | 'display';

/** Anything but "display" in the address is the published order. */
export const priorityOrder = (asked: unknown): PriorityOrder => (asked === 'display' ? 'display' : 'published');

type Ordered = { publishedOrder: number; displayOrder: number };

export function inOrder<Row extends Ordered>(rows: readonly Row[], order: PriorityOrder): Row[] {
  const place = (row: Row) => (order === 'display' ? row.displayOrder : row.publishedOrder);
  return rows.toSorted((a, b) => place(a) - place(b));
}

type Dated = { startsOn: Date; endsOn: Date };

/** The strategy in force on a day; between two, the one that ended last; before the first, the first. */
export function inForce<Row extends Dated>(rows: readonly Row[], today: Date): Row | null {
  const begun = rows.filter((row) => row.startsOn <= today).toSorted((a, b) => +b.startsOn - +a.startsOn);
  return begun[0] ?? rows.toSorted((a, b) => +a.startsOn - +b.startsOn)[0] ?? null;
}
