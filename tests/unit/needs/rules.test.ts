import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#lib/calendar/rules.ts';
import { type Act, isLate, needsMe, quietPriorities, soonDays } from '#lib/needs/rules.ts';

const today = day('2026-11-22');
const kinds = [
  'returned',
  'due',
  'begun',
  'action',
  'decide',
  'publish',
  'leaderless',
  'leftBehind',
  'figures',
] as const;

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...kinds),
  key: fc.constant('home-1'),
  ref: fc.integer({ min: 1, max: 12 }).map((n) => `Home ${n}`),
  title: fc.string(),
  note: fc.constant(''),
  on: fc.option(fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days))),
});

const made = (kind: Act['kind'], ref: string, days: number | null): Act => ({
  kind,
  key: ref.toLowerCase().replace(' ', '-'),
  ref,
  title: '',
  note: '',
  on: days === null ? null : addDays(today, days),
});

describe('what needs me', () => {
  it('stands most urgent first', () => {
    const acts = [
      made('action', 'Home 6', 3),
      made('due', 'Home 10', 2),
      made('due', 'Home 9', 2),
      made('begun', 'Home 8', 2),
      made('action', 'Home 5', -30),
      made('figures', 'Home 11', 5),
      made('due', 'Home 4', -1),
      made('due', 'Home 3', -5),
      made('decide', 'Home 2', -12),
      made('returned', 'Home 1', 4),
    ];
    const expected = [
      'Home 1',
      'Home 2',
      'Home 3',
      'Home 4',
      'Home 5',
      'Home 8',
      'Home 9',
      'Home 10',
      'Home 6',
      'Home 11',
    ];
    expect(needsMe(acts, today).map((one) => one.ref)).toEqual(expected);
  });

  it('does not depend on the order it was found in', () => {
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const shape = (list: Act[]) => list.map(({ kind, ref, title, on }) => [kind, ref, title, on]);
        expect(shape(needsMe(acts.toReversed(), today))).toEqual(shape(needsMe(acts, today)));
      }),
    );
  });

  it('leaves out only actions without a day or due later than soon', () => {
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const left = new Set(needsMe(acts, today));
        for (const one of acts.filter((other) => !left.has(other))) {
          expect(['action', 'figures']).toContain(one.kind);
          expect(one.on === null || one.on > addDays(today, soonDays)).toBe(true);
        }
      }),
    );
  });

  it('never puts something that is late behind an update or action that is not', () => {
    const own = (one: Act) =>
      one.kind === 'due' || one.kind === 'begun' || one.kind === 'action' || one.kind === 'figures';
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const late = needsMe(acts, today)
          .filter(own)
          .map((one) => isLate(one, today));
        expect(late).toEqual(late.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });
});

describe('who has gone quiet', () => {
  const row = (id: string, priorityKey: string, standing: 'notUpdated' | 'onTrack', leads: string | null) => ({
    id,
    priorityKey,
    priorityTitle: priorityKey,
    standing,
    leads,
  });

  it('is told by priority, the most first, without what waits for a decision', () => {
    const rows = [
      row('1', 'home', 'notUpdated', 'Home lead'),
      row('2', 'home', 'onTrack', 'Home lead'),
      row('3', 'voice', 'notUpdated', 'Voice lead'),
      row('4', 'voice', 'notUpdated', null),
      row('5', 'voice', 'notUpdated', 'Voice lead'),
    ];
    expect(quietPriorities(rows, new Set(['5']))).toEqual([
      { key: 'voice', title: 'voice', leads: ['Voice lead'], count: 2, total: 3 },
      { key: 'home', title: 'home', leads: ['Home lead'], count: 1, total: 2 },
    ]);
    expect(quietPriorities(rows, new Set(['1', '3', '4', '5']))).toEqual([]);
  });
});
