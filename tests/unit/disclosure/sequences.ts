import { amongAt, type CellPart, countKey } from '#lib/disclosure/cells.ts';
import { type LedgerRow, planAgainst } from '#lib/disclosure/planning.ts';
import type { EarlierCell, Recorded, ReleaseCell } from '#lib/disclosure/releases.ts';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import { Refusal } from '#lib/errors.ts';
import { html } from '#lib/html.ts';
import type { Puzzle, Unknown } from './attacker.ts';
import { readNumber } from './pages.ts';

/**
 * Histories of made-up figures: released in editions and in parts, corrected in between, counted from the start of the
 * year or not; and what somebody knows who kept every page.
 */

type Place = { row: string; column: string };
type State = ReadonlyMap<string, Recorded>;
type Release = { page: string; state: State };
export type History = {
  lines: { rowTitle: string; rows: string[]; columnTitle: string; columns: string[] };
  periods: string[];
  isYearToDate: boolean;
  rule: DisclosureRule;
  releases: Release[];
  /** How many releases were refused. */
  refused: number;
};

const names = (kind: string, count: number) => Array.from({ length: count }, (_, at) => `${kind} ${at + 1}`);
const definitionId = 'figure';
const areaId = 'council';

const nameOf = (period: string, among: string) => ({
  ...{ definitionId, areaId, period, among },
  part: 'count' as CellPart,
});

