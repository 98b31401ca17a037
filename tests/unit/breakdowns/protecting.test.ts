import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Hiding,
  hidingOf,
  type Lines,
  type StoredCell,
  showCell,
  type Tables,
} from '#lib/breakdowns/protecting.ts';
import { boundsOf, type Range, type Sum } from '#lib/disclosure/attack.ts';
import { meantBy } from '#lib/disclosure/printed.ts';
import { type DisclosureRule, plainRule } from '#lib/disclosure/rules.ts';

const number = (value: number) => ({ value, numerator: null, denominator: null, symbol: null });
const share = (numerator: number, denominator: number) => ({
  value: denominator === 0 ? 0 : Math.round((100 * numerator) / denominator),
  numerator,
  denominator,
  symbol: null,
});

const ages: Lines = {
  rowTitle: 'Age',
  rows: ['0 to 4', '5 to 9', '10 to 15', '16'],
  columnTitle: '',
  columns: [],
  isWhole: true,
};
const agesBySex: Lines = { ...ages, columnTitle: 'Sex', columns: ['Girls', 'Boys'] };

/** Counts of a table by two characteristics, with its margins, as they would be stored. */
const grid = (counts: readonly (readonly [number, number])[]): StoredCell[] =>
  counts.flatMap(([girls, boys], at) => {
    const row = ages.rows[at] ?? '';
    return [
      { breakdown: 'age-sex', row, column: 'Girls', ...number(girls) },
      { breakdown: 'age-sex', row, column: 'Boys', ...number(boys) },
    ];
  });
const line = (counts: readonly number[]): StoredCell[] =>
  counts.map((count, at) => ({ breakdown: 'age', row: ages.rows[at] ?? '', column: '', ...number(count) }));
const sexes = (girls: number, boys: number): StoredCell[] => [
  { breakdown: 'sex', row: 'Girls', column: '', ...number(girls) },
  { breakdown: 'sex', row: 'Boys', column: '', ...number(boys) },
];
const sex: Lines = { rowTitle: 'Sex', rows: ['Girls', 'Boys'], columnTitle: '', columns: [], isWhole: true };
const all = new Map([
  ['age', ages],
  ['age-sex', agesBySex],
  ['sex', sex],
]);

const hiddenOf = (tables: Tables) =>
  hidingOf(tables).flatMap(({ because }, at) => {
    const { breakdown, row, column } = tables.cells[at] as StoredCell;
    return because ? [`${breakdown} ${row} ${column}: ${because}`.replace(/ :/, ':')] : [];
  });

describe('tables of one definition, area and period', () => {
  const rule = plainRule(5);

  it('hides another part where one small part would be the whole less the others', () => {
    const tables = { unit: 'number', rule, headline: number(61), breakdowns: all, cells: line([3, 12, 30, 16]) };
    expect(hiddenOf(tables)).toEqual(['age 0 to 4: small', 'age 5 to 9: protects']);
    expect(hiddenOf({ ...tables, headline: null })).toEqual(['age 0 to 4: small']);
  });

  it('hides more where only tables and headline together give a count away than where each is alone', () => {
    const counts = [
      [3, 9],
      [14, 16],
      [21, 17],
      [13, 11],
    ] as const;
    const margins = counts.map(([girls, boys]) => girls + boys);
    const of = (headline: Tables['headline'], cells: StoredCell[]) => ({
      unit: 'number',
      rule,
      headline,
      breakdowns: all,
      cells,
    });
    const girls = 51;
    // The table alone has no margins: nothing says what its line comes to.
    expect(hiddenOf(of(null, grid(counts)))).toEqual(['age-sex 0 to 4 Girls: small']);
    // The tables by one characteristic hold nothing small.
    expect(hiddenOf(of(number(104), [...line(margins), ...sexes(girls, 53)]))).toEqual([]);
    // Together the line of the youngest, and then that of the girls, would give the 3 away.
    const together = hiddenOf(of(number(104), [...grid(counts), ...line(margins), ...sexes(girls, 53)]));
    expect(together).toHaveLength(4);
    expect(together).toContain('age-sex 0 to 4 Girls: small');
    expect(together).toContain('age-sex 0 to 4 Boys: protects');
  });

  it('never hides for a part what the headline shows, and withholds the tables where nothing else helps', () => {
    const cells = sexes(3, 3);
    const tables = { unit: 'number', rule, headline: number(6), breakdowns: all, cells };
    expect(hiddenOf(tables)).toEqual(['sex Girls: small', 'sex Boys: small']);
  });

  it('knows that shares of one group have that group, and that its rest is the rest', () => {
    const doing: Lines = {
      rowTitle: 'What they do',
      rows: ['College', 'Work', 'University'],
      columnTitle: '',
      columns: [],
      isWhole: true,
    };
    const cells = [share(30, 60), share(9, 60), share(2, 60)].map((one, at) => ({
      breakdown: 'doing',
      row: doing.rows[at] ?? '',
      column: '',
      ...one,
    }));
    const tables = { unit: '%', rule, headline: share(41, 60), breakdowns: new Map([['doing', doing]]), cells };
    const found = hidingOf(tables);
    expect(found.map(({ because }) => because)).toEqual([null, 'protects', 'small']);
    expect(found.every(({ isGroupHidden }) => !isGroupHidden)).toBe(true);
    expect(showCell(cells[1] as StoredCell, found[1] as Hiding, '%', rule)).toEqual({
      row: 'Work',
      column: '',
      value: null,
      numerator: null,
      denominator: 60,
      symbol: 'c',
    });
  });

  it('knows that parts which make up the group give one of them away', () => {
    const homes: Lines = { ...ages, rowTitle: 'Home', rows: ['Suitable', 'Not suitable', 'Not known'], isWhole: false };
    const cells = [share(80, 96), share(13, 96), share(3, 96)].map((one, at) => ({
      breakdown: 'homes',
      row: homes.rows[at] ?? '',
      column: '',
      ...one,
    }));
    const tables = { unit: '%', rule, headline: share(80, 96), breakdowns: new Map([['homes', homes]]), cells };
    expect(hiddenOf(tables)).toEqual(['homes Not suitable: protects', 'homes Not known: small']);
  });

  it('leaves what a source hid before it published as that source printed it', () => {
    const rows = [
      number(53),
      { ...number(0), value: null, symbol: 'c' as const },
      { ...number(0), value: null, symbol: 'c' as const },
    ];
    const three: Lines = { ...ages, rows: ages.rows.slice(0, 3) };
    const cells = rows.map((one, at) => ({ breakdown: 'age', row: three.rows[at] ?? '', column: '', ...one }));
    const tables = {
      unit: 'number',
      rule: { ...rule, protectsRest: false },
      headline: number(58),
      breakdowns: new Map([['age', three]]),
      cells,
    };
    expect(hiddenOf(tables)).toEqual(['age 5 to 9: source', 'age 10 to 15: source']);
    // Where the council itself publishes, 5 that are two unknowns of at least 1 are too narrow.
    expect(hiddenOf({ ...tables, rule })).toEqual([
      'age 0 to 4: protects',
      'age 5 to 9: source',
      'age 10 to 15: source',
    ]);
  });
});

