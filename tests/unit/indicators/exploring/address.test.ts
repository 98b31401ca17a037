import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, askedOf, entriesOf, readAddress } from '#lib/indicators/exploring/address.ts';
import { usualChoice } from '#lib/indicators/exploring/rules.ts';
import { anyChoice, materialWith } from './material.ts';

const material = materialWith();
const read = (address: string) => readAddress(askedOf(new URLSearchParams(address)), material);

describe('the address of a choice', () => {
  it('gives the choice back, whatever was chosen', () => {
    fc.assert(
      fc.property(anyChoice(material), (choice) => {
        expect(read(addressOf(choice, material))).toEqual({ choice, problems: [] });
      }),
    );
  });

  it('is given back by the form too, which sends every control', () => {
    fc.assert(
      fc.property(anyChoice(material), (choice) => {
        const sent = new URLSearchParams([['was', choice.by], ...entriesOf(choice)]);
        expect(read(sent.toString())).toEqual({ choice, problems: [] });
      }),
    );
  });

  it('is empty for what is usual: the council, its region and England, over all periods', () => {
    const usual = usualChoice(material);
    expect(addressOf(usual, material)).toBe('');
    expect(usual).toMatchObject({
      areas: ['E06000044', 'E12000008', 'E92000001'],
      from: '2022-03-31',
      to: '2025-03-31',
      by: '',
    });
  });

  it('leaves a count of children alone, and offers no mean of counts', () => {
    const counts = materialWith({ unit: 'number', breakdowns: [] });
    expect(usualChoice(counts).areas).toEqual(['E06000044']);
    expect(counts.areas.map(({ kind }) => kind)).toEqual(['council', 'region', 'country', 'neighbour', 'neighbour']);
  });
});

describe('nonsense in an address', () => {
  const name = fc.oneof(
    fc.constantFrom('areas', 'from', 'to', 'by', 'rows', 'columns', 'view', 'kind', 'was'),
    fc.string(),
  );
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('2025-03-31', 'by-age', '5 to 9', 'mean', '', '2025-02-30', 'constructor', '__proto__'),
  );

  it('never breaks anything, and what it leaves is a choice that can be had', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 12 }), (pairs) => {
        const { choice } = read(new URLSearchParams(pairs).toString());
        expect(read(addressOf(choice, material))).toEqual({ choice, problems: [] });
      }),
    );
  });

  it('shows the usual and says so in a sentence', () => {
    const { choice, problems } = read('areas=E99&from=tomorrow&to=1999-03-31&by=shoe-size&view=smell&kind=pie');
    expect(choice).toEqual(usualChoice(material));
    expect(problems).toHaveLength(6);
    for (const problem of problems) expect(problem).toMatch(/^[A-Z].*\.$/);
  });

  it('takes periods the wrong way round as they were meant', () => {
    expect(read('from=2025-03-31&to=2024-03-31').choice).toMatchObject({ from: '2024-03-31', to: '2025-03-31' });
  });

  it('forgets the parts of another breakdown without a word, and says when a form chose nothing', () => {
    expect(read('by=by-age&was=&rows=Nobody').problems).toEqual([]);
    expect(read('by=by-age&was=by-age&columns=').problems).toEqual(['No part was chosen, so all of them are shown.']);
    expect(read('was=').problems).toEqual(['No area was chosen, so the usual ones are shown.']);
  });
});

describe('the areas of a breakdown', () => {
  it('are those that have figures of it; another area is left out with a sentence, unless the form only just changed', () => {
    expect(read('by=by-age').choice.areas).toEqual(['E06000044']);
    expect(read('by=by-age&areas=E06000044&areas=E92000001').problems).toHaveLength(1);
    expect(read('was=&by=by-age&areas=E06000044&areas=E92000001')).toMatchObject({
      choice: { areas: ['E06000044'] },
      problems: [],
    });
  });
});
