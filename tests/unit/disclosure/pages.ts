import type { Sum } from '#lib/disclosure/attack.ts';
import { type CellPart, shareOf, sumsOf } from '#lib/disclosure/cells.ts';
import { rounded } from '#lib/disclosure/printed.ts';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import type { CountCell } from '#lib/disclosure/tables.ts';
import { html } from '#lib/html.ts';
import type { Puzzle, Unknown } from './attacker.ts';

/** Random tables, the page that prints them, and what an attacker reads from that page. */

/** The attacker's own idea of it, so that a mistake of the product's does not blind them. */
export const isSmall = (count: number, { threshold, zeros }: Pick<DisclosureRule, 'threshold' | 'zeros'>) =>
  count === 0 ? zeros === 'hidden' : count <= threshold;

type Place = { count: number; group: number };
export type Table = {
  rows: string[];
  columns: string[];
  isShare: boolean;
  rule: DisclosureRule;
  /** Row by row, the total of each line last, as they stand on the page. */
  places: Place[][];
};

/** The same numbers in the same order on every machine. */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const names = (kind: string, count: number) => Array.from({ length: count }, (_, at) => `${kind} ${at + 1}`);

const plus = (a: Place, b: Place): Place => ({ count: a.count + b.count, group: a.group + b.group });
const total = (places: readonly Place[]) => places.reduce(plus, { count: 0, group: 0 });

/** Small and large, sparse and full, flat and skewed; one way and two ways; counts and shares; exact and rounded. */
export function randomTable(chance: () => number): Table {
  const pick = <T>(...choices: T[]): T => choices[Math.floor(chance() * choices.length)] as T;
  const isShare = chance() < 0.15;
  const [most, across] = isShare && chance() < 0.9 ? [5, 3] : [8, 6];
  const rows = names('Row', 1 + Math.ceil(chance() * (most - 1)));
  const columns = chance() < 0.4 ? [] : names('Column', 1 + Math.ceil(chance() * (across - 1)));
  const size = pick(2, 6, 15, 40, 200);
  const empty = pick(0, 0.1, 0.3, 0.6);
  const inner = () => {
    const group = chance() < empty ? 0 : Math.floor(-Math.log(1 - chance()) * size * (chance() < 0.1 ? 8 : 1));
    return { group, count: isShare ? Math.round(group * chance() ** pick(1, 4)) : group };
  };
  const lines = rows.map(() => (columns.length > 0 ? columns.map(inner) : [inner()]));
  const places = columns.length > 0 ? lines.map((line) => [...line, total(line)]) : lines;
  const feet = places[0]?.map((_, at) => total(places.map((line) => line[at] ?? { count: 0, group: 0 }))) ?? [];
  const rule = {
    threshold: pick(5, 5, 5, 3, 7),
    roundTo: chance() < 0.15 ? pick(5, 10) : 1,
    zeros: pick('shown', 'shown', 'hidden'),
    minimumDenominator: 0,
    protectsRest: pick(true, false),
  } as const;
  return { rows, columns, isShare, rule, places: [...places, feet] };
}

const nameOf = (part: CellPart, row: string, column: string) => `${part} of ${row || 'all'}, ${column || 'all'}`;

const linesOf = ({ rows, columns }: Pick<Table, 'rows' | 'columns'>) => ({
  down: [...rows, ''],
  across: columns.length > 0 ? [...columns, ''] : [''],
});

/** The table as the product is asked to protect it. */
export function systemOf(table: Table): { cells: CountCell[]; sums: Sum[]; rule: DisclosureRule } {
  const { down, across } = linesOf(table);
  const cells: CountCell[] = [];
  const sums = sumsOf(table, (row, column) => nameOf('count', row, column));
  if (table.isShare) sums.push(...sumsOf(table, (row, column) => nameOf('group', row, column)));
  for (const [i, row] of down.entries()) {
    for (const [j, column] of across.entries()) {
      const place = table.places[i]?.[j] ?? { count: 0, group: 0 };
      if (table.isShare) {
        const share = shareOf((part) => nameOf(part, row, column), place, table.rule);
        cells.push(...share.cells);
        sums.push(...share.sums);
      } else cells.push({ id: nameOf('count', row, column), value: place.count });
    }
  }
  return { cells, sums, rule: table.rule };
}

/** What councils do by hand: where a line has one hidden count, the next smallest goes with it. Totals are printed. */
export function lineRule(table: Table): ReadonlySet<string> {
  const { cells, rule } = systemOf(table);
  const hidden = new Set(cells.filter(({ value }) => isSmall(value ?? 0, rule)).map(({ id }) => id));
  const values = new Map(cells.map(({ id, value }) => [id, value ?? 0]));
  const across = table.columns.length > 0 ? table.columns : [''];
  const name = (row: string, column: string) => nameOf('count', row, column);
  const lines = [
    ...across.map((column) => table.rows.map((row) => name(row, column))),
    ...(table.columns.length > 0 ? table.rows.map((row) => across.map((column) => name(row, column))) : []),
  ];
  const alone = () => lines.find((line) => line.filter((id) => hidden.has(id)).length === 1 && line.some(isOpen));
  const isOpen = (id: string) => !hidden.has(id) && values.get(id) !== 0;
  for (let line = alone(); line; line = alone()) {
    const open = line.filter(isOpen).toSorted((a, b) => (values.get(a) ?? 0) - (values.get(b) ?? 0));
    if (open[0]) hidden.add(open[0]);
  }
  return hidden;
}