describe('an attacker who reads the headline and every table', () => {
  const count = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 8 }) }, fc.integer({ min: 0, max: 60 }));
  const counts = fc.array(fc.tuple(count, count), { minLength: 4, maxLength: 4 });
  const rules: fc.Arbitrary<DisclosureRule> = fc.record({
    threshold: fc.constantFrom(5, 7),
    roundTo: fc.constantFrom(1, 5),
    zeros: fc.constantFrom('shown', 'hidden'),
    minimumDenominator: fc.constant(0),
    protectsRest: fc.boolean(),
  });

  it('finds no hidden count in an interval narrower than the threshold', () => {
    fc.assert(
      fc.property(counts, rules, (pairs, rule) => {
        const margins = pairs.map(([girls, boys]) => girls + boys);
        const [girls, boys] = [0, 1].map((side) => pairs.reduce((sum, pair) => sum + (pair[side] ?? 0), 0)) as [
          number,
          number,
        ];
        const cells = [...grid(pairs), ...line(margins), ...sexes(girls, boys)];
        const tables = { unit: 'number', rule, headline: number(girls + boys), breakdowns: all, cells };
        const hiding = hidingOf(tables);
        const shown = cells.map((cell, at) => showCell(cell, hiding[at] as Hiding, 'number', rule));
        const id = (row: string, column: string) => `${row}|${column}`;
        const placeOf = ({ breakdown, row, column }: StoredCell) =>
          breakdown === 'sex' ? id('', row) : id(row, column);
        const unknown = { low: 0, high: Number.POSITIVE_INFINITY };
        const whole = girls + boys;
        const isWholeShown = whole === 0 ? rule.zeros === 'shown' : whole > rule.threshold;
        const ranges = new Map<string, Range>([[id('', ''), isWholeShown ? { low: whole, high: whole } : unknown]]);
        for (const [at, { value }] of shown.entries()) {
          ranges.set(placeOf(cells[at] as StoredCell), value === null ? unknown : meantBy(value, rule));
        }
        const sums: Sum[] = [
          ...ages.rows.map((row) => ({ whole: id(row, ''), parts: [id(row, 'Girls'), id(row, 'Boys')] })),
          ...['', 'Girls', 'Boys'].map((column) => ({
            whole: id('', column),
            parts: ages.rows.map((row) => id(row, column)),
          })),
          { whole: id('', ''), parts: [id('', 'Girls'), id('', 'Boys')] },
        ];
        const bounds = boundsOf(ranges, sums);
        expect(bounds).not.toBeNull();
        for (const [at, cell] of shown.entries()) {
          const found = bounds?.get(placeOf(cells[at] as StoredCell)) ?? { low: 0, high: 0 };
          if (cell.value === null) expect(found.high - found.low).toBeGreaterThanOrEqual(rule.threshold - 1e-3);
        }
      }),
      { numRuns: 300 },
    );
  });
});
