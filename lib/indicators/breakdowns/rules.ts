import { readValue, type StoredValue, shareOf } from '#lib/indicators/values/rules.ts';
import type { MissingSymbol } from '#lib/indicators/verdicts/rules.ts';

/** A table of parts as somebody types it: rows by columns, with totals, held against itself and against the whole. */

type Names = { names: string[] } | { sentence: string };
const nameLimit = 40;

/** The names of rows or columns, one a line. */
export function namesIn(typed: string): Names {
  const names = typed
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length > nameLimit) return { sentence: `Use ${nameLimit} at most.` };
  const twice = names.find((name, at) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < at);
  if (twice) return { sentence: `“${twice}” is there twice.` };
  const long = names.find((name) => name.length > 80);
  if (long) return { sentence: `“${long.slice(0, 40)}…” is longer than 80 characters.` };
  const total = names.find((name) => /^(total|all)$/i.test(name));
  if (total) return { sentence: `Leave “${total}” out: totals are there by themselves.` };
  return { names };
}

type Table = { rows: readonly string[]; columns: readonly string[] };

/** Names that have values and are not in the new table. */
export const missingNames = (table: Table, values: readonly { row: string; column: string }[]): string[] => [
  ...new Set(
    values.flatMap(({ row, column }) => [
      ...(row !== '' && !table.rows.includes(row) ? [row] : []),
      ...(column !== '' && !table.columns.includes(column) ? [column] : []),
    ]),
  ),
];

type TableCell = StoredValue & { row: string; column: string };
type Place = { row: string; column: string; name: string; label: string };

/** The cells of the form: every part, and the totals of rows and columns where there are both. Never the whole. */
export function placesOf({ rows, columns }: Table): Place[] {
  const place = (row: string, r: number | 'all', column: string, c: number | 'all'): Place => ({
    row,
    column,
    name: `${r}.${c}`,
    label: [row || 'All', column || (columns.length > 0 ? 'all' : '')].filter(Boolean).join(', '),
  });
  if (columns.length === 0) return rows.map((row, r) => place(row, r, '', 'all'));
  return [
    ...rows.flatMap((row, r) => [...columns.map((column, c) => place(row, r, column, c)), place(row, r, '', 'all')]),
    ...columns.map((column, c) => place('', 'all', column, c)),
  ];
}

const symbolOf = (typed: string): MissingSymbol | null =>
  (/^\[?([czxku])\]?$/i.exec(typed.trim())?.[1]?.toLowerCase() as MissingSymbol | undefined) ?? null;

type Counting = Table & { isWhole: boolean; unit: string; decimals: number };
/** The headline value, and whether the person may read it: a hidden one is not named in a refusal. */
type Whole = { numerator: number | null; denominator: number | null; value: number | null; isNamed: boolean } | null;
export type ReadTable = { cells: TableCell[] } | { errors: Record<string, string> };

/**
 * The values of a table: a cell left empty says nothing, a letter c, z, x, k or u stands instead of a number.
 * Where the parts make up the whole, totals that were left empty are added up, and totals that do not fit are refused.
 * @param typed n0.1 and d0.1 by place: how many and of how many; of a number or a score n alone
 * @param whole the headline value of the period, if there is one
 */
export function readTable(typed: Readonly<Record<string, unknown>>, table: Counting, whole: Whole): ReadTable {
  const errors: Record<string, string> = {};
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name].trim() : '');
  const isShare = table.unit === '%' || table.unit === 'rate';
  const cells = placesOf(table).flatMap(({ row, column, name, label }): TableCell[] => {
    const [first, second] = [text(`n${name}`), text(`d${name}`)];
    if (first === '' && second === '') return [];
    const symbol = symbolOf(first) ?? '';
    const number = symbol === '' ? first : '';
    const read = readValue(
      isShare
        ? { numerator: number, denominator: second, value: '', symbol }
        : { numerator: '', denominator: '', value: number, symbol },
      { unit: table.unit, decimals: table.decimals, isOwn: true },
    );
    if ('stored' in read) return [{ row, column, ...read.stored }];
    const [field = 'value', sentence = ''] = Object.entries(read.errors)[0] ?? [];
    errors[field === 'denominator' ? `d${name}` : `n${name}`] = `${label}: ${sentence}`;
    return [];
  });
  if (Object.keys(errors).length > 0) return { errors };
  if (cells.length === 0) return { errors: { [`n${placesOf(table)[0]?.name}`]: 'Enter at least one value.' } };
  return table.isWhole && table.unit !== 'score' ? added(cells, table, whole, isShare) : { cells };
}

