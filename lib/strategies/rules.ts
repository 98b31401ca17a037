/** The two orders in which a strategy prints its priorities: the list of them, and the pages that hold them. */
export type PriorityOrder = 'published' | 'display';

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

/** Where a strategy stands in time: it has not begun, is the one in force, or another took its place. */
export type Phase = 'coming' | 'inForce' | 'closed';

export const phaseOf = (strategy: Dated, current: Dated | null, today: Date): Phase =>
  strategy === current ? 'inForce' : strategy.startsOn > today ? 'coming' : 'closed';

type InTree = Ordered & { id: string; parentId: string | null };

/** A row with the rows that stand under it. */
export type Nested<Row> = Row & { children: Nested<Row>[] };

/** A flat list as a tree, each level in order. A row whose parent is not in the list stands at the top. */
export function nested<Row extends InTree>(rows: readonly Row[], order: PriorityOrder): Nested<Row>[] {
  const ids = new Set(rows.map(({ id }) => id));
  const under = new Map<string, Row[]>();
  for (const row of inOrder(rows, order)) {
    const parentId = row.parentId && ids.has(row.parentId) ? row.parentId : '';
    under.set(parentId, [...(under.get(parentId) ?? []), row]);
  }
  const level = (parentId: string): Nested<Row>[] =>
    (under.get(parentId) ?? []).map((row) => ({ ...row, children: level(row.id) }));
  return level('');
}

/** The list of a tree: each row, then those under it. */
export const flattened = <Row>(tree: readonly Nested<Row>[]): Nested<Row>[] =>
  tree.flatMap((row) => [row, ...flattened(row.children)]);

type Adoptable = { adoptedOn: Date | null; startsOn: Date };

/** From the day of adoption, or where that is not known from the first day, a change of wording needs a reason. */
export const isAdopted = ({ adoptedOn, startsOn }: Adoptable, today: Date) => (adoptedOn ?? startsOn) <= today;

/** The address of a new commitment: with its strategy in front where another has it, and numbered where that too. */
export function freeSlug(wanted: string, strategyKey: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const slug = `${strategyKey}-${wanted}`;
  let free = slug;
  for (let copy = 2; taken.has(free); copy++) free = `${slug}-${copy}`;
  return free;
}