/** A history of two to four releases, each planned against those before it. */
export function randomHistory(chance: () => number, hide: 'jointly' | 'alone' = 'jointly'): History {
  const pick = <T>(...choices: T[]): T => choices[Math.floor(chance() * choices.length)] as T;
  const isYearToDate = chance() < 0.4;
  const [year, quarters] = ['202526', ['Q1', 'Q2', 'Q3', 'Q4'].slice(0, 2 + Math.floor(chance() * 3))];
  const periods = isYearToDate ? quarters.map((quarter) => year + quarter) : ['2025'];
  const lines = {
    ...{ rowTitle: 'Age', rows: names('Row', 2 + Math.floor(chance() * 4)) },
    ...{ columnTitle: 'Sex', columns: chance() < 0.5 ? [] : names('Column', 2 + Math.floor(chance() * 2)) },
  };
  const rule: DisclosureRule = {
    ...{ threshold: pick(5, 5, 3), roundTo: pick(1, 1, 1, 1, 1, 5), zeros: pick('shown', 'shown', 'hidden') },
    ...{ minimumDenominator: 0, protectsRest: true },
  };
  const inner: Place[] = lines.rows.flatMap((row) =>
    (lines.columns.length > 0 ? lines.columns : ['']).map((column) => ({ row, column })),
  );
  const places: Place[] = ['', ...lines.rows].flatMap((row) =>
    ['', ...lines.columns].map((column) => ({ row, column })),
  );
  const size = pick(4, 10, 30);
  const some = () => (chance() < 0.2 ? 0 : Math.floor(-Math.log(1 - chance()) * size));
  const grown = inner.map(() => periods.map(some));
  const recorded: Recorded[] = [];
  let state = new Map<string, Recorded>();

  /** Writes every count down anew, or those alone that have changed. */
  const record = (recordedAt: Date, isAll: boolean) => {
    const next = new Map(state);
    for (const [at, period] of periods.entries()) {
      for (const { row, column } of places) {
        const cells = inner.flatMap((one, i) =>
          (row === '' || one.row === row) && (column === '' || one.column === column) ? [grown[i] ?? []] : [],
        );
        const value = cells.flatMap((own) => own.slice(0, at + 1)).reduce((sum, count) => sum + count, 0);
        const cell = { ...nameOf(period, amongAt(lines, row, column)), value, recordedAt };
        if (!isAll && state.get(countKey(cell))?.value === value) continue;
        next.set(countKey(cell), cell);
        recorded.push(cell);
      }
    }
    state = next;
  };

  const earlier: EarlierCell[] = [];
  const history: History = { lines, periods, isYearToDate, rule, releases: [], refused: 0 };
  const meanings = [
    {
      ...{ id: definitionId, indicatorId: 'indicator', title: 'Figure', isYearToDate },
      periodType: isYearToDate ? ('financialQuarter' as const) : ('snapshot31March' as const),
    },
  ];
  const editions = 2 + Math.floor(chance() * 3);
  for (let edition = 1; edition <= editions; edition += 1) {
    const day = new Date(Date.UTC(2025, 6 + edition, 1));
    if (edition === 1) record(day, true);
    else if (chance() < 0.5) {
      for (let corrected = 0; corrected <= chance() * 3; corrected += 1) {
        const cell = pick(...grown);
        cell[Math.floor(chance() * periods.length)] = some();
      }
      record(day, chance() < 0.5);
    }
    const view = pick('all', 'all', 'rows', 'columns', 'total', 'some');
    const isSeen = ({ row, column }: Place) =>
      view === 'all' ||
      (view === 'rows' && column === '') ||
      (view === 'columns' && row === '') ||
      (row === '' && column === '') ||
      (view === 'some' && chance() < 0.5);
    const seen = places.filter(isSeen);
    const out = isYearToDate && chance() < 0.7 ? periods.slice(0, edition) : periods;
    const cells: ReleaseCell[] = out.flatMap((period) =>
      seen.flatMap(({ row, column }) => state.get(countKey(nameOf(period, amongAt(lines, row, column)))) ?? []),
    );
    const wholes = [{ indicatorId: 'indicator', ...lines }];
    try {
      const before = hide === 'jointly' ? earlier : [];
      const { rows } = planAgainst({ cells, earlier: before, recorded: [...recorded], meanings, wholes }, () => rule);
      for (const [at, row] of rows.entries()) {
        earlier.push({
          ...row,
          value: cells[at]?.value ?? null,
          release: `Figures, edition ${edition}`,
          releasedAt: day,
        });
      }
      history.releases.push({ state, page: pageOf(out, seen, lines, rows) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      history.refused += 1;
      if (process.env.SEE)
        console.log(
          error.message,
          '\n',
          JSON.stringify({ edition, rule, isYearToDate, view, out }),
          '\n',
          earlier.map((e) => [e.release.at(-1), e.period, e.among, e.value, e.shown].join(' ')).join('\n'),
          '\nNEW',
          cells.map((c) => [c.period, c.among, c.value].join(' ')).join('\n'),
        );
    }
  }
  return history;
}

function pageOf(
  periods: readonly string[],
  seen: readonly Place[],
  lines: History['lines'],
  rows: readonly LedgerRow[],
): string {
  const shown = new Map(rows.map((row) => [countKey(row), row.shown]));
  const sections = periods.map((period) => {
    const cells = seen.map(({ row, column }) => {
      const count = shown.get(countKey(nameOf(period, amongAt(lines, row, column))));
      return html`<tr><th>${row || 'All'}</th><th>${column || 'All'}</th><td>${count?.toLocaleString('en-GB') ?? 'c'}</td></tr>`;
    });
    return html`<section><h2>${period}</h2><table>${cells}</table></section>`;
  });
  return sections.join('');
}

/**
 * All pages of a history as one puzzle. A count is the same unknown as long as its true value was the same: a gift to
 * the attacker, who could only guess it.
 */
export function readHistory({ lines, periods, isYearToDate, rule, releases }: History): Puzzle {
  const unknowns: Unknown[] = [];
  const sums: Puzzle['sums'] = [];
  const places = new Map<string, number>();
  const isSmall = (value: number) => (value === 0 ? rule.zeros === 'hidden' : value <= rule.threshold);
  const unknown = (name: string, value: number): number => {
    const before = places.get(name);
    if (before !== undefined) return before;
    const place = unknowns.push({ name, low: 0, high: Number.POSITIVE_INFINITY, isWanted: isSmall(value) }) - 1;
    places.set(name, place);
    return place;
  };
  const hiddenPlaces = new Set<number>();
  let hidesZero = rule.zeros === 'hidden';
  for (const { page, state } of releases) {
    const valueOf = (period: string, row: string, column: string) =>
      state.get(countKey(nameOf(period, amongAt(lines, row, column))))?.value ?? 0;
    const at = (period: string, row: string, column: string) => {
      const value = valueOf(period, row, column);
      return unknown(`${period} ${row || 'All'} ${column || 'All'} v${value}`, value);
    };
    for (const [nth, period] of periods.entries()) {
      const across = ['', ...lines.columns];
      const down = ['', ...lines.rows];
      for (const column of across) {
        sums.push(down.map((row): [number, number] => [at(period, row, column), row === '' ? -1 : 1]));
      }
      if (across.length > 1) {
        for (const row of down) {
          sums.push(across.map((column): [number, number] => [at(period, row, column), column === '' ? -1 : 1]));
        }
      }
      const last = periods[nth - 1];
      if (!isYearToDate || last === undefined) continue;
      for (const row of down) {
        for (const column of across) {
          const [now, then] = [at(period, row, column), at(last, row, column)];
          const between = valueOf(period, row, column) - valueOf(last, row, column);
          sums.push([
            [now, -1],
            [then, 1],
            [unknown(`between ${unknowns[then]?.name} and ${unknowns[now]?.name}`, between), 1],
          ]);
        }
      }
    }
    for (const [, period = '', table = ''] of page.matchAll(/<h2>(.*?)<\/h2><table>(.*?)<\/table>/gs)) {
      for (const [, row = '', column = '', text = ''] of table.matchAll(
        /<th>(.*?)<\/th><th>(.*?)<\/th><td>(.*?)<\/td>/g,
      )) {
        const [inRow, inColumn] = [row === 'All' ? '' : row, column === 'All' ? '' : column];
        const place = at(period, inRow, inColumn);
        const of = unknowns[place];
        if (!of) continue;
        if (text === 'c') {
          of.isWanted = true;
          hiddenPlaces.add(place);
          hidesZero ||= valueOf(period, inRow, inColumn) === 0;
          continue;
        }
        const { low, high } = readNumber(text, rule);
        of.low = Math.max(of.low, low);
        of.high = Math.min(of.high, high);
      }
    }
  }
  for (const place of hiddenPlaces) {
    const of = unknowns[place];
    if (of && !hidesZero) of.low = Math.max(of.low, 1);
  }
  return { unknowns, sums };
}