type Counts = { count: number; group: number | null };

const countsOf = (cell: Pick<TableCell, 'numerator' | 'denominator' | 'value'>, isShare: boolean): Counts | null => {
  const count = isShare ? cell.numerator : cell.value;
  return count === null ? null : { count, group: isShare ? cell.denominator : null };
};

/** The sum of the parts; null while one of them is not known. */
function sumOf(parts: readonly (TableCell | undefined)[], isShare: boolean): Counts | null {
  const known = parts.map((part) => part && countsOf(part, isShare));
  if (known.length === 0 || known.some((one) => !one)) return null;
  return known.reduce<Counts>(
    (sum, one) => ({
      count: sum.count + (one?.count ?? 0),
      group: isShare ? (sum.group ?? 0) + (one?.group ?? 0) : null,
    }),
    { count: 0, group: null },
  );
}

function added(cells: TableCell[], table: Counting, whole: Whole, isShare: boolean): ReadTable {
  const errors: Record<string, string> = {};
  const at = (row: string, column: string) => cells.find((cell) => cell.row === row && cell.column === column);
  const made: TableCell[] = [];
  const fits = (sum: Counts, said: Counts) =>
    sum.count === said.count && (!isShare || said.group === null || sum.group === said.group);
  const words = ({ count, group }: Counts) => (group === null ? `${count}` : `${count} of ${group}`);
  const total = (row: string, column: string, parts: (TableCell | undefined)[], name: string) => {
    const sum = sumOf(parts, isShare);
    const typed = at(row, column);
    const said = typed && countsOf(typed, isShare);
    if (!sum) return;
    if (said && !fits(sum, said)) {
      errors[`n${name}`] = `${row || column}: the parts add up to ${words(sum)}, and the total says ${words(said)}.`;
    }
    if (!typed) made.push({ row, column, ...storedOf(sum, table, isShare) });
  };
  if (table.columns.length > 0) {
    table.rows.forEach((row, r) => {
      total(
        row,
        '',
        table.columns.map((column) => at(row, column)),
        `${r}.all`,
      );
    });
    table.columns.forEach((column, c) => {
      total(
        '',
        column,
        table.rows.map((row) => at(row, column)),
        `all.${c}`,
      );
    });
  }
  const rows = [...cells, ...made];
  const sum = sumOf(
    table.rows.map((row) => rows.find((cell) => cell.row === row && cell.column === '')),
    isShare,
  );
  const said = whole && countsOf(whole, isShare);
  if (sum && said && !fits(sum, said)) {
    errors['n0.all'] = whole.isNamed
      ? `The parts add up to ${words(sum)}, and the figure of this period is ${words(said)}. Correct one of them.`
      : 'The parts do not add up to the figure of this period, which is hidden. Correct one of them.';
  }
  return Object.keys(errors).length > 0 ? { errors } : { cells: rows };
}

const storedOf = ({ count, group }: Counts, { unit, decimals }: Counting, isShare: boolean): StoredValue => {
  if (!isShare) return { numerator: null, denominator: null, value: count, symbol: null };
  const value = shareOf(count, group ?? 0, unit, decimals);
  return value === null
    ? { numerator: null, denominator: group, value: null, symbol: 'z' }
    : { numerator: count, denominator: group, value, symbol: null };
};
