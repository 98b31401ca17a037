import { amongAt, type CellPart, countKey } from '#lib/disclosure/cells.ts';
import { type LedgerRow, planAgainst } from '#lib/disclosure/planning.ts';
import type { EarlierCell, Recorded, ReleaseCell } from '#lib/disclosure/releases.ts';
import type { DisclosureRule } from '#lib/disclosure/rules.ts';
import { Refusal } from '#lib/errors.ts';
import { html } from '#lib/html.ts';

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
  parts: ('count' | 'group')[];
  rule: DisclosureRule;
  releases: Release[];
  /** How many releases were refused. */
  refused: number;
};

const names = (kind: string, count: number) => Array.from({ length: count }, (_, at) => `${kind} ${at + 1}`);
const definitionId = 'figure';
const areaId = 'council';

export const nameOf = (period: string, among: string, part: CellPart) => ({
  definitionId,
  areaId,
  period,
  among,
  part,
});

/** A history of two to four releases, each planned against those before it. */
export function randomHistory(chance: () => number, hide: 'jointly' | 'alone' = 'jointly'): History {
  const pick = <T>(...choices: T[]): T => choices[Math.floor(chance() * choices.length)] as T;
  const isYearToDate = chance() < 0.4;
  const [year, quarters] = ['202526', ['Q1', 'Q2', 'Q3', 'Q4'].slice(0, 2 + Math.floor(chance() * 3))];
  const periods = isYearToDate ? quarters.map((quarter) => year + quarter) : ['2025'];
  const lines = {
    rowTitle: 'Age',
    rows: names('Row', 2 + Math.floor(chance() * 4)),
    columnTitle: 'Sex',
    columns: chance() < 0.5 ? [] : names('Column', 2 + Math.floor(chance() * 2)),
  };
  const rule: DisclosureRule = {
    threshold: pick(5, 5, 3),
    roundTo: pick(1, 1, 1, 1, 1, 5),
    zeros: pick('shown', 'shown', 'hidden'),
    minimumDenominator: 0,
    protectsRest: true,
  };
  const inner: Place[] = lines.rows.flatMap((row) =>
    (lines.columns.length > 0 ? lines.columns : ['']).map((column) => ({ row, column })),
  );
  const places: Place[] = ['', ...lines.rows].flatMap((row) =>
    ['', ...lines.columns].map((column) => ({ row, column })),
  );
  const size = pick(4, 10, 30);
  const parts: History['parts'] = chance() < 0.2 ? ['count', 'group'] : ['count'];
  const some = () => {
    const group = chance() < 0.2 ? 0 : Math.floor(-Math.log(1 - chance()) * size);
    return { group, count: parts.length > 1 ? Math.floor(chance() * (group + 1)) : group };
  };
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
        for (const part of parts) {
          const value = cells.flatMap((own) => own.slice(0, at + 1)).reduce((sum, count) => sum + count[part], 0);
          const cell = { ...nameOf(period, amongAt(lines, row, column), part), value, recordedAt };
          if (!isAll && state.get(countKey(cell))?.value === value) continue;
          next.set(countKey(cell), cell);
          recorded.push(cell);
        }
      }
    }
    state = next;
  };

  const earlier: EarlierCell[] = [];
  const history: History = { lines, periods, isYearToDate, parts, rule, releases: [], refused: 0 };
  const meanings = [
    {
      id: definitionId,
      indicatorId: 'indicator',
      title: 'Figure',
      isYearToDate,
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
      seen.flatMap(({ row, column }) =>
        parts.flatMap((part) => state.get(countKey(nameOf(period, amongAt(lines, row, column), part))) ?? []),
      ),
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
      history.releases.push({ state, page: pageOf(out, seen, history, rows) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      history.refused += 1;
    }
  }
  return history;
}

function pageOf(
  periods: readonly string[],
  seen: readonly Place[],
  { lines, parts }: History,
  rows: readonly LedgerRow[],
): string {
  const shown = new Map(rows.map((row) => [countKey(row), row.shown]));
  const sections = periods.map((period) => {
    const cells = seen.map(({ row, column }) => {
      const printed = parts.map((part) => {
        const count = shown.get(countKey(nameOf(period, amongAt(lines, row, column), part)));
        return html`<td>${count?.toLocaleString('en-GB') ?? 'c'}</td>`;
      });
      return html`<tr><th>${row || 'All'}</th><th>${column || 'All'}</th>${printed}</tr>`;
    });
    return html`<section><h2>${period}</h2><table>${cells}</table></section>`;
  });
  return sections.join('');
}
