import { describe, expect, it } from 'vitest';
import { judgement } from '#lib/indicators/judging/rules.ts';
import { type DefinitionData, type Figure, type IndicatorData, readFigure } from '#lib/indicators/rules.ts';
import { judgedWords } from '#lib/indicators/words/judging.ts';
import type { Peers } from '#lib/neighbours/rules.ts';
import { council, definition, england, indicator, point, share } from './arbitrary-figure.ts';

const today = '2025-11-21';
const target = {
  dueOn: '2025-03-31',
  value: 80,
  tolerance: 3,
  setBy: 'Ada',
  setOn: '2024-06-03',
  reason: 'As the best do.',
};

function read(over: Partial<DefinitionData>, more: Partial<IndicatorData> = {}): Figure {
  const figure = readFigure({ ...indicator(definition(over)), ...more }, today);
  if (!figure) throw new Error('There is a definition.');
  return figure;
}
const areas = [council(share(2024, 150, 200), share(2025, 156, 200)), england(point(2025, { value: 70 }))];
const factsOf = (figure: Figure) => {
  const sections = judgement(figure, null);
  return {
    outcome: Object.fromEntries(sections.map(({ id, outcome }) => [id, outcome])),
    fact: Object.fromEntries(sections.flatMap(({ facts }) => facts)),
  };
};

describe('a direction that nobody has confirmed', () => {
  const figure = read({ areas, targets: [target], polarityConfirmedBy: null });

  it('gives no verdict of any kind, and says why', () => {
    expect(figure).toMatchObject({
      verdict: 'none',
      polarity: 'none',
      targetVerdict: { state: 'none' },
      isBetterThanAll: false,
      good: 'Which way is good is not confirmed yet',
    });
    const { outcome, fact } = factsOf(figure);
    expect(outcome.year).toBe('No verdict: nobody has confirmed which way is good.');
    expect(fact['Which way is good']).toContain('not confirmed');
    expect(JSON.stringify([outcome, fact])).not.toMatch(/Higher is better/);
  });

  it('gives them once somebody has', () => {
    expect(read({ areas, targets: [target] })).toMatchObject({
      verdict: 'better',
      targetVerdict: { state: 'withinTolerance' },
      isBetterThanAll: true,
      good: 'Higher is better',
    });
  });
});

describe('the rule with its numbers', () => {
  it('names target, tolerance, who set it and why, on the side that is good', () => {
    const { outcome, fact } = factsOf(read({ areas, targets: [target] }));
    expect(outcome.target).toBe('Target of 80% by 31 March 2025: 2 percentage points short, within the tolerance.');
    expect(fact).toMatchObject({
      'Set by': 'Ada, 3 June 2024',
      Why: 'As the best do.',
      Tolerance: '3 percentage points',
    });
    expect(factsOf(read({ areas, targets: [target] })).fact.Rule).toContain('30 children');
    const low = judgement(read({ areas, targets: [target], polarity: 'low' }), null)[0];
    expect(low?.facts[0]?.[1]).toContain('Met at 80% or less, within tolerance at 83% or less');
  });

  it('asks the minimum group of the definition', () => {
    expect(read({ areas, targets: [target], minimumGroup: 201 })).toMatchObject({
      verdict: 'tooFewToJudge',
      targetVerdict: { state: 'none', text: 'Target of 80% by 31 March 2025: the group is too small to judge.' },
    });
  });

  it('says the interval of a share, and none of a score', () => {
    expect(read({ areas }).interval?.text).toBe('Chance alone could put a figure like this anywhere from 72% to 83%.');
    expect(read({ areas, unit: 'score' }).interval).toBeNull();
    expect(read({ areas: [council(point(2025, { value: 78 }))] }).interval).toBeNull();
  });
});

describe('what is said beside the first sentence', () => {
  const peers: Peers = {
    key: 'dentist',
    period: '2025',
    hasOwn: true,
    set: { name: 'Ours', model: '', startsOn: '2025-01-01', size: 10 },
    neighbours: { n: 0, above: 0, equal: 0, below: 0, mean: null },
    councils: { n: 0, above: 0, equal: 0, below: 0, bounds: null },
  };

  it('is nothing where there is nothing to say', () => {
    expect(judgedWords(read({ areas, expectedAfterMonths: 12 }, { peers }))).toEqual([]);
  });

  it('is the target, the neighbours whose figures are held, a change, and a value that is late', () => {
    const steady = Array.from({ length: 9 }, (_, at) => point(2016 + at, { value: at % 2 === 0 ? 50 : 51 }));
    const held = { ...peers, neighbours: { n: 4, above: 1, equal: 0, below: 3, mean: 70 } };
    const figure = read(
      { areas: [council(...steady, point(2025, { value: 90 }))], targets: [target], expectedAfterMonths: 1 },
      { peers: held, owner: 'Bea' },
    );
    expect(judgedWords(figure)).toEqual([
      'Target met: 80% by 31 March 2025.',
      'Ours: 70% on average (4 of 10 have a figure). 2nd of 5 with them, counted from the best.',
      expect.stringMatching(/^Something has changed: the latest value is above what is usual here/),
    ]);
    const later = readFigure({ ...figure, owner: 'Bea' }, '2026-06-01') ?? expect.unreachable();
    expect(judgedWords(later).at(-1)).toContain('was expected by 30 April 2026 and has not come. Its owner is Bea');
  });

  it('knows of values that came under an earlier definition', () => {
    const both = indicator(
      definition({ version: 2, areas: [], expectedAfterMonths: 12 }),
      definition({ areas: [council(share(2025, 100, 200))] }),
    );
    expect(readFigure(both, today)?.freshness.state).toBe('current');
  });

  it('holds only quarters of one name together where they count from 1 April', () => {
    const quarters = Array.from({ length: 16 }, (_, at) => ({
      ...point(2020, { value: 10 * ((at % 4) + 1) }),
      period: `${2020 + Math.floor(at / 4)}${21 + Math.floor(at / 4)}Q${(at % 4) + 1}`,
      endsOn: `${2020 + Math.floor((at + 1) / 4)}-${['06-30', '09-30', '12-31', '03-31'][at % 4]}`,
    }));
    const asked = { periodType: 'financialQuarter', areas: [council(...quarters)] } as const;
    expect(read({ ...asked, areas: [...asked.areas], isYearToDate: true }).signal).toMatchObject({
      kind: 'tooShort',
      points: 4,
    });
    expect(read({ ...asked, areas: [...asked.areas] }).signal.points).toBe(16);
  });
});
