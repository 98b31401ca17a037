import { type ActionStatus, actionStatuses } from '#lib/actions/rules.ts';

/** What the list of actions may be narrowed to and sorted by: the names of the fields in the address. */
export type ActionFilter = {
  /** A person's id, "me", or "none". */
  owner: string;
  organisation: string;
  /** "open" is not started or in progress. */
  status: ActionStatus | 'open' | '';
  priority: string;
  commitment: string;
  /** "overdue", "soon", "none", or a month, "2026-11". */
  due: string;
  q: string;
  /** A column, with "-" before it for the other way round; empty is open ones first, by due day. */
  sort: string;
};

const sortColumns = ['title', 'commitment', 'owner', 'due', 'status'] as const;
export type SortColumn = (typeof sortColumns)[number];

export const views = ['list', 'board', 'timeline'] as const;
export type View = (typeof views)[number];

/** The filter that leaves every action. */
export const everything: ActionFilter = {
  owner: '',
  organisation: '',
  status: '',
  priority: '',
  commitment: '',
  due: '',
  q: '',
  sort: '',
};

type Asked = Record<string, string | string[] | undefined>;

const oneOf = <T extends string>(value: string, all: readonly T[]): T | '' => all.find((one) => one === value) ?? '';
const isId = (value: string) => /^[0-9a-f-]{36}$/i.test(value);

/** The filter that an address asks for; what is repeated, missing or makes no sense counts as empty. */
export function readActionFilter(asked: Asked): ActionFilter {
  const text = (name: string) => {
    const value = asked[name];
    return typeof value === 'string' ? value.trim().slice(0, 200) : '';
  };
  const [owner, organisation, due, sort] = [text('owner'), text('organisation'), text('due'), text('sort')];
  const isColumn = oneOf(sort.replace('-', ''), sortColumns) !== '';
  return {
    owner: owner === 'me' || owner === 'none' || isId(owner) ? owner : '',
    organisation: isId(organisation) ? organisation : '',
    status: oneOf(text('status'), ['open', ...actionStatuses]),
    priority: text('priority'),
    commitment: text('commitment'),
    due: oneOf(due, ['overdue', 'soon', 'none']) || (/^\d{4}-(0[1-9]|1[0-2])$/.test(due) ? due : ''),
    q: text('q'),
    sort: isColumn ? sort : '',
  };
}

export const readView = (asked: unknown): View => oneOf(String(asked), views) || 'list';

/** The page asked for, counted from 1. */
export function readPage(asked: unknown): number {
  const page = Number(asked);
  return Number.isInteger(page) && page > 0 && page <= 10_000 ? page : 1;
}

/** An address with this filter and whatever else, without what is empty: "?status=open&view=board". */
export function addressOf(filter: Partial<ActionFilter>, more: Record<string, string> = {}): string {
  const asked = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== '');
  return `?${new URLSearchParams(asked)}`;
}

/** True when the filter leaves everything: the order narrows nothing. */
export const isWhole = ({ sort: _, ...filter }: ActionFilter) => Object.values(filter).every((value) => value === '');
