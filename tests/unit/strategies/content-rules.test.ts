import { describe, expect, it } from 'vitest';
import { type StrategyContent, strategyContent } from '#lib/strategies/content.ts';
import { contentProblems } from '#lib/strategies/content-rules.ts';
import { wholeContent } from '#tests/unit/strategies/content-fixture.ts';

/** The cells that are said to be wrong after this change to a sound strategy. */
function wrongAfter(change: (content: StrategyContent) => void, threshold?: number) {
  const content = wholeContent();
  change(content);
  return contentProblems(content, threshold).map(({ list, index, field }) => `${list} ${index} ${field}`);
}

const at = <Row>(rows: Row[], index: number): Row => rows[index] ?? expect.unreachable();

describe('the rules of a strategy as data', () => {
  it('find nothing in a sound one, which also has the shape', () => {
    expect(contentProblems(wholeContent())).toEqual([]);
    expect(strategyContent.parse(wholeContent())).toEqual(wholeContent());
  });

  const cases: [what: string, cell: string, change: (content: StrategyContent) => void][] = [
    ['a last day before the first', 'strategy 0 endsOn', (c) => (c.endsOn = '2030-01-01')],
    ['adoption after the last day', 'strategy 0 adoptedOn', (c) => (c.adoptedOn = '2035-01-01')],
    ['a strategy that takes its own place', 'strategy 0 supersedes', (c) => (c.supersedes = c.key)],
    ['a key that stands twice', 'priorities 2 key', (c) => c.priorities.splice(2, 0, at(c.priorities, 0))],
    ['a parent that is not there', 'priorities 1 parent', (c) => (at(c.priorities, 1).parent = 'away')],
    ['a row under itself', 'promises 2 parent', (c) => (at(c.promises, 2).parent = 2)],
    ['an unknown priority', 'commitments 3 priority', (c) => (at(c.commitments, 3).priority = 'away')],
    ['a parent in another priority', 'commitments 3 parent', (c) => (at(c.commitments, 3).parent = 'home 2')],
    ['a number that stands twice', 'commitments 2 number', (c) => (at(c.commitments, 2).number = 1)],
    ['a reference that stands twice', 'commitments 3 ref', (c) => (at(c.commitments, 3).ref = 'home 2')],
    [
      'a commitment carried over from its own strategy',
      'commitments 0 carriedFrom',
      (c) => (at(c.commitments, 0).carriedFrom = { strategy: '2031-34', ref: 'home 2' }),
    ],
    ['an unlisted indicator', 'commitments 2 indicators', (c) => at(c.commitments, 2).indicators.push('away')],
    ['a link to nothing', 'promises 2 commitments', (c) => at(c.promises, 2).commitments.push('home 9')],
    ['a link that stands twice', 'promises 0 commitments', (c) => at(c.promises, 0).commitments.push('home 1')],
    ['a measure under two things', 'measures 3 promise', (c) => (at(c.measures, 3).priority = 'home')],
    ['a measure of no promise', 'measures 3 promise', (c) => (at(c.measures, 3).promise = 9)],
    ['a part of another promise', 'measures 3 parent', (c) => (at(c.measures, 3).parent = '1.2')],
    ['a doubt about nothing', 'measures 2 directionQuery', (c) => (at(c.measures, 2).directionQuery = 'Hm.')],
    ['a figure and a symbol', 'statistics 0 value', (c) => (at(c.statistics, 0).symbol = 'x')],
    ['neither figure nor symbol', 'statistics 1 value', (c) => (at(c.statistics, 1).symbol = null)],
    ['a small part', 'statistics 0 numerator', (c) => (at(c.statistics, 0).numerator = 5)],
    ['an order that stands twice', 'statistics 1 order', (c) => (at(c.statistics, 1).order = 1)],
    ['an indicator that stands twice', 'indicators 2 key', (c) => c.indicators.push(at(c.indicators, 0))],
  ];
  for (const [what, cell, change] of cases) {
    it(`name the cell of ${what}`, () => expect(wrongAfter(change)).toContain(cell));
  }

  it('name both ends of a circle, and stop', () => {
    const wrong = wrongAfter((content) => {
      at(content.commitments, 0).parent = 'home 1.1';
    });
    expect(wrong).toEqual(expect.arrayContaining(['commitments 0 parent', 'commitments 1 parent']));
  });

  it('keep no small count of children, up to what the council says', () => {
    const five = (content: StrategyContent) => Object.assign(at(content.statistics, 1), { value: 5, symbol: null });
    expect(wrongAfter(five)).toEqual(['statistics 1 value']);
    expect(wrongAfter(five, 4)).toEqual([]);
    const share = (content: StrategyContent) => Object.assign(at(content.statistics, 0), { value: 5 });
    expect(wrongAfter(share)).toEqual([]);
  });
});
