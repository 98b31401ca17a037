import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handOver, type Row } from '#lib/assignments/hand-over.ts';
import { holdsOn } from '#lib/assignments/rules.ts';
import { addDays, day } from '#lib/calendar/rules.ts';

const today = day('2026-11-22');
const at = (days: number) => addDays(today, days);
const things = ['home', 'health', 'voice'];

const row =
  (personId: string) =>
  (thing: string, startsOn: number, length: number | null, isDeputy: boolean, id: string): Row => ({
    id,
    personId,
    kind: isDeputy ? 'deputy' : 'lead',
    priorityId: thing,
    commitmentId: null,
    actionId: null,
    startsOn: at(startsOn),
    endsOn: length === null ? null : at(startsOn + length),
  });

const rows = (personId: string) =>
  fc
    .uniqueArray(
      fc.tuple(
        fc.constantFrom(...things),
        fc.integer({ min: -20, max: 20 }),
        fc.option(fc.integer({ min: 0, max: 30 })),
        fc.boolean(),
      ),
      { maxLength: 3, selector: ([thing]) => thing },
    )
    .map((all) =>
      all.map(([thing, start, length, isDeputy], n) =>
        row(personId)(thing, start, length, isDeputy, `${personId}${n}`),
      ),
    );

/** The rows as they stand once the changes are written. */
function written(before: readonly Row[], changes: ReturnType<typeof handOver>): Row[] {
  const ends = new Map(changes.ended.map(({ id, endsOn }) => [id, endsOn]));
  return [
    ...before.map((one) => ({ ...one, endsOn: ends.get(one.id) ?? one.endsOn })),
    ...changes.begun.map((one, n) => ({ ...one, id: `new${n}` })),
  ];
}

/** "ann lead, bob deputy" of a thing on a day. */
const who = (all: readonly Row[], thing: string, on: Date) =>
  all.filter((one) => one.priorityId === thing && holdsOn(one, on)).map(({ personId, kind }) => `${personId} ${kind}`);

const days = Array.from({ length: 90 }, (_, n) => at(n - 40));

describe('handing over', () => {
  it('loses nothing and doubles nothing, on any day', () => {
    fc.assert(
      fc.property(rows('ann'), rows('bob'), fc.integer({ min: -10, max: 25 }), (anns, bobs, from) => {
        const before = [...anns, ...bobs];
        const after = written(before, handOver(anns, bobs, { to: 'bob', on: at(from), today, leftOn: null }));
        for (const thing of things) {
          for (const on of days) {
            const [was, is] = [who(before, thing, on), who(after, thing, on)];
            const kinds = (list: string[]) => new Set(list.map((text) => text.split(' ')[1]));
            // Whoever was led is led still; where Bob leads already, Ann's deputy row has nobody to go to.
            if (kinds(was).has('lead')) expect(kinds(is).has('lead')).toBe(true);
            if (was.length > 0) expect(is.length).toBeGreaterThan(0);
            expect(is.length).toBeLessThanOrEqual(was.length);
            expect(new Set(is).size).toBe(is.length);
            if (on < at(Math.max(from, -20)) && on < today) expect(is).toEqual(was);
          }
        }
      }),
    );
  });

  it('leaves the first person nothing from the day on, but a first day that is over', () => {
    fc.assert(
      fc.property(rows('ann'), fc.integer({ min: -10, max: 25 }), (anns, from) => {
        const after = written(anns, handOver(anns, [], { to: 'bob', on: at(from), today, leftOn: null }));
        for (const on of days.filter((one) => one >= at(Math.max(from, 1)))) {
          expect(after.filter((one) => one.personId === 'ann' && holdsOn(one, on))).toEqual([]);
        }
        for (const one of after)
          expect(+(one.endsOn ?? one.startsOn)).toBeGreaterThanOrEqual(+addDays(one.startsOn, -1));
      }),
    );
  });

  const lead = (start: number, length: number | null = null) => row('ann')('home', start, length, false, 'a');

  it('ends the day before and begins on the day', () => {
    expect(handOver([lead(-100)], [], { to: 'bob', on: at(3), today, leftOn: null })).toMatchObject({
      ended: [{ id: 'a', endsOn: at(2) }],
      begun: [{ personId: 'bob', kind: 'lead', priorityId: 'home', startsOn: at(3), endsOn: null }],
    });
  });

  it('takes back a row that begins today: it never held', () => {
    const { ended, begun } = handOver([lead(0)], [], { to: 'bob', on: at(0), today, leftOn: null });
    expect(ended).toEqual([{ id: 'a', endsOn: at(-1) }]);
    expect(begun[0]?.startsOn).toEqual(at(0));
  });

  it('keeps a planned last day, and leaves alone what ends before', () => {
    const { begun } = handOver([lead(-5, 20)], [], { to: 'bob', on: at(0), today, leftOn: null });
    expect(begun[0]?.endsOn).toEqual(at(15));
    expect(handOver([lead(-5, 3)], [], { to: 'bob', on: at(0), today, leftOn: null })).toEqual({
      ended: [],
      begun: [],
    });
  });

  it('says that nobody led longer than they were here', () => {
    const { ended, begun } = handOver([lead(-100)], [], { to: 'bob', on: at(0), today, leftOn: at(-30) });
    expect(ended[0]?.endsOn).toEqual(at(-30));
    expect(begun[0]?.startsOn).toEqual(at(0));
  });

  it('makes a deputy who takes over the lead, and no deputy any more', () => {
    const deputy = row('bob')('home', -50, null, true, 'b');
    const after = written(
      [lead(-100), deputy],
      handOver([lead(-100)], [deputy], { to: 'bob', on: at(0), today, leftOn: null }),
    );
    expect(who(after, 'home', at(0))).toEqual(['bob lead']);
    expect(who(after, 'home', at(-1))).toEqual(['ann lead', 'bob deputy']);
  });
});
