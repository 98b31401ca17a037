import { describe, expect, it } from 'vitest';
import { attack, type Found } from './attacker.ts';
import { readHistory } from './history-reader.ts';
import { chances } from './pages.ts';
import { type History, randomHistory } from './sequences.ts';

/** What was safe alone must be safe beside everything that was ever released. */

const many = 1_000;

function attackAll(histories: readonly History[]): Found[] {
  const found: Found[] = [];
  for (const threshold of new Set(histories.map(({ rule }) => rule.threshold))) {
    const alike = histories.filter(({ rule }) => rule.threshold === threshold);
    for (let from = 0; from < alike.length; from += 50) {
      found.push(...attack(alike.slice(from, from + 50).map(readHistory), threshold).found);
    }
  }
  return found;
}

const manyHistories = (count: number, hide: 'jointly' | 'alone') => {
  const chance = chances(4);
  return Array.from({ length: count }, () => randomHistory(chance, hide));
};

describe('an attacker who kept every page', () => {
  it('finds no hidden count of 1,000 sequences of releases', { timeout: 300_000 }, () => {
    const histories = manyHistories(many, 'jointly');
    expect(attackAll(histories)).toEqual([]);
    const refused = histories.reduce((sum, history) => sum + history.refused, 0);
    const released = histories.reduce((sum, { releases }) => sum + releases.length, 0);
    // It would be no art to refuse everything.
    console.log(`${released} releases, ${refused} refused`);
    expect(released).toBeGreaterThan(2 * many);
    expect(refused).toBeLessThan(released / 100);
  });

  it('finds them where each release looks at itself alone: the test can fail', { timeout: 120_000 }, () => {
    const found = attackAll(manyHistories(100, 'alone'));
    expect(new Set(found.map(({ puzzle }) => puzzle)).size).toBeGreaterThan(5);
  });
});
