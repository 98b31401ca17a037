import { createHash } from 'node:crypto';

/**
 * The audit trail of a council is a chain: each event holds the hash of the one before and a hash over that and every
 * column of its own; the head holds the number and the hash of the last. A trigger writes all of it, and the function
 * audit_event_hash in prisma/migrations has the same form as `eventHash` here: change both together, or neither.
 *
 * What it proves: nobody changed, removed, moved or added an event without making every later hash and the head anew.
 * Who can do that too can be found out only against a fingerprint that was kept elsewhere.
 */
export type ChainEvent = {
  councilId: string;
  id: string;
  at: Date;
  personId: string | null;
  operation: string;
  subject: string;
  number: number;
  previousHash: string;
  hash: string;
};

export type ChainHead = { number: number; hash: string };

/** What is wrong where. `id` is null when the event itself is gone. */
type Break = {
  what: 'changed' | 'rewritten' | 'moved' | 'removed' | 'added' | 'cutOff' | 'head';
  number: number;
  id: string | null;
  sentence: string;
};

export type Proof = { proven: number; last: ChainHead; broken: Break | null };

/** SHA-256 of the event as PostgreSQL writes it as a JSON array: parts between ", ", the time in UTC to the millisecond. */
export function eventHash(event: Omit<ChainEvent, 'hash'>): string {
  const { previousHash, number, councilId, id, at, personId, operation, subject } = event;
  const parts = [previousHash, number, councilId, id, at.toISOString(), personId, operation, subject];
  const text = `[${parts.map((part) => JSON.stringify(part)).join(', ')}]`;
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Goes along the chain once, holding one event at a time.
 * @param events by number, whatever numbers they have now
 * @returns how many were proven, and the first thing that is wrong
 */
export async function verifyChain(events: AsyncIterable<ChainEvent>, head: ChainHead | null): Promise<Proof> {
  let last: ChainHead & { id: string | null } = { number: 0, hash: '', id: null };
  let afterGap: ChainEvent | null = null;
  const end = (broken: Break | null): Proof => ({ proven: last.number, last, broken });
  for await (const event of events) {
    const expected = last.number + 1;
    if (afterGap || event.number > expected) {
      // Either the event that should stand here is gone, or it stands further on under another number.
      if (fits(event, expected, last.hash)) return end(moved(event, expected));
      afterGap ??= event;
      continue;
    }
    const broken = problemOf(event, last, head);
    if (broken) return end(broken);
    last = event;
  }
  if (afterGap) return end(gapIn(last, afterGap, head));
  return end(problemOfHead(last, head));
}

const fits = (event: ChainEvent, number: number, previousHash = event.previousHash) =>
  eventHash({ ...event, number, previousHash }) === event.hash;

function problemOf(event: ChainEvent, last: ChainHead & { id: string | null }, head: ChainHead | null): Break | null {
  const { number, id } = event;
  if (fits(event, number) && number === last.number + 1) {
    if (event.previousHash === last.hash) return null;
    if (last.id === null) return changed(event);
    const sentence = `Event ${last.number} (${last.id}) was changed and its own hash made anew: event ${number} was written after another text.`;
    return { what: 'rewritten', number: last.number, id: last.id, sentence };
  }
  const place = placeOf(event, Math.max(head?.number ?? 0, number));
  if (place !== null && place !== number) return moved(event, place);
  if (number === last.number + 1) return changed(event);
  const sentence = `Event ${number} (${id}) was added by hand: the trail has that number already.`;
  return { what: 'added', number, id, sentence };
}

/** The number under which the event was written, or null when it was changed otherwise. */
function placeOf(event: ChainEvent, upTo: number): number | null {
  for (let number = 1; number <= upTo; number++) if (fits(event, number)) return number;
  return null;
}

function gapIn(last: ChainHead, after: ChainEvent, head: ChainHead | null): Break {
  const number = last.number + 1;
  if (head && number > head.number) {
    const sentence = `Event ${after.number} (${after.id}) was added by hand: the trail ends with event ${head.number}.`;
    return { what: 'added', number: after.number, id: after.id, sentence };
  }
  const until = after.number - 1;
  const which = number === until ? `Event ${number} was` : `Events ${number} to ${until} were`;
  const sentence = `${which} removed: event ${after.number} (${after.id}) is the next that is there.`;
  return { what: 'removed', number, id: null, sentence };
}

function problemOfHead(last: ChainHead & { id: string | null }, head: ChainHead | null): Break | null {
  const { number, id } = last;
  const recorded = head ?? { number: 0, hash: '' };
  const place = id === null ? 'no event is there' : `event ${number} (${id}) is the last that is there`;
  if (recorded.number > number) {
    const sentence = `The end was cut off: the trail went on to event ${recorded.number}, and ${place}.`;
    return { what: 'cutOff', number: number + 1, id: null, sentence };
  }
  if (recorded.number < number) {
    const sentence = `The record of the last event was altered, or events were added past it: it names ${recorded.number || 'none'}, and ${place}.`;
    return { what: 'head', number, id, sentence };
  }
  if (recorded.hash === last.hash) return null;
  const sentence = `Event ${number} (${id}) is the last, and the record of the last event has another hash: one of the two was changed by hand.`;
  return { what: 'head', number, id, sentence };
}

const changed = ({ number, id }: ChainEvent): Break => ({
  what: 'changed',
  number,
  id,
  sentence: `Event ${number} (${id}) was changed: its hash does not fit what it says.`,
});

const moved = ({ number, id }: ChainEvent, place: number): Break => ({
  what: 'moved',
  number,
  id,
  sentence: `Event ${number} (${id}) was moved: it was written as number ${place}.`,
});
