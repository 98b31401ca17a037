import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point, Polarity } from '#lib/indicators/verdicts/rules.ts';
import { againstTarget, type Target, type TargetState, targetFor } from '#lib/indicators/verdicts/targets.ts';
import { targetVerdict } from '#lib/indicators/words/judging.ts';
import { point } from './arbitrary-figure.ts';

const target = (value: number, over: Partial<Target> = {}): Target => ({
  dueOn: '2025-03-31',
  value,
  tolerance: 2,
  setBy: 'Somebody',
  setOn: '2024-04-01',
  reason: '',
  ...over,
});
const stateOf = (targets: Target[], polarity: 'high' | 'low' | 'none', value: number) =>
  againstTarget(targets, polarity, point(2025, { value }), 30).state;

describe('the target that applies', () => {
  const [first, second, third] = [target(80), target(85, { dueOn: '2026-03-31' }), target(90, { dueOn: '2027-03-31' })];
  const all = [third, first, second];

  it('holds from the day it is due until the next is', () => {
    expect(targetFor(all, '2025-03-31')).toBe(first);
    expect(targetFor(all, '2026-03-30')).toBe(first);
    expect(targetFor(all, '2026-03-31')).toBe(second);
    expect(targetFor(all, '2030-03-31')).toBe(third);
  });

  it('is the first to come where none is due, the one set last of two for a day, and none of none', () => {
    expect(targetFor(all, '2024-03-31')).toBe(first);
    const moved = target(82, { setOn: '2024-09-01' });
    expect(targetFor([moved, first], '2025-03-31')).toBe(moved);
    expect(targetFor([first, moved], '2024-03-31')).toBe(moved);
    expect(targetFor([], '2025-03-31')).toBeNull();
  });
});

describe('a verdict against the target', () => {
  it('is met on the good side, tolerated just beside it, missed beyond', () => {
    const states = (polarity: 'high' | 'low') =>
      [86, 88, 90, 92, 94].map((value) => stateOf([target(90)], polarity, value));
    expect(states('high')).toEqual(['missed', 'withinTolerance', 'met', 'met', 'met']);
    expect(states('low')).toEqual(['met', 'met', 'met', 'withinTolerance', 'missed']);
    expect(stateOf([target(14.1, { tolerance: 0.2 })], 'low', 14.3)).toBe('withinTolerance');
  });

  it('turns round with the direction and the sign', () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 50 }), (value, aim, tolerance) => {
        expect(stateOf([target(aim, { tolerance })], 'high', value)).toBe(
          stateOf([target(-aim, { tolerance })], 'low', -value),
        );
      }),
    );
  });

  it('never gets worse when the value gets better', () => {
    const order: TargetState[] = ['missed', 'withinTolerance', 'met'];
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(20), fc.nat(20), (value, aim, tolerance, by) => {
        const [now, better] = [value, value + by].map((one) => stateOf([target(aim, { tolerance })], 'high', one));
        expect(order.indexOf(better ?? 'none')).toBeGreaterThanOrEqual(order.indexOf(now ?? 'none'));
      }),
    );
  });

  it('is not given without a direction, a value, a group or a target', () => {
    const because = (targets: Target[], polarity: Polarity, latest: Point | null) =>
      againstTarget(targets, polarity, latest, 30);
    expect(because([target(90)], 'none', point(2025, { value: 10 }))).toMatchObject({
      state: 'none',
      because: 'noDirection',
    });
    expect(because([target(90)], 'high', point(2025, { symbol: 'c' }))).toMatchObject({
      state: 'none',
      because: 'noValue',
    });
    expect(because([target(90)], 'high', null)).toMatchObject({ state: 'none', because: 'noValue' });
    expect(because([], 'high', point(2025, { value: 10 }))).toMatchObject({ state: 'none', because: 'noTarget' });
    const group = (denominator: number) => point(2025, { value: 10, denominator });
    expect(because([target(90)], 'high', group(29))).toMatchObject({ state: 'none', because: 'smallGroup' });
    expect(because([target(90)], 'high', group(30))).toMatchObject({ state: 'missed' });
  });

  it('can be met early, but not missed before its day', () => {
    const later = [target(90, { dueOn: '2026-03-31' })];
    expect(stateOf(later, 'high', 95)).toBe('met');
    expect(againstTarget(later, 'high', point(2025, { value: 10 }), 30)).toMatchObject({
      state: 'none',
      because: 'notDue',
    });
  });

  it('says by how much, and what was tolerated', () => {
    const said = (value: number, unit = '%') =>
      targetVerdict(
        [target(90)],
        point(2025, { value }),
        { unit, decimals: 0, polarity: 'high', minimumGroup: 30, isNeutral: false },
        (iso) => iso,
      ).text;
    expect(said(84)).toBe('Target of 90% by 2025-03-31 missed by 6 percentage points (tolerance 2 percentage points).');
    expect(said(89)).toBe('Target of 90% by 2025-03-31: 1 percentage point short, within the tolerance.');
    expect(said(90)).toBe('Target met: 90% by 2025-03-31.');
  });
});
