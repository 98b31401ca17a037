import { describe, expect, it } from 'vitest';
import { strategyContent } from '#lib/strategies/content.ts';
import { contentProblems } from '#lib/strategies/content-rules.ts';
import { type Noun, nouns } from '#lib/strategies/editing/fields.ts';
import { added, changed, editProblems, removed, rowOf, typedOf } from '#lib/strategies/editing/rules.ts';
import { carriedOver, firstContent, successorOf } from '#lib/strategies/editing/successor.ts';
import { flattened, freeSlug, isAdopted, nested, phaseOf } from '#lib/strategies/rules.ts';
import { wholeContent } from '#tests/unit/strategies/content-fixture.ts';

const catalogue = [...wholeContent().indicators, { key: 'other', title: 'Another' }];
const edit = (noun: Noun, name: string, typed: Record<string, unknown>) => {
  const row = rowOf(wholeContent(), noun, name) ?? expect.unreachable();
  const many = Object.fromEntries(
    ['indicators', 'commitments'].flatMap((field) => (Array.isArray(row[field]) ? [[field, row[field]]] : [])),
  );
  return changed(wholeContent(), noun, name, { ...typedOf(noun, row), ...many, ...typed }, catalogue);
};

describe('a row on a form', () => {
  const names: Record<Noun, string> = {
    strategy: '',
    priority: 'near-home',
    commitment: 'home 1',
    promise: '3',
    measure: '1.1.a',
  };
  for (const noun of nouns) {
    it(`of a ${noun} comes back as it was when nobody changes it`, () => {
      expect(edit(noun, names[noun], {})).toEqual(wholeContent());
    });
  }

  it('changes what was typed and nothing else', () => {
    const after = edit('commitment', 'home 2', { wording: ' Better.\r\nYes. ', parent: 'home 1', indicators: 'other' });
    const expected = wholeContent();
    const row = expected.commitments[2] ?? expect.unreachable();
    Object.assign(row, { wording: 'Better.\nYes.', parent: 'home 1', indicators: ['other'] });
    expect(after).toEqual({ ...expected, indicators: catalogue });
  });

  it('cannot change what others point to it by', () => {
    expect(edit('promise', '3', { number: '9' })).toEqual(wholeContent());
  });
});

describe('a new row', () => {
  it('gets a reference and the last place, and is sound', () => {
    const typed = {
      number: '2',
      title: 'New',
      wording: 'We will.',
      priority: 'home',
      parent: 'home 1',
      publishedOrder: '',
      displayOrder: '',
    };
    const { content, name } = added(wholeContent(), 'commitment', typed, catalogue);
    expect(name).toBe('home 1.2');
    expect(rowOf(content, 'commitment', name)).toMatchObject({
      publishedOrder: 2,
      displayOrder: 10,
      carriedFrom: null,
    });
    expect(editProblems(content, 'commitment', name, 5)).toEqual({});
    expect(contentProblems(strategyContent.parse(content))).toEqual([]);
  });

  it('says field by field what is missing or wrong', () => {
    const typed = {
      number: '1',
      title: '',
      wording: 'We will.',
      priority: 'home',
      parent: '',
      publishedOrder: '',
      displayOrder: 'x',
    };
    const { content, name } = added(wholeContent(), 'commitment', typed, catalogue);
    expect(editProblems(content, 'commitment', name, 5)).toEqual({
      title: 'Fill in “Title”.',
      displayOrder: '“Place in the display order” cannot be like this: check it.',
    });
    const twice = added(wholeContent(), 'commitment', { ...typed, title: 'A', displayOrder: '1' }, catalogue);
    expect(editProblems(twice.content, 'commitment', twice.name, 5)).toHaveProperty('ref');
  });

  it('taken out leaves what pointed to it in the lurch, and that is said', () => {
    const errors = editProblems(removed(wholeContent(), 'commitment', 'home 1'), 'commitment', 'home 1', 5);
    expect(Object.keys(errors)).toEqual(['']);
    expect(editProblems(removed(wholeContent(), 'commitment', 'home 2'), 'commitment', 'home 2', 5)).toEqual({});
  });
});

