import { type Standing, standingOrder } from '#lib/updates/rules.ts';

/** What the list of commitments may be narrowed to: the names of the fields in the address. */
export type Filter = {
  priority: string;
  standing: string;
  lead: string;
  q: string;
  /** "reference", else most urgent first. */
  sort: string;
};

type Listed = {
  ref: string;
  title: string;
  wording: string;
  priorityKey: string;
  leads: string | null;
  standing: Standing;
};

const natural = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** The commitments that a filter leaves, in its order. Every word that is searched for must be found. */
export function filterCommitments<C extends Listed>(commitments: readonly C[], filter: Filter): C[] {
  const words = fold(filter.q).split(/\s+/).filter(Boolean);
  const left = commitments.filter((row) => {
    const text = fold(`${row.ref} ${row.title} ${row.wording} ${row.leads ?? ''}`);
    return (
      (!filter.priority || row.priorityKey === filter.priority) &&
      (!filter.standing || row.standing === filter.standing) &&
      (!filter.lead || (row.leads ?? '').split(', ').includes(filter.lead)) &&
      words.every((word) => text.includes(word))
    );
  });
  const inStatedOrder = filter.sort === 'reference';
  return left.toSorted((one, other) => {
    const urgency = standingOrder.indexOf(one.standing) - standingOrder.indexOf(other.standing);
    return (inStatedOrder ? 0 : urgency) || natural.compare(one.ref, other.ref);
  });
}

/** The filter that an address asks for; what is repeated or missing counts as empty. */
export function readFilter(asked: Record<string, string | string[] | undefined>): Filter {
  const text = (name: string) => {
    const value = asked[name];
    return typeof value === 'string' ? value.trim().slice(0, 200) : '';
  };
  return {
    priority: text('priority'),
    standing: text('standing'),
    lead: text('lead'),
    q: text('q'),
    sort: text('sort'),
  };
}

/** The choices that the list itself holds, each in the order that a reader expects. */
export function filterOptions(
  commitments: readonly (Listed & { priorityTitle: string; priorityOrder: number })[],
  label: (standing: Standing) => string,
) {
  const inOrder = commitments.toSorted((one, other) => one.priorityOrder - other.priorityOrder);
  const priorities = new Map(inOrder.map((row) => [row.priorityKey, row.priorityTitle]));
  const leads = new Set(commitments.flatMap((row) => row.leads?.split(', ') ?? []));
  return {
    priorities: [...priorities].map(([value, title]) => ({ value, label: title })),
    standings: standingOrder.map((standing) => ({ value: standing, label: label(standing) })),
    leads: [...leads].toSorted(natural.compare).map((name) => ({ value: name, label: name })),
  };
}
