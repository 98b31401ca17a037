import { daysBetween, isWorkingDay, workingDaysAfter, workingDaysBefore } from '#lib/calendar/rules.ts';
import type { CouncilSettings } from '#lib/councils/settings.ts';
import { isoDay } from '#lib/format.ts';
import type { RoundDays } from '#lib/rounds/rules.ts';

type ReminderRules = Pick<
  CouncilSettings['rules'],
  'remindWorkingDaysBeforeDue' | 'remindWorkingDaysAfterDue' | 'messageGapDays' | 'escalateWorkingDaysAfterDue'
>;

/** A commitment whose update is still owed, with the people it is asked of in turn, as person ids. */
export type Owed = {
  slug: string;
  ref: string;
  title: string;
  /** Who leads it today and is still here; where nobody is, their deputies. */
  leads: readonly string[];
  deputies: readonly string[];
  /** Who speaks for the organisations of its leads. */
  organisation: readonly string[];
};

/** A message of this round that a person got, and on which day. Nudges count. */
export type Told = { personId: string; key: string; on: Date };

type Level = 'lead' | 'deputy' | 'organisation' | 'administrator';
type Kind = 'roundOpened' | 'roundReminder' | 'roundOverdue' | 'roundEscalated';
type Step = { level: Level; kind: Kind; key: string; on: Date };

/** One message to be written: to whom, why now, and everything it is about. */
export type Due = { personId: string; level: Level; kind: Kind; key: string; owed: Owed[] };

type Asked = {
  round: RoundDays & { id: string };
  rules: ReminderRules;
  owed: readonly Owed[];
  administrators: readonly string[];
  told: readonly Told[];
  today: Date;
};

/**
 * The messages that a round owes its people on this day; the same facts give the same messages, so asking twice
 * writes nothing new. Reporting rounds: each lead gets one message that lists all that is theirs when the round
 * opens, is reminded before and after the due day, and then the deputy, the organisation and the administrator
 * are told in this order.
 *
 * - Only while the round is open, and only on working days.
 * - Never two messages of a round to one person within the gap: a message that would come too soon waits, and is
 *   passed over when a later one has taken its place.
 * - Who owes nothing any more gets nothing. The first message of a round says that it is open, even when that
 *   comes late, as long as nothing is overdue.
 */
export function messagesDue({ round, rules, owed, administrators, told, today }: Asked): Due[] {
  if (today < round.opensOn || today > round.closesOn || !isWorkingDay(today)) return [];
  const people = new Set([...owed.flatMap((one) => levels(one).flatMap(([, ids]) => ids)), ...administrators]);
  return [...people].flatMap((personId) => {
    const got = told.filter((one) => one.personId === personId);
    if (got.some((one) => isTooSoon(one.on, today, rules.messageGapDays))) return [];
    for (const level of ['lead', 'deputy', 'organisation', 'administrator'] as const) {
      const theirs = owed.filter((one) => isAskedOf(one, personId, level, administrators));
      const step = theirs.length > 0 ? stepOf(level, { round, rules, today, got }) : null;
      if (step) return [{ personId, level, kind: step.kind, key: step.key, owed: theirs }];
    }
    return [];
  });
}

const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' });

/** From eight in the morning to six in the evening, in London: nobody is written to at night. */
export function isDaytime(now: Date): boolean {
  const at = Number(hour.format(now));
  return at >= 8 && at < 18;
}

/** True while another message of the round would come within the gap. */
export const isTooSoon = (on: Date, today: Date, gapDays: number) => daysBetween(on, today) < gapDays;

const levels = (one: Owed) =>
  [
    ['lead', one.leads],
    ['deputy', one.deputies],
    ['organisation', one.organisation],
  ] as const;

/** A person is asked for a commitment once, on the first level that they are on. */
function isAskedOf(one: Owed, personId: string, level: Level, administrators: readonly string[]): boolean {
  const first = levels(one).find(([, ids]) => ids.includes(personId))?.[0];
  return first ? first === level : level === 'administrator' && administrators.includes(personId);
}

/** What this level is to be told now: the latest step that has come, unless the person has had it. */
function stepOf(
  level: Level,
  { round, rules, today, got }: Pick<Asked, 'round' | 'rules' | 'today'> & { got: readonly Told[] },
): Step | null {
  const had = (key: string) => got.some((one) => one.key === key);
  const steps = level === 'lead' ? stepsOfLead(round, rules) : [stepOfEscalation(level, round, rules)];
  const [opened] = steps;
  const last = steps.findLast((step) => step.on <= today);
  if (!last || !opened || had(last.key)) return null;
  return last.kind === 'roundReminder' && !had(opened.key) ? opened : last;
}

/** A reminder belongs to a due day: when that is moved, people are reminded of the new one. */
function stepsOfLead(round: Asked['round'], rules: ReminderRules): Step[] {
  const due = `${round.id} ${isoDay(round.dueOn)}`;
  const before = rules.remindWorkingDaysBeforeDue.map((days) => {
    return { kind: 'roundReminder', key: `roundReminder ${due} -${days}`, on: workingDaysBefore(round.dueOn, days) };
  });
  const after = rules.remindWorkingDaysAfterDue.map((days) => {
    return { kind: 'roundOverdue', key: `roundOverdue ${due} +${days}`, on: workingDaysAfter(round.dueOn, days) };
  });
  const opened = { kind: 'roundOpened', key: `roundOpened ${round.id}`, on: round.opensOn };
  const later = [...before, ...after].filter((step) => step.on > round.opensOn);
  return [opened, ...later.toSorted((one, other) => one.on.getTime() - other.on.getTime())].map(
    (step) => ({ level: 'lead', ...step }) as Step,
  );
}

function stepOfEscalation(level: Exclude<Level, 'lead'>, round: Asked['round'], rules: ReminderRules): Step {
  return {
    level,
    kind: 'roundEscalated',
    key: `roundEscalated ${round.id} ${isoDay(round.dueOn)} ${level}`,
    on: workingDaysAfter(round.dueOn, rules.escalateWorkingDaysAfterDue[level]),
  };
}
