import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainRule } from '#lib/disclosure/rules.ts';
import { chartOf } from '#lib/indicators/charts/rules.ts';
import { type DefinitionData, discloseIndicator, type Figure, readFigure } from '#lib/indicators/rules.ts';
import type { Point } from '#lib/indicators/verdicts/rules.ts';
import { missingWords } from '#lib/indicators/words/rules.ts';
import {
  anyPoint,
  council,
  definition,
  england,
  indicator,
  point,
  polarities,
  share,
  southEast,
  symbols,
} from './arbitrary-figure.ts';

const today = '2025-11-21';

function read(...versions: DefinitionData[]): Figure {
  const figure = readFigure(indicator(...versions), today);
  if (!figure) throw new Error('There is a definition.');
  return figure;
}

const readPoints = (points: Point[], over: Partial<DefinitionData> = {}) =>
  read(definition({ areas: [council(...points)], ...over }));

describe('the sentence of a figure', () => {
  it('says the change, the place and the chance', () => {
    const areas = [
      southEast(point(2025, { value: 87 })),
      council(share(2024, 100, 200), share(2025, 150, 200)),
      england(point(2024, { value: 60 }), point(2025, { value: 70 })),
    ];
    const figure = read(definition({ areas }));
    expect(figure).toMatchObject({
      verdict: 'better',
      text: '75%',
      beforeText: '50%',
      period: '31 March 2025',
      beforePeriod: '31 March 2024',
      age: null,
      sentence:
        'Up from 50% a year ago. Below the South East (87%), above England (70%). A change this large is unlikely to be chance.',
    });
    expect(figure.comparators.map(({ name }) => name)).toEqual(['England', 'South East']);
  });

  it('never calls a fall a rise, nor a rise a fall, whatever is good', () => {
    const up = /\b(up|rose|risen|increased)\b/i;
    const down = /\b(down|fell|fallen|decreased)\b/i;
    fc.assert(
      fc.property(anyPoint(2024), anyPoint(2025), fc.constantFrom(...polarities), (before, latest, polarity) => {
        const { sentence } = readPoints([before, latest], { polarity });
        const change = before.value === null || latest.value === null ? 0 : latest.value - before.value;
        expect(up.test(sentence)).toBe(change > 0);
        expect(down.test(sentence)).toBe(change < 0);
      }),
    );
  });

  it.each(symbols)('says %s in words, with the last figure that was shown', (symbol) => {
    const figure = readPoints([share(2023, 100, 200), share(2024, 120, 200), point(2025, { symbol })]);
    expect(figure.sentence).toBe(`The figure is ${missingWords[symbol]}. The last one shown was 60%, 31 March 2024.`);
    expect(figure).toMatchObject({
      text: `[${symbol}]`,
      verdict: 'none',
      isWorseThanAll: false,
      isBetterThanAll: false,
    });
  });

  it.each(symbols)('says in words that %s stood a year ago', (symbol) => {
    const figure = readPoints([point(2024, { symbol }), share(2025, 120, 200)]);
    expect(figure.sentence).toBe(`The figure of a year ago is ${missingWords[symbol]}.`);
    expect(figure).toMatchObject({ beforeText: `[${symbol}]`, verdict: 'none' });
  });

  it('compares with a year ago, not with the last figure', () => {
    const figure = readPoints([share(2023, 100, 200), share(2025, 150, 200)]);
    expect(figure).toMatchObject({ before: null, verdict: 'none', sentence: 'There is no figure of a year before.' });
  });

  it('follows the type of the period', () => {
    const school = (period: string, endsOn: string, value: number) => ({ ...point(2025, { value }), period, endsOn });
    const points = [school('202324', '2024-08-31', 50), school('202425', '2025-08-31', 40)];
    const figure = readPoints(points, { periodType: 'academicYear', polarity: 'low' });
    expect(figure).toMatchObject({
      verdict: 'better',
      period: 'academic year 2024/25',
      beforePeriod: 'academic year 2023/24',
    });
    expect(figure.sentence).toMatch(/^Down from 50% a year ago\./);
  });

  it('does not compare across a new definition', () => {
    const earlier = definition({ areas: [council(share(2024, 100, 200))] });
    const figure = read(definition({ version: 2, areas: [council(share(2025, 150, 200))] }), earlier);
    expect(figure).toMatchObject({ before: null, verdict: 'none' });
    expect(figure.sentence).toContain('counted in another way');
  });

  it('says that there is nothing yet', () => {
    expect(readFigure(indicator(), today)).toBeNull();
    expect(read(definition())).toMatchObject({ latest: null, text: 'No figure yet', age: null, verdict: 'none' });
    expect(read(definition()).sentence).toContain('No value');
  });

  it('says its age by the day that it is read', () => {
    const old = readFigure(indicator(definition({ areas: [council(share(2023, 100, 200))] })), '2025-03-31');
    expect(old?.age).toBe('two years old');
  });
});

