import { amongAt, type CellPart, countKey } from '#lib/disclosure/cells.ts';
import type { Puzzle, Unknown } from './attacker.ts';
import { isSmall, readNumber } from './pages.ts';
import { type History, nameOf } from './sequences.ts';

/**
 * All pages of a history as one puzzle. A count is the same unknown as long as its true value was the same: a gift to
 * the attacker, who could only guess it.
 */
export function readHistory({ lines, periods, isYearToDate, parts, rule, releases }: History): Puzzle {
  const unknowns: Unknown[] = [];
  const sums: Puzzle['sums'] = [];
  const places = new Map<string, number>();
  const unknown = (name: string, value: number): number => {
    const before = places.get(name);
    if (before !== undefined) return before;
    const place = unknowns.push({ name, low: 0, high: Number.POSITIVE_INFINITY, isWanted: isSmall(value, rule) }) - 1;
    places.set(name, place);
    return place;
  };
  const add = (whole: number, ...of: number[]) =>
    sums.push([[whole, -1], ...of.map((place): [number, number] => [place, 1])]);
  const hiddenPlaces = new Set<number>();
  let hidesZero = rule.zeros === 'hidden';
  for (const { page, state } of releases) {
    const read = (part: CellPart, period: string, row: string, column: string) => {
      const value = state.get(countKey(nameOf(period, amongAt(lines, row, column), part)))?.value ?? 0;
      return { value, at: unknown(`${part} ${period} ${row || 'All'} ${column || 'All'} v${value}`, value) };
    };
    const less = (whole: { value: number; at: number }, part: { value: number; at: number }) => {
      const value = whole.value - part.value;
      const at = unknown(`${whole.at} less ${part.at}`, value);
      add(whole.at, part.at, at);
      return { value, at };
    };
    for (const [nth, period] of periods.entries()) {
      for (const part of parts) {
        const at = (row: string, column: string) => read(part, period, row, column);
        for (const column of ['', ...lines.columns]) {
          add(at('', column).at, ...lines.rows.map((row) => at(row, column).at));
        }
        if (lines.columns.length > 0) {
          for (const row of ['', ...lines.rows]) add(at(row, '').at, ...lines.columns.map((one) => at(row, one).at));
        }
      }
      const last = periods[nth - 1];
      for (const row of ['', ...lines.rows]) {
        for (const column of ['', ...lines.columns]) {
          if (parts.length > 1) less(read('group', period, row, column), read('count', period, row, column));
          if (!isYearToDate || last === undefined) continue;
          const [count, group] = parts.map((part) =>
            less(read(part, period, row, column), read(part, last, row, column)),
          );
          if (count && group) less(group, count);
        }
      }
    }
    for (const [, period = '', table = ''] of page.matchAll(/<h2>(.*?)<\/h2><table>(.*?)<\/table>/gs)) {
      for (const [, row = '', column = '', tail = ''] of table.matchAll(/<th>(.*?)<\/th><th>(.*?)<\/th>(.*?)<\/tr>/g)) {
        for (const [nth, [, text = '']] of [...tail.matchAll(/<td>(.*?)<\/td>/g)].entries()) {
          const part = parts[nth] ?? 'count';
          const { at, value } = read(part, period, row === 'All' ? '' : row, column === 'All' ? '' : column);
          const of = unknowns[at];
          if (!of) continue;
          if (text === 'c') {
            of.isWanted = true;
            hiddenPlaces.add(at);
            hidesZero ||= value === 0;
          } else {
            const { low, high } = readNumber(text, rule);
            of.low = Math.max(of.low, low);
            of.high = Math.min(of.high, high);
          }
        }
      }
    }
  }
  for (const place of hiddenPlaces) {
    const of = unknowns[place];
    if (of && !hidesZero) of.low = Math.max(of.low, 1);
  }
  return { unknowns, sums };
}
