import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isWorseThan,
  mayBeChance,
  minimumCounted,
  type Point,
  type Polarity,
  tooFewMeans,
  type Verdict,
  verdict as verdictFor,
} from '#lib/indicators/verdicts/rules.ts';
import { anyPoint, point, polarities, share, symbols } from './arbitrary-figure.ts';

const minimumGroup = 30;
const verdict = (polarity: Polarity, latest: Point | null, before: Point | null) =>
  verdictFor(polarity, latest, before, minimumGroup);

const opposite: Record<Verdict, Verdict> = {
  better: 'worse',
  worse: 'better',
  held: 'held',
  tooFewToJudge: 'tooFewToJudge',
  none: 'none',
};

describe('a verdict', () => {
  const before = share(2024, 100, 200);
  const latest = share(2025, 150, 200);

  it('follows the direction that a person called good', () => {
    expect(verdict('high', latest, before)).toBe('better');
    expect(verdict('low', latest, before)).toBe('worse');
    expect(verdict('high', point(2025, { value: 3 }), point(2024, { value: 4 }))).toBe('worse');
    expect(verdict('high', latest, { ...latest, period: '2024' })).toBe('held');
  });

  it('turns round with the polarity, and with the two years', () => {
    fc.assert(
      fc.property(anyPoint(2025), anyPoint(2024), (now, then) => {
        const said = verdict('high', now, then);
        expect(verdict('low', now, then)).toBe(opposite[said]);
        expect(verdict('high', then, now)).toBe(opposite[said]);
      }),
    );
  });

  it('is not given where up is neither good nor bad', () => {
    fc.assert(
      fc.property(anyPoint(2025), anyPoint(2024), (now, then) => {
        expect(verdict('none', now, then)).toBe('none');
      }),
    );
  });

  it.each(symbols)('is not given where %s stands for a value: it is not a zero', (symbol) => {
    const missing = point(2025, { symbol });
    for (const polarity of polarities) {
      expect(verdict(polarity, missing, before)).toBe('none');
      expect(verdict(polarity, latest, missing)).toBe('none');
      expect(verdict(polarity, missing, missing)).toBe('none');
    }
  });

  it('is not given without a latest figure or one of a year ago', () => {
    expect(verdict('high', null, before)).toBe('none');
    expect(verdict('high', latest, null)).toBe('none');
  });

  it('is not given below the smallest group, be the group of this year or of the last', () => {
    const group = (size: number) => point(2025, { value: 50, numerator: 15, denominator: size });
    const large = point(2024, { value: 75, numerator: 150, denominator: 200 });
    expect(verdict('high', group(minimumGroup), large)).toBe('worse');
    expect(verdict('high', group(minimumGroup - 1), large)).toBe('tooFewToJudge');
    expect(verdict('high', large, group(minimumGroup - 1))).toBe('tooFewToJudge');
    expect(verdict('high', { ...group(minimumGroup - 1), value: 75 }, large)).toBe('tooFewToJudge');
  });

  it('is not given where a handful is counted, or left over', () => {
    const counted = (numerator: number) => verdict('high', share(2025, numerator, 200), before);
    expect(counted(minimumCounted)).toBe('worse');
    expect(counted(minimumCounted - 1)).toBe('tooFewToJudge');
    expect(counted(200 - minimumCounted)).toBe('better');
    expect(counted(200 - minimumCounted + 1)).toBe('tooFewToJudge');
    expect(verdict('high', before, share(2024, minimumCounted - 1, 200))).toBe('tooFewToJudge');
  });

  it('names both limits to the reader', () => {
    expect(tooFewMeans(minimumGroup)).toContain(`${minimumGroup} children`);
    expect(tooFewMeans(minimumGroup)).toContain(`${minimumCounted} on one side`);
  });
});

describe('whether a change may be chance', () => {
  it('tells a small change from a large one', () => {
    expect(mayBeChance(share(2025, 104, 200), share(2024, 100, 200))).toBe(true);
    expect(mayBeChance(share(2025, 150, 200), share(2024, 100, 200))).toBe(false);
  });

  it('draws the line at 5 %: 119 of 200 is within it, 120 is not', () => {
    expect(mayBeChance(share(2025, 119, 200), share(2024, 100, 200))).toBe(true);
    expect(mayBeChance(share(2025, 120, 200), share(2024, 100, 200))).toBe(false);
  });

  it('does not say without counts, or where all or none are counted', () => {
    const whole = share(2025, 100, 200);
    expect(mayBeChance(whole, point(2024, { value: 50 }))).toBeNull();
    expect(mayBeChance(point(2025, { value: 50, numerator: 0, denominator: 0 }), whole)).toBeNull();
    expect(mayBeChance(share(2025, 200, 200), share(2024, 100, 100))).toBeNull();
    expect(mayBeChance(share(2025, 0, 200), share(2024, 0, 100))).toBeNull();
  });

  it('does not depend on which year is first', () => {
    fc.assert(
      fc.property(anyPoint(2025), anyPoint(2024), (now, then) => {
        expect(mayBeChance(now, then)).toBe(mayBeChance(then, now));
      }),
    );
  });
});

describe('beside another area', () => {
  it('is worse on the bad side alone', () => {
    expect(isWorseThan('high', 80, 90)).toBe(true);
    expect(isWorseThan('low', 80, 90)).toBe(false);
    expect(isWorseThan('low', 90, 80)).toBe(true);
    for (const polarity of polarities) expect(isWorseThan(polarity, 80, 80)).toBe(false);
    expect(isWorseThan('none', 80, 90) || isWorseThan('none', 90, 80)).toBe(false);
  });
});
