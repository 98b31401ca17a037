import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaWords,
  chanceWords,
  comparisonWords,
  countWords,
  direction,
  goodWords,
  meaningWords,
  missingWords,
  numberText,
  pointWords,
  valueWords,
  verdictWords,
} from '#lib/indicators/words/rules.ts';
import { point, share, symbols } from './arbitrary-figure.ts';

describe('a value in words', () => {
  it('has its unit and its decimals', () => {
    expect(valueWords(84, '%', 0)).toBe('84%');
    expect(valueWords(14.7, 'score', 1)).toBe('14.7');
    expect(valueWords(53630, 'number', 0)).toBe('53,630');
  });

  it.each([
    [386, '386'],
    [23.5, '23.5'],
    [1.25, '1.25'],
    [1 / 3, '0.33'],
    [53630, '53,630'],
  ])('%d has as many decimals as it needs', (value, text) => expect(numberText(value)).toBe(text));

  it('is a zero when it is zero, and its symbol when it is missing', () => {
    expect(pointWords({ value: 0, symbol: null }, '%', 0)).toBe('0%');
    for (const symbol of symbols) expect(pointWords({ value: null, symbol }, '%', 0)).toBe(`[${symbol}]`);
    expect(pointWords({ value: null, symbol: null }, '%', 0)).toBe('[x]');
  });

  it('says in words why a number is missing', () => {
    expect(new Set(symbols.map((symbol) => missingWords[symbol])).size).toBe(symbols.length);
    for (const symbol of symbols) expect(missingWords[symbol]).toMatch(/^\D{7}/);
    expect(missingWords.k).toContain('not 0');
  });

  it('has counts only where both are known', () => {
    expect(countWords(share(2025, 240, 287))).toBe('240 of 287');
    expect(countWords(share(2025, 0, 1287))).toBe('0 of 1,287');
    expect(countWords(point(2025, { denominator: 287 }))).toBeNull();
    expect(countWords(point(2025, { numerator: 240 }))).toBeNull();
    expect(countWords(null)).toBeNull();
  });
});

describe('a direction', () => {
  it('is that of the number', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 1000 }), (from, by) => {
        expect(direction(from, from + by + 1)).toBe('Up');
        expect(direction(from + by + 1, from)).toBe('Down');
        expect(direction(from, from)).toBe('Unchanged');
      }),
    );
  });

  it('is called good as the polarity says', () => {
    expect(goodWords.high).toContain('Higher');
    expect(goodWords.low).toContain('Lower');
    expect(goodWords.none).not.toContain('better');
    expect(verdictWords.better).toContain('Better');
    expect(verdictWords.worse).toContain('Worse');
  });
});

describe('beside other areas', () => {
  const words = (value: number) => `${value}%`;
  const compared = (own: number) =>
    comparisonWords(
      own,
      [
        { name: 'England', value: 90 },
        { name: 'South East', value: 87 },
      ],
      words,
    );

  it.each([
    [84, 'Below England (90%) and the South East (87%).'],
    [87, 'Below England (90%), the same as the South East (87%).'],
    [88, 'Below England (90%), above the South East (87%).'],
    [90, 'The same as England (90%), above the South East (87%).'],
    [95, 'Above England (90%) and the South East (87%).'],
  ])('%i is where it is', (own, text) => expect(compared(own)).toBe(text));

  it('says nothing when there is nobody', () => expect(comparisonWords(84, [], words)).toBe(''));

  it('gives an article to a region of the compass', () => {
    expect(areaWords('West Midlands')).toBe('the West Midlands');
    expect(areaWords('London')).toBe('London');
    expect(areaWords('Northumberland')).toBe('Northumberland');
  });
});

describe('chance in words', () => {
  const before = share(2024, 100, 200);
  it('is told of a change that is called better or worse', () => {
    expect(chanceWords('better', share(2025, 104, 200), before)).toContain('can be chance');
    expect(chanceWords('worse', share(2025, 50, 200), before)).toContain('unlikely');
    expect(chanceWords('better', point(2025, { value: 60 }), before)).toContain('no count');
    expect(chanceWords('tooFewToJudge', share(2025, 9, 20), before)).toContain('small');
    expect(chanceWords('held', before, before)).toBe('');
    expect(chanceWords('none', share(2025, 150, 200), before)).toBe('');
  });
});

describe('what is counted', () => {
  const meaning = { cohort: 'children in care', numeratorMeaning: 'Saw a dentist', denominatorMeaning: 'All children' };
  it('is counted out of somebody, or is the cohort', () => {
    expect(meaningWords(meaning)).toBe('Saw a dentist, of all children.');
    expect(meaningWords({ ...meaning, denominatorMeaning: null })).toBe('Children in care.');
  });
});