describe('the next strategy', () => {
  const named = { key: '2034-37', title: 'Next', startsOn: '2034-04-01', endsOn: '2037-03-31' };

  it('has the priorities, and the commitments carried over, each pointing back', () => {
    const next = successorOf(wholeContent(), named, ['home 1.1', 'work 1']);
    expect(contentProblems(strategyContent.parse(next))).toEqual([]);
    expect(next).toMatchObject({ ...named, supersedes: '2031-34', adoptedOn: null, promises: [], statistics: [] });
    expect(next.priorities).toHaveLength(3);
    expect(next.commitments.map(({ ref, parent, carriedFrom }) => [ref, parent, carriedFrom])).toEqual([
      ['home 1.1', null, { strategy: '2031-34', ref: 'home 1.1' }],
      ['work 1', null, { strategy: '2031-34', ref: 'work 1' }],
    ]);
  });

  it('gives two commitments of one number that come to the top a number each', () => {
    const next = successorOf(wholeContent(), named, ['home 1.1', 'home 2', 'work 1']);
    const both = successorOf(
      { ...wholeContent(), commitments: wholeContent().commitments.map((row) => ({ ...row, number: 1 })) },
      named,
      ['home 1.1', 'home 2'],
    );
    expect(next.commitments.map(({ number }) => number)).toEqual([1, 2, 1]);
    expect(both.commitments.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('takes one more later, as the last of a priority', () => {
    const next = successorOf(wholeContent(), named, ['home 2']);
    const row = wholeContent().commitments[3] ?? expect.unreachable();
    const after = carriedOver(next, { strategy: '2031-34', row }, 'home');
    expect(after.commitments.at(-1)).toMatchObject({
      ref: 'home 3',
      number: 3,
      priority: 'home',
      carriedFrom: { strategy: '2031-34', ref: 'work 1' },
    });
    expect(contentProblems(strategyContent.parse(after))).toEqual([]);
  });

  it('can be the first', () => expect(contentProblems(strategyContent.parse(firstContent(named)))).toEqual([]));
});

describe('the rules of strategies', () => {
  const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

  it('make a tree of a list in either order, and a list of a tree', () => {
    const row = (id: string, parentId: string | null, publishedOrder: number) => ({
      id,
      parentId,
      publishedOrder,
      displayOrder: 10 - publishedOrder,
    });
    const rows = [row('b', null, 2), row('a2', 'a', 2), row('a', null, 1), row('a1', 'a', 1), row('lost', 'gone', 3)];
    const ids = (order: 'published' | 'display') => flattened(nested(rows, order)).map(({ id }) => id);
    expect(ids('published')).toEqual(['a', 'a1', 'a2', 'b', 'lost']);
    expect(ids('display')).toEqual(['lost', 'b', 'a', 'a2', 'a1']);
  });

  it('say where a strategy stands in time', () => {
    const current = { startsOn: day('2023-01-01'), endsOn: day('2026-12-31') };
    const at = (startsOn: string) => ({ startsOn: day(startsOn), endsOn: day('2040-01-01') });
    expect(phaseOf(current, current, day('2026-01-01'))).toBe('inForce');
    expect(phaseOf(at('2017-01-01'), current, day('2026-01-01'))).toBe('closed');
    expect(phaseOf(at('2027-01-01'), current, day('2026-01-01'))).toBe('coming');
  });

  it('hold wording for adopted from the day of adoption, else from the first day', () => {
    const strategy = { adoptedOn: null, startsOn: day('2027-01-01') };
    expect(isAdopted(strategy, day('2026-12-31'))).toBe(false);
    expect(isAdopted(strategy, day('2027-01-01'))).toBe(true);
    expect(isAdopted({ ...strategy, adoptedOn: day('2026-06-01') }, day('2026-12-31'))).toBe(true);
  });

  it('find an address that is free', () => {
    expect(freeSlug('home-1', '2027-30', new Set())).toBe('home-1');
    expect(freeSlug('home-1', '2027-30', new Set(['home-1']))).toBe('2027-30-home-1');
    expect(freeSlug('home-1', '2027-30', new Set(['home-1', '2027-30-home-1']))).toBe('2027-30-home-1-2');
  });
});
