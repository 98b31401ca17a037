import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, type Range, type Sum } from '#lib/disclosure/attack.ts';
import { amongOf, shareOf, sumsOf } from '#lib/disclosure/cells.ts';
import { isTooSmall, meantBy, rounded } from '#lib/disclosure/printed.ts';
import { plainRule } from '#lib/disclosure/rules.ts';
import { type CountCell, protect, type TableSystem } from '#lib/disclosure/tables.ts';

const rule = plainRule(5);

/** A line of counts and its total. */
const line = (counts: Readonly<Record<string, number | null>>, total: number): TableSystem => ({
  cells: [...Object.entries(counts).map(([id, value]) => ({ id, value })), { id: 'total', value: total }],
  sums: [{ whole: 'total', parts: Object.keys(counts) }],
  rule,
});

const whyOf = (system: TableSystem) => Object.fromEntries(protect(system).why);

describe('the two tables that were printed and should not have been', () => {
  it('keeps the ethnicity counts of 4 and 5 from being told by their total', () => {
    const table = { White: 267, Mixed: 22, Asian: 5, Black: 17, Other: 4 };
    expect(whyOf(line(table, 315))).toEqual({ Asian: 'small', Other: 'small' });
    expect(whyOf(line({ ...table, Asian: 7 }, 317))).toEqual({ Other: 'small', Asian: 'protects' });
  });

  it('keeps the answer of one child from being told by those of the others', () => {
    const answers = { Always: 21, Sometimes: 9, Never: 1 };
    expect(whyOf(line(answers, 31))).toEqual({ Never: 'small', Sometimes: 'protects' });
    expect(whyOf(line({ Yes: 12, No: 1 }, 13))).toEqual({ No: 'small', Yes: 'protects' });
  });
});

describe('protecting a table', () => {
  it('hides nothing where nothing is small', () => {
    expect(protect(line({ a: 6, b: 40, c: 0 }, 46)).hidden.size).toBe(0);
    expect(protect({ ...line({ a: 1, b: 2 }, 3), rule: plainRule(0) }).hidden.size).toBe(0);
  });

  it('hides a small total, and zeros where the rule says so', () => {
    expect(whyOf(line({ a: 1, b: 2, c: 0 }, 3))).toEqual({ a: 'small', b: 'small', total: 'small' });
    const hidesZeros = { ...line({ a: 0, b: 30, c: 12 }, 42), rule: { ...rule, zeros: 'hidden' as const } };
    expect(whyOf(hidesZeros)).toEqual({ a: 'zero', c: 'protects' });
  });

  it('hides a zero or a total where nothing else is left, the zero first', () => {
    expect(whyOf(line({ a: 3, b: 3, c: 0 }, 6))).toEqual({ a: 'small', b: 'small', c: 'protects' });
    expect(whyOf(line({ a: 2, b: 4 }, 6))).toEqual({ a: 'small', b: 'small', total: 'protects' });
  });

  it('closes a ring of four in a table of two ways', () => {
    const rows = ['r1', 'r2', 'r3'];
    const columns = ['c1', 'c2', 'c3'];
    const value = (row: string, column: string): number => {
      if (row === '') return rows.reduce((sum, one) => sum + value(one, column), 0);
      if (column === '') return columns.reduce((sum, one) => sum + value(row, one), 0);
      return row === 'r1' && column === 'c1' ? 2 : 10 + Number(row[1]) * Number(column[1]);
    };
    const cells = ['', ...rows].flatMap((row) =>
      ['', ...columns].map((column) => ({ id: `${row}${column}`, value: value(row, column) })),
    );
    const { hidden, added } = protect({ cells, sums: sumsOf({ rows, columns }, (row, column) => row + column), rule });
    expect([...hidden].toSorted()).toEqual(['r1c1', 'r1c2', 'r2c1', 'r2c2']);
    expect(added).toBe(3);
  });

  it('protects those who were not counted, where the rule says so', () => {
    const share = (protectsRest: boolean) => {
      const ruled = { ...rule, protectsRest };
      return { ...shareOf((part) => part, { count: 38, group: 40 }, ruled), rule: ruled };
    };
    expect(whyOf(share(true))).toEqual({ count: 'protects' });
    expect(whyOf(share(false))).toEqual({});
  });

  it('leaves what the source hid, and hides more where that makes it harder to find', () => {
    expect(whyOf(line({ a: null, b: null, c: 30 }, 50))).toEqual({ a: 'source', b: 'source' });
    expect(whyOf(line({ a: null, b: 12, c: 30 }, 45))).toEqual({ a: 'source', b: 'protects' });
    const told: TableSystem = {
      cells: [{ id: 'a', value: null }],
      sums: [],
      rule,
      known: [{ id: 'a', low: 2, high: 4 }],
    };
    expect(protect(told).exposed).toEqual(new Set(['a']));
  });

  it('believes no source that contradicts itself', () => {
    expect(whyOf(line({ a: null, b: 50, c: 30 }, 45))).toEqual({ a: 'source' });
  });

  it('counts on nothing that is out already', () => {
    const table = line({ a: 3, b: 9, c: 20 }, 32);
    expect(whyOf({ ...table, known: [{ id: 'b', low: 9, high: 9 }] })).toEqual({ a: 'small', c: 'protects' });
    const others = ['b', 'c', 'total'].map((id) => {
      const value = table.cells.find((cell) => cell.id === id)?.value ?? 0;
      return { id, low: value, high: value };
    });
    expect(protect({ ...table, known: others }).exposed).toEqual(new Set(['a']));
  });

  it('protects what is hidden for a reason of its own', () => {
    expect(whyOf({ ...line({ a: 8, b: 9, c: 20 }, 37), hide: ['c'] })).toEqual({ c: 'protects', a: 'protects' });
  });

  it('takes a sum that does not add up for one whose error is known', () => {
    expect(whyOf(line({ a: 3, b: 9, c: 20 }, 33))).toEqual({ a: 'small', b: 'protects' });
  });
});

