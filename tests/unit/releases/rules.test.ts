import { describe, expect, it } from 'vitest';
import { limiter } from '#lib/releases/api/limit.ts';
import { narrowed, rowsOf } from '#lib/releases/api/rows.ts';
import { obstaclesIn } from '#lib/releases/checks.ts';
import { contentSchema } from '#lib/releases/content.ts';
import { hiddenIn } from '#lib/releases/hidden.ts';
import type { RawValue } from '#lib/releases/raw.ts';
import { attributed, isSlug } from '#lib/releases/rules.ts';
import { indicatorsWithout } from '#lib/releases/withholding.ts';
import { council, definition, indicator, share } from '#tests/unit/indicators/arbitrary-figure.ts';
import { releaseContent } from '#tests/unit/releases/content-fixture.ts';

describe('what a release holds', () => {
  it('survives being stored as JSON', () => {
    const content = releaseContent();
    expect(contentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
  });

  it('keeps versions of a definition apart, and every value with its area and period', () => {
    const [one] = releaseContent().indicators;
    expect(
      one?.observations.map(({ definition: version, area, period, value }) => [version, area.code, period, value]),
    ).toEqual([
      [1, 'E1', '2022', 50],
      [1, 'E1', '2023', null],
      [2, 'E1', '2024', 75],
      [2, 'E2', '2024', 70],
      [2, 'E3', '2024', 75],
      [2, 'E1', '2025', 80],
      [2, 'E2', '2025', 71],
      [2, 'E3', '2025', 76],
    ]);
  });

  it('is refused in another shape', () => {
    const { indicators, ...rest } = releaseContent();
    expect(contentSchema.safeParse({ ...rest, indicators: [] }).success).toBe(false);
    expect(contentSchema.safeParse({ ...rest, indicators, schemaVersion: 2 }).success).toBe(false);
  });
});

describe('rows of values', () => {
  const rows = rowsOf(releaseContent());
  it('are headline values and parts, the whole only once', () => {
    expect(rows.filter(({ breakdown }) => breakdown === '')).toHaveLength(8);
    expect(rows.filter(({ breakdown }) => breakdown === 'by-age').map(({ row, value }) => [row, value])).toEqual([
      ['Under 10', null],
      ['10 and over', 84],
    ]);
  });
  it('are narrowed by what was asked', () => {
    expect(narrowed(rows, { area: 'E1', from: '2024-01-01', to: '2024-12-31' }).map(({ value }) => value)).toEqual([
      75,
    ]);
    expect(narrowed(rows, { breakdown: 'none' })).toHaveLength(8);
    expect(narrowed(rows, { breakdown: 'by-age' })).toHaveLength(2);
    expect(narrowed(rows, { indicator: 'other' })).toEqual([]);
  });
});

describe('what stands in the way', () => {
  it('is nothing, a small number in words wherever it stands, or a licence that nobody settled', () => {
    expect(obstaclesIn(releaseContent(), 5)).toEqual([]);
    expect(obstaclesIn(releaseContent({ text: 'Three children were not seen.' }), 5)[0]).toMatchObject({
      field: 'text',
    });
    expect(obstaclesIn(releaseContent({ title: 'One child in care' }), 5)[0]).toMatchObject({ field: 'title' });
    expect(obstaclesIn(releaseContent({ name: 'Two young people moved' }), 5)[0]).toMatchObject({
      field: 'indicators',
    });
    expect(obstaclesIn(releaseContent({ licence: 'Not published' }), 5)[0]?.sentence).toContain('under which licence');
  });
});

describe('what is hidden, for the officer', () => {
  it('is named with its place and why, and never with its number', () => {
    const raw: RawValue = {
      indicator: 'teeth',
      version: 1,
      code: 'E1',
      period: '2023',
      definitionId: 'd',
      areaId: 'a',
      kind: 'council' as const,
      unit: '%',
      rowTitle: '',
      row: '',
      columnTitle: '',
      column: '',
      recordedAt: new Date(),
      value: 3,
      numerator: 4,
      denominator: 120,
      symbol: null,
    };
    const found = hiddenIn(releaseContent(), [raw], () => definition());
    expect(found).toEqual([
      { title: 'Saw a dentist', place: 'Elsewhere, 31 March 2023', why: 'It is a small number.' },
      {
        title: 'Saw a dentist: By age',
        place: 'Under 10, Elsewhere, 31 March 2025',
        why: 'Its source hid it before publishing it.',
      },
    ]);
  });
});

describe('withholding', () => {
  const data = {
    ...indicator(definition({ areas: [council(share(2024, 90, 120), share(2025, 100, 125))] })),
    key: 'teeth',
  };
  const at = (period: string) => ['teeth', 1, 'E1', period, ''].join('\n');
  it('takes the share with the count, the group when it must, and nothing else', () => {
    const gone = new Map([[at('2025'), { value: true, group: true }]]);
    const points = indicatorsWithout([data], gone)[0]?.versions[0]?.areas[0]?.points;
    expect(points?.[0]).toEqual(data.versions[0]?.areas[0]?.points[0]);
    expect(points?.[1]).toMatchObject({ value: null, numerator: null, denominator: null, symbol: 'c' });
    const kept = indicatorsWithout([data], new Map([[at('2025'), { value: true, group: false }]]));
    expect(kept[0]?.versions[0]?.areas[0]?.points[1]).toMatchObject({ value: null, numerator: null, denominator: 125 });
  });
});

describe('a limit by network', () => {
  it('lets a minute’s allowance through, says how long to wait, and fills evenly', () => {
    const wait = limiter();
    const answers = Array.from({ length: 4 }, () => wait('one', 3, 0));
    expect(answers).toEqual([0, 0, 0, 20]);
    expect(wait('two', 3, 0)).toBe(0);
    expect(wait('one', 3, 10_000)).toBe(10);
    expect(wait('one', 3, 20_000)).toBe(0);
    expect(wait('one', 3, 20_001)).toBeGreaterThan(0);
    expect(Array.from({ length: 4 }, () => wait('one', 3, 500_000))).toEqual([0, 0, 0, 20]);
  });
});

it('an address is small letters, digits and single hyphens', () => {
  expect(['health', 'health-2025'].every(isSlug)).toBe(true);
  expect(['', '-a', 'a--b', 'A', 'a/b', 'a'.repeat(61)].some(isSlug)).toBe(false);
});

it('figures of the Crown are said to be so, others not', () => {
  const of = (name: string, licence: string) => attributed({ name, licence, address: '' }).attribution;
  expect(of('Ministry of Justice', 'Open Government Licence v3.0')).toContain('Crown copyright, Open');
  expect(of('Elsewhere City Council', 'Open Government Licence v3.0')).not.toContain('Crown');
  expect(of('Department for Education', 'Crown copyright, Open Government Licence v3.0').match(/Crown/g)).toHaveLength(
    1,
  );
});
