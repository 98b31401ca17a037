import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainEvent, type ChainHead, eventHash, verifyChain } from '#lib/audit/rules.ts';

const council = crypto.randomUUID();

/** A whole chain with these subjects. */
function chainOf(subjects: readonly string[]): { events: ChainEvent[]; head: ChainHead } {
  const events: ChainEvent[] = [];
  for (const [index, subject] of subjects.entries()) {
    const event = {
      councilId: council,
      id: crypto.randomUUID(),
      at: new Date(1_790_000_000_000 + index * 1_234),
      personId: index % 3 === 0 ? null : crypto.randomUUID(),
      operation: 'writeUpdate',
      subject,
      number: index + 1,
      previousHash: events.at(-1)?.hash ?? '',
    };
    events.push({ ...event, hash: eventHash(event) });
  }
  return { events, head: { number: events.length, hash: events.at(-1)?.hash ?? '' } };
}

async function verify(events: readonly ChainEvent[], head: ChainHead | null) {
  async function* byNumber() {
    yield* events.toSorted((one, other) => one.number - other.number);
  }
  return verifyChain(byNumber(), head);
}

const subjects = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 8 });
const place = fc.nat();

describe('a chain of audit events', () => {
  it('is whole as it was written, and an empty one too', async () => {
    await fc.assert(
      fc.asyncProperty(subjects, async (texts) => {
        const { events, head } = chainOf(texts);
        expect(await verify(events, head)).toMatchObject({ proven: texts.length, broken: null });
      }),
    );
    expect(await verify([], null)).toMatchObject({ proven: 0, broken: null });
  });

  const other: { [column in keyof ChainEvent]: (event: ChainEvent) => ChainEvent[column] } = {
    councilId: () => crypto.randomUUID(),
    id: () => crypto.randomUUID(),
    at: ({ at }) => new Date(at.getTime() + 1),
    personId: ({ personId }) => (personId ? null : crypto.randomUUID()),
    operation: ({ operation }) => `${operation}s`,
    subject: ({ subject }) => `${subject} `,
    number: ({ number }) => number + 100,
    previousHash: ({ previousHash }) => previousHash.replace(/^./, 'x') || 'x',
    hash: ({ hash }) => hash.replace(/^./, 'x'),
  };
  it.each(Object.keys(other) as (keyof ChainEvent)[])('names the event whose %s was changed', async (column) => {
    await fc.assert(
      fc.asyncProperty(subjects, place, async (texts, at) => {
        const { events, head } = chainOf(texts);
        const index = at % events.length;
        const event = events[index] as ChainEvent;
        const changed = { ...event, [column]: other[column](event) };
        const { broken, proven } = await verify(events.with(index, changed), head);
        expect(broken).toMatchObject({
          id: changed.id,
          number: changed.number,
          what: column === 'number' ? 'moved' : 'changed',
        });
        expect(proven).toBe(index);
      }),
    );
  });

  it('names an event that was changed and hashed anew, by the one after it or by the head', async () => {
    await fc.assert(
      fc.asyncProperty(subjects, place, async (texts, at) => {
        const { events, head } = chainOf(texts);
        const index = at % events.length;
        const forged = { ...(events[index] as ChainEvent), subject: 'something else entirely' };
        const { broken } = await verify(events.with(index, { ...forged, hash: eventHash(forged) }), head);
        expect(broken).toMatchObject({ id: forged.id, what: index === events.length - 1 ? 'head' : 'rewritten' });
      }),
    );
  });

  it('tells what was removed, in the middle and at the end', async () => {
    await fc.assert(
      fc.asyncProperty(subjects, place, fc.integer({ min: 1, max: 3 }), async (texts, at, many) => {
        const { events, head } = chainOf(texts);
        const index = at % events.length;
        const rest = events.toSpliced(index, many);
        const isEnd = index + many >= events.length;
        const { broken } = await verify(rest, head);
        expect(broken).toMatchObject({ what: isEnd ? 'cutOff' : 'removed', number: index + 1 });
      }),
    );
  });

  it('tells two events that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(subjects, place, place, async (texts, a, b) => {
        const { events, head } = chainOf(texts);
        const [one, two] = [a % events.length, b % events.length];
        fc.pre(one !== two);
        const [first, second] = [events[one] as ChainEvent, events[two] as ChainEvent];
        const swapped = events
          .with(one, { ...second, number: first.number })
          .with(two, { ...first, number: second.number });
        const { broken } = await verify(swapped, head);
        expect(broken).toMatchObject({ what: 'moved', number: Math.min(first.number, second.number) });
        expect(broken?.sentence).toContain(`written as number ${Math.max(first.number, second.number)}`);
      }),
    );
  });

  it('tells a head that was altered or taken away, and events that were added past it', async () => {
    const { events, head } = chainOf(['a', 'b', 'c']);
    expect((await verify(events, null)).broken?.what).toBe('head');
    expect((await verify(events, { ...head, hash: 'x' })).broken?.what).toBe('head');
    expect((await verify(events, { ...head, number: 4 })).broken?.what).toBe('cutOff');
    expect((await verify(events, { ...head, number: 2 })).broken?.what).toBe('head');
    expect((await verify([], head)).broken?.what).toBe('cutOff');
    const extra = { ...(events[2] as ChainEvent), id: crypto.randomUUID(), number: 9 };
    expect((await verify([...events, extra], head)).broken).toMatchObject({ what: 'added', id: extra.id });
    const twice = { ...(events[1] as ChainEvent), id: crypto.randomUUID() };
    expect((await verify([...events, twice], head)).broken).toMatchObject({ what: 'added', id: twice.id });
  });
});
