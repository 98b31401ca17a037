import { daysBetween } from '#lib/calendar/rules.ts';
import type { Standing } from '#lib/updates/rules.ts';

/** Something that waits for a person, and the day that it hangs on. */
export type Act = {
  kind:
    | 'returned'
    | 'due'
    | 'begun'
    | 'action'
    | 'figures'
    | 'decide'
    | 'publish'
    | 'leaderless'
    | 'leftBehind'
    | 'words'
    | 'answer'
    | 'rate';
  /** Commitment in an address, "home-4"; for decide, action and leftBehind the id of the update, action or person; for figures the key where it is one. */
  key: string;
  /** "Home 4"; for publish and leaderless, which stand for all of them, every reference; for leftBehind the name; for figures their titles. */
  ref: string;
  /** For publish, leaderless, leftBehind, words, answer, rate and figures, how many there are. */
  title: string;
  /** What the administrator asks for; who wrote the update that waits. */
  note: string;
  /** Due day of an update, an action or figures; the day an update was sent. */
  on: Date | null;
};

/** True for an update that the person is to write. */
export const isUpdate = (act: Pick<Act, 'kind'>) =>
  act.kind === 'returned' || act.kind === 'begun' || act.kind === 'due';

/** An action, and the next value of a figure, is named this long before it is due. */
export const soonDays = 14;

/**
 * What waits for this person, most urgent first. Where somebody else waits for an answer comes first: an update
 * that came back, what nobody leads, one to decide on, what is approved. Then what is late, updates before actions, the latest first;
 * then what was begun, what is due and the actions, by day. Actions due later than `soonDays` are left out.
 */
export function needsMe(acts: readonly Act[], today: Date): Act[] {
  return acts.filter((act) => isNow(act, today)).toSorted((one, other) => compare(one, other, today));
}

function isNow(act: Act, today: Date): boolean {
  return !isOwnWork(act) || (act.on !== null && daysBetween(today, act.on) <= soonDays);
}

const isOwnWork = ({ kind }: Pick<Act, 'kind'>) => kind === 'action' || kind === 'figures';

/** True for an update or action whose day is past; a decision has no such day. */
export function isLate(act: Pick<Act, 'kind' | 'on'>, today: Date): boolean {
  const hasDay = !isAnswer(act);
  return hasDay && act.on !== null && act.on < today;
}

const rank: Record<Act['kind'], number> = {
  returned: 0,
  leaderless: 1,
  leftBehind: 2,
  decide: 3,
  publish: 4,
  words: 5,
  answer: 6,
  begun: 7,
  due: 8,
  rate: 8,
  action: 9,
  figures: 9,
};

const isAnswer = (act: Pick<Act, 'kind'>) => rank[act.kind] <= rank.answer;

/** Answers by kind; the rest late first, and among the late an update before an action. */
function order(act: Act, today: Date): number {
  if (isAnswer(act)) return rank[act.kind];
  if (isLate(act, today)) return rank.answer + (isOwnWork(act) ? 2 : 1);
  return rank[act.kind] + 2;
}

function compare(one: Act, other: Act, today: Date): number {
  const urgency = order(one, today) - order(other, today);
  return urgency || days(one, other) || byReference(one.ref, other.ref) || byReference(one.title, other.title);
}

const days = (one: Act, other: Act) => (one.on?.getTime() ?? 0) - (other.on?.getTime() ?? 0);

const natural = new Intl.Collator('en-GB', { numeric: true });

/** "Home 4" before "Home 10". */
export const byReference = (one: string, other: string) => natural.compare(one, other);

type Quiet = {
  id: string;
  priorityKey: string;
  priorityTitle: string;
  leads: string | null;
  standing: Standing;
};

/**
 * Who has gone quiet: commitments without a confirmed status, by priority, the most first.
 * @param onTheirWay commitments whose update waits for a decision: nobody needs to be asked
 */
export function quietPriorities(standings: readonly Quiet[], onTheirWay: ReadonlySet<string>) {
  const keys = [...new Set(standings.map((row) => row.priorityKey))];
  return keys
    .map((key) => {
      const all = standings.filter((row) => row.priorityKey === key);
      const quiet = all.filter((row) => row.standing === 'notUpdated' && !onTheirWay.has(row.id));
      const leads = [...new Set(quiet.flatMap((row) => row.leads ?? []))];
      return { key, title: all[0]?.priorityTitle ?? key, leads, count: quiet.length, total: all.length };
    })
    .filter((group) => group.count > 0)
    .toSorted((one, other) => other.count - one.count || byReference(one.title, other.title));
}
