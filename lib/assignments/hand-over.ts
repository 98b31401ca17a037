import { addDays } from '#lib/calendar/rules.ts';

type Target = { priorityId: string | null; commitmentId: string | null; actionId: string | null };
export type Row = Target & {
  id: string;
  personId: string;
  kind: 'lead' | 'deputy';
  startsOn: Date;
  endsOn: Date | null;
};
export type Changes = { ended: { id: string; endsOn: Date }[]; begun: Omit<Row, 'id'>[] };

const sameThing = (one: Target, other: Target) =>
  one.priorityId === other.priorityId && one.commitmentId === other.commitmentId && one.actionId === other.actionId;

const later = (one: Date, other: Date) => new Date(Math.max(+one, +other));

/**
 * The first day on which a row can belong to somebody else: the day asked for, but a row whose first day is over
 * keeps that day, because history is ended and never rewritten.
 */
const takesOver = ({ startsOn }: Pick<Row, 'startsOn'>, on: Date, today: Date) =>
  later(on, startsOn < today ? addDays(startsOn, 1) : startsOn);

/**
 * What a hand over changes. From the day on, whoever takes over holds what the rows held, until the same last day;
 * before it nothing changes. Each row is ended on the day before; one that begins today or later and is handed over
 * from its first day ends before it begins, so it never held.
 * @param rows what is handed over, all of one person
 * @param theirs what the person who takes over holds already: nobody holds the same thing twice, and a deputy who
 * becomes the lead is the deputy no longer
 * @param to who takes over; null for nobody, which only ends the rows
 * @param leftOn the last day of the person who hands over: nobody led longer than they were here
 */
export function handOver(
  rows: readonly Row[],
  theirs: readonly Row[],
  { to, on, today, leftOn }: { to: string | null; on: Date; today: Date; leftOn: Date | null },
): Changes {
  const changes: Changes = { ended: [], begun: [] };
  for (const row of rows) {
    const takes = takesOver(row, on, today);
    if (row.endsOn && row.endsOn < takes) continue;
    const until = addDays(takes, -1);
    const same = theirs.filter((own) => sameThing(own, row));
    const { id, ...rest } = row;
    changes.ended.push({ id, endsOn: leftOn && leftOn < until ? later(row.startsOn, leftOn) : until });
    const beyond = same.filter((own) => own.kind === 'lead' || row.kind === 'deputy');
    for (const span of to === null ? [] : gaps(beyond, takes, row.endsOn)) {
      changes.begun.push({ ...rest, personId: to ?? '', ...span });
    }
    if (row.kind === 'lead') changes.ended.push(...deputyNoLonger(same, row, takes));
  }
  return changes;
}

type Span = { startsOn: Date; endsOn: Date | null };

/** The parts of the days from `from` to `to` that these rows leave free: what is held already is not held twice. */
function gaps(held: readonly Span[], from: Date, to: Date | null): Span[] {
  const free: Span[] = [];
  let at: Date | null = from;
  for (const own of held.toSorted((one, other) => +one.startsOn - +other.startsOn)) {
    if (at === null || (to && own.startsOn > to)) break;
    if (own.endsOn && own.endsOn < at) continue;
    if (own.startsOn > at) free.push({ startsOn: at, endsOn: addDays(own.startsOn, -1) });
    at = own.endsOn && addDays(own.endsOn, 1);
  }
  return at === null || (to && at > to) ? free : [...free, { startsOn: at, endsOn: to }];
}

const deputyNoLonger = (same: readonly Row[], row: Row, takes: Date) =>
  same
    .filter((own) => own.kind === 'deputy' && own.startsOn <= takes && (own.endsOn === null || own.endsOn >= takes))
    .filter((own) => row.endsOn === null || (own.endsOn !== null && own.endsOn <= row.endsOn))
    .map(({ id }) => ({ id, endsOn: addDays(takes, -1) }));
