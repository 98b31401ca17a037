import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimumPoints, xmr } from '#lib/indicators/verdicts/signals.ts';

const series = (length: number) => fc.array(fc.integer({ min: 0, max: 100 }), { minLength: length, maxLength: 30 });

describe('a control chart of single values', () => {
  it('has the limits of the published example', () => {
    // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: ten batches of the flow rate of a liquid.
    const found = xmr([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
    expect(found.mean).toBeCloseTo(50.81, 2);
    // The handbook divides by 1.128 and prints 45.8159 and 55.8041; 2.66 is the same, rounded.
    expect(found.limits?.low).toBeCloseTo(45.8159, 2);
    expect(found.limits?.high).toBeCloseTo(55.8041, 2);
    expect(found.kind).toBe('none');
  });

  it('has no limits below eight values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: minimumPoints - 1 }), (values) => {
        expect(xmr(values)).toMatchObject({ kind: 'tooShort', limits: null, points: values.length });
      }),
    );
    expect(xmr([1, 2, 1, 2, 1, 2, 1, 2]).kind).toBe('none');
  });

  it('sees a value outside, eight on one side, six in a row', () => {
    const steady = [50, 51, 50, 49, 50, 51, 50, 49, 50];
    expect(xmr([...steady, 80])).toMatchObject({ kind: 'outside', way: 'up' });
    expect(xmr([...steady, 20])).toMatchObject({ kind: 'outside', way: 'down' });
    const run = [40, 60, 40, 60, 40, 41, 40, 60, 53, 54, 53, 54, 53, 54, 53, 54];
    expect(xmr(run)).toMatchObject({ kind: 'run', way: 'up' });
    expect(xmr(run.slice(0, -1))).toMatchObject({ kind: 'run', way: 'up' });
    expect(xmr([...run, 40])).toMatchObject({ kind: 'none', way: null });
    const trend = [50, 60, 40, 62, 44, 46, 48, 50, 52, 54];
    expect(xmr(trend)).toMatchObject({ kind: 'trend', way: 'up' });
    expect(xmr([50, 60, 40, 62, 60, 46, 48, 50, 52, 54])).toMatchObject({ kind: 'none' });
  });

  it('turns round when the series is turned over, and does not mind another scale', () => {
    const turned = { up: 'down', down: 'up' } as const;
    fc.assert(
      fc.property(series(minimumPoints), fc.integer({ min: 1, max: 9 }), (values, scale) => {
        const found = xmr(values);
        const over = xmr(values.map((value) => -value));
        expect(over.kind).toBe(found.kind);
        expect(over.way).toBe(found.way && turned[found.way]);
        expect(xmr(values.map((value) => value * scale * 4)).kind).toBe(found.kind);
      }),
    );
  });

  it('tells nothing of a series that stands still', () => {
    expect(xmr(Array(12).fill(70))).toMatchObject({ kind: 'none', limits: { low: 70, high: 70 } });
  });
});
