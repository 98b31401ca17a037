import { describe, expect, it } from 'vitest';
import { attack, type Found } from './attacker.ts';
import { chances } from './pages.ts';
import { type History, randomHistory, readHistory } from './sequences.ts';

const many = 1_000;

function attackAll(histories: readonly History[]): { found: (Found & { history: number })[]; programs: number } {
  const found: (Found & { history: number })[] = [];
  let programs = 0;
  for (const threshold of new Set(histories.map(({ rule }) => rule.threshold))) {
    const alike = [...histories.keys()].filter((at) => histories[at]?.rule.threshold === threshold);
    for (let from = 0; from < alike.length; from += 50) {
      const some = alike.slice(from, from + 50);
      const result = attack(
        some.map((at) => readHistory(histories[at] as History)),
        threshold,
      );
      programs += result.programs;
      found.push(...result.found.map((one) => ({ ...one, history: some[one.puzzle] ?? -1 })));
    }
  }
  return { found, programs };
}

describe('an attacker who kept every page', () => {
  it('finds no hidden count of 1,000 sequences of releases', { timeout: 240_000 }, () => {
    let t = performance.now();
    const chance = chances(4);
    const histories = Array.from({ length: many }, () => randomHistory(chance));
    console.log(
      'plan',
      performance.now() - t,
      histories.reduce((n, h) => n + h.refused, 0),
      'refused of',
      histories.reduce((n, h) => n + h.refused + h.releases.length, 0),
    );
    t = performance.now();
    const { found, programs } = attackAll(histories);
    console.log('attack', performance.now() - t, programs, found.length, found.slice(0, 8));
    for (const { history } of found.slice(0, 1))
      console.log(
        JSON.stringify(
          histories[history],
          (k, v) => (v instanceof Map ? [...v.values()].map((c: any) => `${c.period} ${c.among} ${c.value}`) : v),
          1,
        ).slice(0, 6000),
      );
    expect(found).toEqual([]);
  });
});