/** A page with the table; "c" stands where nothing may. A share is printed where both of its counts are. */
export function pageOf(table: Table, hidden: ReadonlySet<string>): string {
  const { down, across } = linesOf(table);
  const print = (part: CellPart, row: string, column: string, value: number) =>
    hidden.has(nameOf(part, row, column)) ? 'c' : rounded(value, table.rule).toLocaleString('en-GB');
  const body = down.map((row, i) => {
    const line = across.map((column, j) => {
      const { count, group } = table.places[i]?.[j] ?? { count: 0, group: 0 };
      const counted = print('count', row, column, count);
      if (!table.isShare) return html`<td>${counted}</td>`;
      const of = print('group', row, column, group);
      const isOpen = counted !== 'c' && of !== 'c' && of !== '0' && table.rule.roundTo === 1;
      return html`<td>${counted} of ${of}${isOpen && html` <small>(${Math.round((100 * count) / group)}%)</small>`}</td>`;
    });
    return html`<tr><th scope="row">${row || 'Total'}</th>${line}</tr>`;
  });
  return html`<table><thead><tr><td></td>${across.map((name) => html`<th scope="col">${name || 'Total'}</th>`)}</tr></thead>
    <tbody>${body}</tbody></table>`.toString();
}

/** What is known of the rules: the attacker reads them on the page that explains the figures. */
type Rules = Pick<DisclosureRule, 'threshold' | 'roundTo' | 'zeros'> & {
  /** That no zero was hidden to protect others; a gift to the attacker, who could only guess it. */
  hidesNoZero: boolean;
};

/** Which counts can stand behind a text: those that are not small and round to it. */
export function readNumber(text: string, { threshold, roundTo }: Pick<Rules, 'threshold' | 'roundTo'>) {
  const printed = Number(text.replaceAll(',', ''));
  if (!Number.isInteger(printed)) throw new Error(`What is ${text}?`);
  if (printed === 0 || roundTo === 1) return { low: printed, high: printed };
  // What would read as small is rounded up instead, to the first multiple that does not.
  const first = Math.ceil((threshold + 1) / roundTo) * roundTo;
  const meant = [];
  for (let count = threshold + 1; count <= printed + roundTo; count += 1) {
    if (Math.max(first, Math.floor(count / roundTo + 0.5) * roundTo) === printed) meant.push(count);
  }
  return { low: Math.min(...meant), high: Math.max(...meant) };
}

/** The puzzle that a page poses to somebody who sees nothing else. */
export function readPage(page: string, rules: Rules): Puzzle {
  const hidden = { low: rules.hidesNoZero ? 1 : 0, high: Number.POSITIVE_INFINITY };
  const read = (text: string) => (text === 'c' ? hidden : readNumber(text, rules));
  const lines = [...page.matchAll(/<th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)].map(([, , cells = '']) =>
    [...cells.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.replace(/<small>.*<\/small>/s, '').trim()),
  );
  const unknowns: Unknown[] = [];
  const sums: Puzzle['sums'] = [];
  const isShare = lines.some((line) => line.some((text) => text.includes(' of ')));
  const grid = lines.map((line, i) =>
    line.map((text, j) => {
      const [counted = '', of = ''] = text.split(' of ');
      const add = (name: string, range: Pick<Unknown, 'low' | 'high'>, isWanted: boolean) =>
        unknowns.push({ name: `${name} ${i} ${j}`, ...range, isWanted }) - 1;
      const count = add('count', read(counted), counted === 'c');
      if (!isShare) return [count];
      const group = add('group', read(of), of === 'c');
      const rest = add('rest', { low: 0, high: Number.POSITIVE_INFINITY }, false);
      sums.push([
        [group, -1],
        [count, 1],
        [rest, 1],
      ]);
      return [count, group];
    }),
  );
  const sum = (places: (number | undefined)[]) =>
    sums.push(
      places.flatMap((place, at): [number, number][] =>
        place === undefined ? [] : [[place, at === places.length - 1 ? -1 : 1]],
      ),
    );
  for (const part of isShare ? [0, 1] : [0]) {
    for (const j of grid[0]?.keys() ?? []) sum(grid.map((line) => line[j]?.[part]));
    if ((grid[0]?.length ?? 0) > 1) for (const line of grid) sum(line.map((parts) => parts[part]));
  }
  return { unknowns, sums };
}
