import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, everything, isWhole, readActionFilter, readPage, readView } from '#lib/actions/filter.ts';

const read = (address: string) => readActionFilter(Object.fromEntries(new URLSearchParams(address)));

describe('the filter in the address', () => {
  it('comes back from its own address', () => {
    const id = fc.uuid();
    const filter = fc.record({
      owner: fc.oneof(id, fc.constantFrom('', 'me', 'none')),
      organisation: fc.oneof(id, fc.constant('')),
      status: fc.constantFrom('', 'open', 'notStarted', 'inProgress', 'done', 'dropped'),
      priority: fc.constantFrom('', 'home'),
      commitment: fc.constantFrom('', 'home-4'),
      due: fc.constantFrom('', 'overdue', 'soon', 'none', '2026-11'),
      q: fc.stringMatching(/^[a-z&=+%# ]{0,20}$/).map((text) => text.trim()),
      sort: fc.constantFrom('', 'title', '-title', 'due', '-owner'),
    });
    fc.assert(
      fc.property(filter, (one) => {
        expect(read(addressOf(one as typeof everything))).toEqual(one);
      }),
    );
  });

  it('takes what makes no sense as nothing', () => {
    const nonsense = 'owner=1 OR 1=1&organisation=x&status=late&due=2026-13&sort=-secret';
    expect(read(nonsense)).toEqual(everything);
    expect(readActionFilter({ q: ['a', 'b'] })).toEqual(everything);
    expect(isWhole(read('sort=due'))).toBe(true);
    expect(isWhole(read('status=open'))).toBe(false);
    expect([readView('board'), readView('x'), readView(undefined)]).toEqual(['board', 'list', 'list']);
    expect([readPage('3'), readPage('0'), readPage('-1'), readPage('1e9'), readPage('x')]).toEqual([3, 1, 1, 1, 1]);
  });
});