const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 8 });
const anyRule = fc.record({
  threshold: fc.integer({ min: 1, max: 8 }),
  roundTo: fc.constantFrom(1, 1, 5),
  zeros: fc.constantFrom('shown' as const, 'hidden' as const),
  minimumDenominator: fc.constant(0),
  protectsRest: fc.constant(true),
});

describe('any line of counts', () => {
  const tableOf = (values: readonly number[], ruled: TableSystem['rule']) => ({
    ...line(
      Object.fromEntries(values.map((value, at) => [`cell ${at}`, value])),
      values.reduce((a, b) => a + b, 0),
    ),
    rule: ruled,
  });

  it('prints nothing small, gives a reason for each hidden count, and the same answer each time', () => {
    fc.assert(
      fc.property(counts, anyRule, (values, ruled) => {
        const table = tableOf(values, ruled);
        const { hidden, primary, added, why } = protect(table);
        for (const { id, value } of table.cells) expect(hidden.has(id) || !isTooSmall(value, ruled)).toBe(true);
        expect(new Set(why.keys())).toEqual(hidden);
        expect(primary.size + added).toBe(hidden.size);
        if (primary.size === 0) expect(added).toBe(0);
        expect(protect(table).hidden).toEqual(hidden);
      }),
    );
  });

  it('hides no more than is needed: printing any one of those added tells somebody something', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const table = tableOf(values, rule);
        const { hidden, why } = protect(table);
        for (const [id, reason] of why) {
          if (reason !== 'protects') continue;
          const fewer = new Set([...hidden].filter((one) => one !== id));
          expect(narrowest(table, fewer)).toBeLessThan(rule.threshold);
        }
        expect(narrowest(table, hidden)).toBeGreaterThanOrEqual(rule.threshold);
      }),
    );
  });
});

/** How wide the narrowest interval of a hidden count is. */
function narrowest({ cells, sums }: TableSystem, hidden: ReadonlySet<string>): number {
  const least = cells.some(({ id, value }) => value === 0 && hidden.has(id)) ? 0 : 1;
  const ranges = cells.map(({ id, value }): [string, Range] =>
    hidden.has(id) ? [id, { low: least, high: Number.POSITIVE_INFINITY }] : [id, { low: value ?? 0, high: value ?? 0 }],
  );
  const bounds = boundsOf(new Map(ranges), sums);
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...[...hidden].map((id) => (bounds?.get(id)?.high ?? 0) - (bounds?.get(id)?.low ?? 0)),
  );
}

describe('bounds', () => {
  it('are those that a line of counts has by adding and subtracting', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 40 }), (lows, spare) => {
        const total = lows.reduce((sum, low) => sum + low, spare);
        const ranges = new Map(
          lows.map((low, at): [string, Range] => [`${at}`, { low, high: Number.POSITIVE_INFINITY }]),
        );
        ranges.set('all', { low: total, high: total });
        const sums: Sum[] = [{ whole: 'all', parts: lows.map((_, at) => `${at}`) }];
        const bounds = boundsOf(ranges, sums);
        for (const [at, low] of lows.entries()) {
          expect(bounds?.get(`${at}`)?.low).toBeCloseTo(low, 3);
          expect(bounds?.get(`${at}`)?.high).toBeCloseTo(low + spare, 3);
        }
      }),
    );
  });

  it('are none where the numbers contradict each other, and have no end where nothing holds them', () => {
    const sums: Sum[] = [{ whole: 'all', parts: ['a', 'b'] }];
    const open: CountCell['id'][] = ['a', 'all'];
    const ranges = (all: Range) =>
      new Map([
        ['a', { low: 0, high: Number.POSITIVE_INFINITY }],
        ['b', { low: 9, high: 9 }],
        ['all', all],
      ]);
    expect(boundsOf(ranges({ low: 4, high: 4 }), sums)).toBeNull();
    const bounds = boundsOf(ranges({ low: 0, high: Number.POSITIVE_INFINITY }), sums);
    expect(open.map((id) => bounds?.get(id)?.high)).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});

describe('a printed number', () => {
  it('stands for every count that is printed so, and for no other', () => {
    fc.assert(
      fc.property(anyRule, fc.integer({ min: 0, max: 60 }), (ruled, count) => {
        if (isTooSmall(count, ruled)) return;
        const { low, high } = meantBy(rounded(count, ruled), ruled);
        expect(low <= count && count <= high).toBe(true);
        for (const end of [low, high]) expect(rounded(end, ruled)).toBe(rounded(count, ruled));
      }),
    );
  });
});

describe('which children a count is about', () => {
  it('has one spelling, whatever comes first and whatever the words hold', () => {
    const sex = ['Sex', 'Girls & boys'] as const;
    expect(amongOf([['Age', '10 to 15'], sex])).toBe(amongOf([sex, ['Age', '10 to 15']]));
    expect(amongOf([['Age', ''], sex])).toBe(amongOf([sex]));
    expect(amongOf([['Age', '']])).toBe('');
    expect(amongOf([['a', 'b&c=d']])).not.toBe(
      amongOf([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    );
  });
});
