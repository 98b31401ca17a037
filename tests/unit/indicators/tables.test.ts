import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingNames, namesIn, placesOf, readTable } from '#lib/indicators/breakdowns/rules.ts';

const ages = { rows: ['0 to 4', '5 to 9'], columns: [] as string[] };
const byTwo = { rows: ['0 to 4', '5 to 9'], columns: ['Girls', 'Boys'] };
const counts = { unit: 'number', decimals: 0, isWhole: true };
const shares = { unit: '%', decimals: 0, isWhole: true };

describe('the names of rows and columns', () => {
  it('are lines, each once, without totals', () => {
    expect(namesIn(' 0 to 4 \n\n5 to 9')).toEqual({ names: ['0 to 4', '5 to 9'] });
    expect(namesIn('Girls\ngirls')).toEqual({ sentence: expect.stringMatching(/twice/) });
    expect(namesIn('Girls\nTotal')).toEqual({ sentence: expect.stringMatching(/totals are there/) });
    expect(namesIn('x'.repeat(81))).toHaveProperty('sentence');
  });
  it('that have values are missed when they go', () => {
    const values = [
      { row: '0 to 4', column: '' },
      { row: '', column: 'Girls' },
    ];
    expect(missingNames(byTwo, values)).toEqual([]);
    expect(missingNames({ rows: ['5 to 9'], columns: ['Boys'] }, values)).toEqual(['0 to 4', 'Girls']);
  });
});

describe('a table of parts', () => {
  it('has a place for each part and each total, and none for the whole', () => {
    expect(placesOf(ages).map(({ name }) => name)).toEqual(['0.all', '1.all']);
    expect(placesOf(byTwo).map(({ name }) => name)).toEqual([
      '0.0',
      '0.1',
      '0.all',
      '1.0',
      '1.1',
      '1.all',
      'all.0',
      'all.1',
    ]);
  });

  it('adds up the totals that were left empty, and works out their shares', () => {
    const typed = { 'n0.0': '10', 'n0.1': '20', 'n1.0': '30', 'n1.1': '40' };
    const read = readTable(
      typed,
      { ...byTwo, ...counts },
      { numerator: null, denominator: null, value: 100, isNamed: true },
    );
    const cells = 'cells' in read ? read.cells : [];
    expect(cells.find(({ row, column }) => row === '0 to 4' && column === '')).toMatchObject({ value: 30 });
    expect(cells.find(({ row, column }) => row === '' && column === 'Boys')).toMatchObject({ value: 60 });
    const share = readTable(
      { 'n0.all': '9', 'd0.all': '10', 'n1.all': '6', 'd1.all': '12' },
      { ...ages, ...shares },
      { numerator: 15, denominator: 22, value: 68, isNamed: true },
    );
    expect(share).toEqual({ cells: [expect.objectContaining({ value: 90 }), expect.objectContaining({ value: 50 })] });
  });

  it('refuses totals that do not fit, and parts that do not make the whole', () => {
    const off = readTable({ 'n0.0': '10', 'n0.1': '20', 'n0.all': '31' }, { ...byTwo, ...counts }, null);
    expect(off).toEqual({ errors: { 'n0.all': expect.stringMatching(/add up to 30, and the total says 31/) } });
    const whole = readTable(
      { 'n0.all': '10', 'n1.all': '20' },
      { ...ages, ...counts },
      { numerator: null, denominator: null, value: 31, isNamed: true },
    );
    expect(whole).toEqual({
      errors: { 'n0.all': expect.stringMatching(/add up to 30, and the figure of this period is 31/) },
    });
    const hidden = readTable(
      { 'n0.all': '1', 'n1.all': '2' },
      { ...ages, ...counts },
      { numerator: null, denominator: null, value: 4, isNamed: false },
    );
    expect(hidden).toEqual({ errors: { 'n0.all': expect.not.stringContaining('4') } });
    const notWhole = readTable(
      { 'n0.all': '10', 'n1.all': '20' },
      { ...ages, ...counts, isWhole: false },
      { numerator: null, denominator: null, value: 31, isNamed: true },
    );
    expect(notWhole).toHaveProperty('cells');
  });

  it('takes a letter instead of a number, and adds nothing up across it', () => {
    const read = readTable({ 'n0.0': 'c', 'n0.1': '[c]', 'n1.0': '30', 'n1.1': '40' }, { ...byTwo, ...counts }, null);
    const cells = 'cells' in read ? read.cells : [];
    expect(cells.filter(({ symbol }) => symbol === 'c')).toHaveLength(2);
    expect(cells.some(({ row, column }) => row === '0 to 4' && column === '')).toBe(false);
    expect(cells.find(({ row, column }) => row === '5 to 9' && column === '')).toMatchObject({ value: 70 });
  });

  it('names the cell in every refusal', () => {
    const read = readTable({ 'n0.all': '11', 'd0.all': '10' }, { ...ages, ...shares }, null);
    expect(read).toEqual({ errors: { 'n0.all': expect.stringMatching(/^0 to 4: 11 cannot/) } });
    expect(readTable({}, { ...ages, ...counts }, null)).toHaveProperty('errors');
  });

  it('whatever parts are typed, totals are their sums', () => {
    const cell = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 4, maxLength: 4 }), ([a = 0, b = 0, c = 0, d = 0]) => {
        const typed = { 'n0.0': `${a}`, 'n0.1': `${b}`, 'n1.0': `${c}`, 'n1.1': `${d}` };
        const read = readTable(typed, { ...byTwo, ...counts }, null);
        const cells = 'cells' in read ? read.cells : [];
        const at = (row: string, column: string) =>
          cells.find((one) => one.row === row && one.column === column)?.value;
        expect([at('0 to 4', ''), at('5 to 9', ''), at('', 'Girls'), at('', 'Boys')]).toEqual([
          a + b,
          c + d,
          a + c,
          b + d,
        ]);
      }),
    );
  });
});
