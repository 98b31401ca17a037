import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusKinds } from '#lib/councils/settings.ts';
import { type Compared, changesBetween, isUnchanged } from '#lib/themes/changes/rules.ts';
import { figureOf } from '#tests/unit/themes/facts.ts';

const one = (ref: string, standing: Compared['commitments'][number]['standing']) => ({
  ref,
  slug: ref,
  title: ref,
  standing,
});
const of = (part: Partial<Compared>): Compared => ({
  commitments: [],
  figures: [],
  promises: [],
  questions: [],
  ...part,
});

describe('what changed between two dashboards', () => {
  it.each([
    ['onTrack', 'atRisk', 'worse'],
    ['offTrack', 'onTrack', 'better'],
    ['onTrack', 'notUpdated', 'quiet'],
    ['notUpdated', 'offTrack', 'heard'],
  ] as const)('from %s to %s is %s', (from, to, turn) => {
    const { statuses } = changesBetween(of({ commitments: [one('a', from)] }), of({ commitments: [one('a', to)] }));
    expect(statuses).toEqual([{ ref: 'a', slug: 'a', title: 'a', from, to, turn }]);
  });

  it('a value that was revised is told with both values, also where the newest is the same', () => {
    const then = figureOf('a', [240, 287], [250, 287]);
    const now = figureOf('a', [230, 287], [250, 287]);
    expect(changesBetween(of({ figures: [then] }), of({ figures: [now] })).figures).toMatchObject([
      {
        kind: 'revised',
        from: { text: '87%' },
        to: { text: '87%' },
        revised: [{ period: '2024', from: '84%', to: '80%' }],
      },
    ]);
  });

  it('a value that may not be shown now is told as hidden, never as the difference', () => {
    const then = figureOf('a', [240, 287], [6, 287]);
    const point = { ...(then.latest ?? expect.unreachable()), value: null, numerator: null, symbol: 'c' as const };
    const [council, ...others] = then.definition.areas;
    const areas = [{ ...(council ?? expect.unreachable()), points: [point] }, ...others];
    const now = { ...then, text: '[c]', latest: point, definition: { ...then.definition, areas } };
    expect(changesBetween(of({ figures: [then] }), of({ figures: [now] })).figures[0]).toMatchObject({
      kind: 'moved',
      to: { text: '[c]' },
      revised: [{ period: '2025', from: '2%', to: '[c]' }],
    });
  });
});

const standing = fc.constantFrom(...statusKinds, 'notUpdated' as const);
const counts = fc.integer({ min: 0, max: 287 }).map((counted) => [counted, 287] as const);
const dashboards = fc.record({
  commitments: fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), standing)
    .map((all) => Object.entries(all).map(([ref, at]) => one(ref, at))),
  figures: fc
    .dictionary(fc.constantFrom('f', 'g', 'h'), fc.tuple(counts, counts))
    .map((all) => Object.entries(all).map(([key, [before, latest]]) => figureOf(key, before, latest))),
  promises: fc.dictionary(fc.constantFrom('1', '2', '3'), fc.boolean()).map((all) =>
    Object.entries(all).map(([number, hasCurrentEvidence]) => ({
      number: Number(number),
      plainTitle: number,
      hasCurrentEvidence,
    })),
  ),
  questions: fc
    .uniqueArray(fc.constantFrom('Why?', 'When?', 'Who?'))
    .map((all) => all.map((text) => ({ text, about: text, to: '' }))),
});

describe('of any two dashboards', () => {
  it('nothing has changed from one to itself', () => {
    fc.assert(
      fc.property(dashboards, (dashboard) => {
        expect(isUnchanged(changesBetween(dashboard, dashboard))).toBe(true);
      }),
    );
  });

  it('everything that differs is told once, from both sides alike', () => {
    fc.assert(
      fc.property(dashboards, dashboards, (from, to) => {
        const [there, back] = [changesBetween(from, to), changesBetween(to, from)];
        const names = (all: { statuses: { ref: string }[] }) => all.statuses.map(({ ref }) => ref).toSorted();
        expect(names(there)).toEqual(names(back));
        const before = new Map(from.commitments.map((each) => [each.ref, each.standing]));
        const after = new Map(to.commitments.map((each) => [each.ref, each.standing]));
        const differ = ['a', 'b', 'c', 'd'].filter((ref) => before.get(ref) !== after.get(ref));
        expect(names(there)).toEqual(differ);
        expect(there.promises).toHaveLength(back.promises.length);
        expect(there.questions.fresh).toEqual(back.questions.dropped);
        const mirrored = back.figures.map(({ key, from: was, to: is }) => ({ key, from: is, to: was }));
        expect(there.figures.map(({ key, from: was, to: is }) => ({ key, from: was, to: is })).toSorted(byKey)).toEqual(
          mirrored.toSorted(byKey),
        );
      }),
    );
  });
});

const byKey = (a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key);