describe('beside every other area', () => {
  const others = [southEast(point(2025, { value: 80 })), england(point(2025, { value: 90 }))];
  const beside = (value: number, polarity: DefinitionData['polarity'], areas = others) => {
    const figure = read(definition({ polarity, areas: [...areas, council(point(2025, { value }))] }));
    return figure.isWorseThanAll ? 'worse' : figure.isBetterThanAll ? 'better' : 'between';
  };

  it('is worse or better only than all, as polarity says', () => {
    expect([70, 80, 85, 95].map((value) => beside(value, 'high'))).toEqual(['worse', 'between', 'between', 'better']);
    expect([70, 90, 95].map((value) => beside(value, 'low'))).toEqual(['better', 'between', 'worse']);
    expect([70, 95].map((value) => beside(value, 'none'))).toEqual(['between', 'between']);
    expect(beside(70, 'high', [])).toBe('between');
  });

  it('holds no count against others, who differ in size', () => {
    const areas = [council(point(2025, { value: 386 })), england(point(2025, { value: 83_630 }))];
    expect(read(definition({ unit: 'number', areas }))).toMatchObject({ comparators: [], neighbours: null });
  });

  it('leaves out an area without a value in the same period', () => {
    const areas = [
      council(point(2025, { value: 50 })),
      england(point(2024, { value: 90 })),
      southEast(point(2025, { symbol: 'c' })),
    ];
    expect(read(definition({ areas })).comparators).toEqual([]);
  });
});

describe('what a council may show', () => {
  it('leaves no small count in any version or area, nor the words made of it', () => {
    const points = fc.tuple(anyPoint(2024), anyPoint(2025)).map((both) => council(...both));
    fc.assert(
      fc.property(points, points, fc.integer({ min: 0, max: 20 }), (now, then, threshold) => {
        const rule = plainRule(threshold);
        const versions = [definition({ rule, areas: [now] }), definition({ rule, areas: [then] })];
        const shown = discloseIndicator(indicator(...versions));
        for (const { numerator, denominator } of shown.versions.flatMap(({ areas }) =>
          areas.flatMap((a) => a.points),
        )) {
          for (const count of [numerator, denominator])
            expect(count === null || count === 0 || count > threshold).toBe(true);
        }
      }),
    );
  });

  it('says that a small count is hidden', () => {
    const shown = discloseIndicator(indicator(definition({ areas: [council(share(2025, 5, 200))] })));
    expect(readFigure(shown, today)).toMatchObject({
      text: '[c]',
      sentence: `The figure is ${missingWords.c}.`,
    });
  });
});

describe('the chart of a figure', () => {
  it('stands in the order of time, with gaps for what is missing and counts for the council alone', () => {
    const areas = [england(share(2024, 100, 200)), council(point(2024, { symbol: 'c' }), share(2025, 150, 200))];
    const chart = chartOf(read(definition({ areas })), 90);
    expect(chart.periods).toEqual(['2024', '2025']);
    expect(chart.target).toBe(90);
    expect(chart.breaksBefore).toBeUndefined();
    expect(chart.series).toEqual([
      {
        name: 'Elsewhere',
        kind: 'own',
        points: [
          { period: '2024', value: null, note: 'c' },
          { period: '2025', value: 75, detail: '150 of 200' },
        ],
      },
      { name: 'England', kind: 'country', points: [{ period: '2024', value: 50 }] },
    ]);
  });

  it('breaks where the definition changed, and counts no period twice', () => {
    const earlier = definition({ areas: [council(share(2023, 90, 200), share(2024, 100, 200))] });
    const later = definition({ version: 2, areas: [council(share(2024, 140, 200), share(2025, 150, 200))] });
    const chart = chartOf(read(later, earlier));
    expect(chart.periods).toEqual(['2023', '2024', '2025']);
    expect(chart.breaksBefore).toEqual(['2024']);
    expect(chart.series.flatMap(({ points }) => points.map(({ value }) => value))).toEqual([45, 70, 75]);
  });
});
