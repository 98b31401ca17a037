import { describe, expect, it } from 'vitest';
import { type Cell, fromCell } from '#lib/workbook/cells.ts';
import type { Column } from '#lib/workbook/columns.ts';

const column = (kind: Column['kind'], more: Partial<Column> = {}): Column => ({
  field: 'x',
  header: 'X',
  kind,
  blank: 'refuse',
  help: '',
  ...more,
});
const value = (kind: Column['kind'], cell: Cell, more?: Partial<Column>) => {
  const read = fromCell(column(kind, more), cell, 7);
  return 'value' in read ? read.value : read.sentence;
};

describe('a day', () => {
  it.each(['31/03/2026', '2026-03-31', ' 31/3/2026 ', new Date('2026-03-31T00:00:00Z')])(
    'is understood as %s',
    (cell) => {
      expect(value('day', cell)).toBe('2026-03-31');
    },
  );
  it.each(['30/02/2026', '2026-13-01', '31.03.2026', 'soon', 45_000, '03/31/2026'])('is not %s', (cell) => {
    expect(value('day', cell)).toMatch(/is not a day. Type it like 31\/03\/2026/);
  });
});

describe('a number', () => {
  it.each([
    [12, 12],
    ['12', 12],
    ['84.5', 84.5],
    ['-3', -3],
    ["'-3", -3],
    [1e-7, 1e-7],
  ])('%s is %s', (cell, expected) => {
    expect(value('number', cell)).toBe(expected);
  });
  it.each(['84%', '1,234', 'twelve', '12 children', true])('is not %s', (cell) => {
    expect(value('number', cell)).toMatch(/is not a number/);
  });
  it('that is whole is not 1.5', () => {
    expect(value('whole', 1.5)).toMatch(/is not a whole number/);
  });
});

it('a number in a column of texts is that text', () => {
  expect(value('text', 7)).toBe('7');
});

it('an empty cell is what the column says', () => {
  expect(value('text', '  ')).toMatch(/may not be empty/);
  expect(value('text', null, { blank: 'null' })).toBeNull();
  expect(value('names', null, { blank: 'none' })).toEqual([]);
  expect(value('whole', null, { blank: 'row' })).toBe(7);
});

it('an answer is known by its words or its value, in capitals or not', () => {
  const choices = { high: 'Higher is better', low: 'Lower is better' };
  expect(value('choice', 'higher IS better', { choices })).toBe('high');
  expect(value('choice', 'low', { choices })).toBe('low');
  expect(value('choice', 'up', { choices })).toMatch(/Use one of: Higher is better, Lower is better/);
});

it('names may be parted by semicolons or by lines', () => {
  expect(value('names', 'Home 1; Home 2;;Home 3\nHome 4 ')).toEqual(['Home 1', 'Home 2', 'Home 3', 'Home 4']);
});
