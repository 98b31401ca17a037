import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arranged, dashboardParts, placedParts, textKey } from '#lib/themes/composing/rules.ts';

const usual = Object.keys(dashboardParts);
const texts = fc.uniqueArray(fc.uuid(), { maxLength: 4 });
const chosen = (ids: readonly string[]) =>
  fc.array(fc.oneof(fc.constantFrom(...usual, ...ids.map(textKey)), fc.string()), { maxLength: 14 });

describe('the parts of a dashboard', () => {
  it('are the usual ones where nobody has chosen, a text behind “In short”', () => {
    expect(placedParts([], [])).toEqual(usual);
    expect(placedParts([], ['a', 'b']).slice(0, 4)).toEqual(['brief', 'text:a', 'text:b', 'questions']);
    expect(placedParts(['headlines', 'brief', 'text:a'], ['a']).slice(0, 4)).toEqual([
      'headlines',
      'commitments',
      'figures',
      'breakdowns',
    ]);
  });

  it('stand there once each whatever was stored, and those that were placed keep their order', () => {
    fc.assert(
      fc.property(
        texts.chain((ids) => fc.tuple(fc.constant(ids), chosen(ids))),
        ([ids, stored]) => {
          const placed = placedParts(stored, ids);
          expect(placed.toSorted()).toEqual([...usual, ...ids.map(textKey)].toSorted());
          const known = [...new Set(stored)].filter((key) => placed.includes(key as never));
          expect(placed.filter((key) => known.includes(key))).toEqual(known);
          expect(placedParts(placed, ids)).toEqual(placed);
        },
      ),
    );
  });
});

describe('moving one of a list', () => {
  const lists = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 });

  it('changes two neighbours and nothing else, and back again', () => {
    fc.assert(
      fc.property(lists, fc.nat(), (ids, pick) => {
        const id = ids[pick % ids.length] ?? '';
        const down = arranged(ids, id, 'down');
        expect(down.toSorted()).toEqual(ids.toSorted());
        const at = ids.indexOf(id);
        expect(down.indexOf(id)).toBe(Math.min(at + 1, ids.length - 1));
        if (at < ids.length - 1) expect(arranged(down, id, 'up')).toEqual(ids);
      }),
    );
  });

  it('moves nothing for a stranger, and takes out one alone', () => {
    fc.assert(
      fc.property(lists, fc.nat(), (ids, pick) => {
        const id = ids[pick % ids.length] ?? '';
        expect(arranged(ids, `${ids.join('')}!`, 'up')).toEqual(ids);
        expect(arranged(ids, id, 'out')).toEqual(ids.toSpliced(ids.indexOf(id), 1));
      }),
    );
  });
});
