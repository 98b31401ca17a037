import { beforeAll, describe, expect, it } from 'vitest';
import { protect } from '#lib/disclosure/tables.ts';
import { attack, type Found } from './attacker.ts';
import { chances, isSmall, lineRule, pageOf, randomTable, readPage, systemOf, type Table } from './pages.ts';

/** The promise of the product: from what is printed, nobody can tell how few children stand behind a hidden count. */

const many = 10_000;

/** The page as a puzzle, with what only the truth can say: which rest of a share is small enough to be wanted. */
function puzzleOf(table: Table, hidden: ReadonlySet<string>) {
  const { cells, rule } = systemOf(table);
  const hidesNoZero = rule.zeros === 'shown' && !cells.some(({ id, value }) => value === 0 && hidden.has(id));
  const puzzle = readPage(pageOf(table, hidden), { ...rule, hidesNoZero });
  const rests = cells.filter(({ unprinted }) => unprinted).values();
  for (const unknown of puzzle.unknowns) {
    if (!unknown.name.startsWith('rest')) continue;
    const rest = rests.next().value;
    unknown.isWanted = rest?.unprinted === 'protected' && isSmall(rest.value ?? 0, rule);
  }
  return puzzle;
}

/** Everything that is found, by what each of them is protected with. */
function attackAll(tables: readonly Table[], hiddenIn: (table: Table) => ReadonlySet<string>): Found[] {
  const found: Found[] = [];
  for (const threshold of new Set(tables.map(({ rule }) => rule.threshold))) {
    const alike = tables.filter(({ rule }) => rule.threshold === threshold);
    for (let from = 0; from < alike.length; from += 250) {
      const some = alike.slice(from, from + 250).map((table) => puzzleOf(table, hiddenIn(table)));
      found.push(...attack(some, threshold).found);
    }
  }
  return found;
}

describe('an attacker with the printed numbers and a solver', () => {
  const chance = chances(20_261_122);
  const tables = Array.from({ length: many }, () => randomTable(chance));
  const protections = new Map<Table, ReturnType<typeof protect>>();
  const hiddenIn = (table: Table) => protections.get(table)?.hidden ?? new Set();

  beforeAll(() => {
    for (const table of tables) protections.set(table, protect(systemOf(table)));
  }, 240_000);

  it('finds no hidden count of 10,000 tables', { timeout: 240_000 }, () => {
    expect(attackAll(tables, hiddenIn)).toEqual([]);
  });

  it('is given tables of every kind, and much to find', () => {
    const kinds = new Set(
      tables.map(({ columns, isShare, rule }) => [columns.length > 0, isShare, rule.roundTo > 1, rule.zeros].join()),
    );
    expect(kinds.size).toBe(16);
    const all = [...protections.values()];
    expect(all.filter(({ primary }) => primary.size > 0).length).toBeGreaterThan(many / 2);
    expect(all.filter(({ added }) => added > 0).length).toBeGreaterThan(many / 4);
    expect(all.filter(({ exposed }) => exposed.size > 0)).toEqual([]);
  });

  it('finds them where only what is small is hidden: the test can fail', { timeout: 120_000 }, () => {
    const some = tables.slice(0, 1_000);
    const found = attackAll(some, (table) => protections.get(table)?.primary ?? new Set());
    expect(new Set(found.map(({ puzzle }) => puzzle)).size).toBeGreaterThan(100);
  });

  it('finds some where the simple line rule is followed, which hides less', { timeout: 120_000 }, () => {
    const plain = tables.filter(({ isShare, rule }) => !isShare && rule.roundTo === 1 && rule.zeros === 'shown');
    const byRule = new Map(plain.map((table) => [table, lineRule(table)]));
    const count = (hidden: (table: Table) => ReadonlySet<string>) =>
      plain.reduce((sum, table) => sum + hidden(table).size, 0);
    const [ours, theirs] = [count(hiddenIn), count((table) => byRule.get(table) ?? new Set())];
    const small = count((table) => protections.get(table)?.primary ?? new Set());
    const found = attackAll(plain, (table) => byRule.get(table) ?? new Set()).length;
    console.log(
      `${plain.length} tables of counts: ${small} small, ${theirs} hidden by the line rule (${found} of them found), ` +
        `${ours} hidden here (none found): ${((100 * (ours - theirs)) / theirs).toFixed(1)} % more cells`,
    );
    expect(found).toBeGreaterThan(100);
    expect(ours).toBeGreaterThan(theirs);
  });
});
