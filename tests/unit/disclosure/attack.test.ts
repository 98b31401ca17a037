import { describe, expect, it } from 'vitest';
import { protect } from '#lib/disclosure/tables.ts';
import { attack, type Found } from './attacker.ts';
import { chances, pageOf, randomTable, readPage, systemOf, type Table } from './pages.ts';

const many = 10_000;

type Hide = (table: Table) => ReadonlySet<string>;
const fully: Hide = (table) => protect(systemOf(table)).hidden;

/** The true values in the order in which the attacker reads them. */
function puzzleOf(table: Table, hidden: ReadonlySet<string>) {
  const { cells, rule } = systemOf(table);
  const hidesNoZero = rule.zeros === 'shown' && !cells.some(({ id, value }) => value === 0 && hidden.has(id));
  const puzzle = readPage(pageOf(table, hidden), { ...rule, hidesNoZero });
  // The rest of a share is nowhere on the page: whether somebody wants it, only the truth says.
  const rests = cells.filter(({ unprinted }) => unprinted);
  let at = 0;
  for (const unknown of puzzle.unknowns) {
    if (!unknown.name.startsWith('rest')) continue;
    const { value = 0, unprinted } = rests[at++] ?? {};
    const isSmall = (value ?? 0) <= rule.threshold && (value !== 0 || rule.zeros === 'hidden');
    unknown.isWanted = unprinted === 'protected' && isSmall;
  }
  return puzzle;
}

/** Everything that is found, by what each of them is protected with. */
function attackAll(tables: readonly Table[], hide: Hide) {
  const found: Found[] = [];
  let programs = 0;
  for (const threshold of new Set(tables.map(({ rule }) => rule.threshold))) {
    const alike = tables.filter(({ rule }) => rule.threshold === threshold);
    for (let from = 0; from < alike.length; from += 250) {
      const result = attack(
        alike.slice(from, from + 250).map((table) => puzzleOf(table, hide(table))),
        threshold,
      );
      found.push(...result.found);
      programs += result.programs;
    }
  }
  return { found, programs };
}

describe('an attacker with the printed numbers and a solver', () => {
  const chance = chances(20_261_122);
  const tables = Array.from({ length: many }, () => randomTable(chance));

  it('finds no hidden count of 10,000 tables', { timeout: 120_000 }, () => {
    let t = performance.now();
    const hidden = new Map(tables.map((table) => [table, fully(table)]));
    console.log('protect', performance.now() - t);
    t = performance.now();
    const { found, programs } = attackAll(tables, (table) => hidden.get(table) ?? new Set());
    console.log('attack', performance.now() - t, programs);
    expect(found).toEqual([]);
  });
});
