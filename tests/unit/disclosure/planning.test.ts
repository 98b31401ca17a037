import { describe, expect, it } from 'vitest';
import { amongAt, countKey } from '#lib/disclosure/cells.ts';
import { planAgainst } from '#lib/disclosure/planning.ts';
import type { EarlierCell, Meaning, Recorded } from '#lib/disclosure/releases.ts';
import { plainRule } from '#lib/disclosure/rules.ts';

const day = new Date('2026-04-20');
const meaning = (id: string, periodType: Meaning['periodType']): Meaning => ({
  id,
  indicatorId: 'missing',
  title: 'Children who went missing',
  periodType,
  isYearToDate: false,
});
const meanings = [meaning('by quarter', 'financialQuarter'), meaning('by year', 'financialYear')];

const counted = (definitionId: string, period: string, value: number): Recorded => ({
  definitionId,
  areaId: 'council',
  period,
  among: '',
  part: 'count',
  value,
  recordedAt: day,
});
const quarters = (...values: number[]) => values.map((value, at) => counted('by quarter', `202526Q${at + 1}`, value));
const printed = (cells: readonly Recorded[]): EarlierCell[] =>
  cells.map((cell) => ({ ...cell, shown: cell.value, roundTo: 1, release: 'Quarters, edition 1', releasedAt: day }));

const plan = (cells: readonly Recorded[], earlier: readonly EarlierCell[], also: readonly Recorded[] = []) =>
  planAgainst({ cells, earlier, recorded: [...cells, ...earlier, ...also], meanings, wholes: [] }, () => plainRule(5));

describe('a year and its quarters', () => {
  it('do not give a small quarter away: the year is hidden where three quarters are out', () => {
    const [first, second, third, fourth] = quarters(12, 9, 15, 4) as [Recorded, Recorded, Recorded, Recorded];
    const year = counted('by year', '202526', 40);
    const out = printed([first, second, third]);
    expect(plan([year], out, [fourth]).hidden).toEqual(new Set([countKey(year)]));
    // Also where nobody has recorded the fourth quarter: the year less the other three is a count all the same.
    expect(plan([year], out).hidden).toEqual(new Set([countKey(year)]));
    expect(plan([counted('by year', '202526', 46)], out, [{ ...fourth, value: 10 }]).hidden.size).toBe(0);
  });

  it('are no sum where they do not add up, as counts of a day', () => {
    const out = printed(quarters(40, 41, 39));
    expect(plan([counted('by year', '202526', 40)], out).hidden.size).toBe(0);
  });
});

describe('two versions of a figure whose sources have other rules', () => {
  it('are held against the numbers as they are printed, not as the other one would print them', () => {
    const lines = { rowTitle: 'Age', rows: ['Under 10', '10 to 17'], columnTitle: '', columns: [] };
    const among = (row: string) => amongAt(lines, row, '');
    const exact = [
      counted('by year', '202526', 20),
      { ...counted('by year', '202526', 3), among: among('Under 10') },
      { ...counted('by year', '202526', 17), among: among('10 to 17') },
    ];
    const cells = [...exact, counted('by the health service', '202526', 40)];
    const coarse = { ...plainRule(6), roundTo: 10, zeros: 'hidden' as const };
    const facts = { cells, earlier: [], recorded: cells, wholes: [{ indicatorId: 'missing', ...lines }] };
    const { hidden } = planAgainst(
      { ...facts, meanings: [...meanings, meaning('by the health service', 'financialYear')] },
      (definition) => (definition === 'by year' ? plainRule(5) : coarse),
    );
    expect(hidden.has(countKey(exact[1] as Recorded))).toBe(true);
    expect(hidden.has(countKey(exact[2] as Recorded)) || hidden.has(countKey(exact[0] as Recorded))).toBe(true);
  });
});

describe('what is written down of a release', () => {
  it('is what it prints, rounded as it prints it, and no more of what it hides than that', () => {
    const [small, large] = quarters(3, 23) as [Recorded, Recorded];
    const rule = { ...plainRule(5), roundTo: 5 };
    const facts = { cells: [small, large], earlier: [], recorded: [small, large], meanings, wholes: [] };
    expect(planAgainst(facts, () => rule).rows.map(({ shown, roundTo }) => [shown, roundTo])).toEqual([
      [null, 5],
      [25, 5],
    ]);
  });
});
