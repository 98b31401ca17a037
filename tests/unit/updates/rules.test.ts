import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusKinds } from '#lib/councils/settings.ts';
import { countsByStanding, freshness, isWorse, needsReason, standing, standingOrder } from '#lib/updates/rules.ts';

const status = fc.constantFrom(...statusKinds);
const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const fresh = fc.constantFrom('current', 'notUpdated', 'never');

describe('standing', () => {
  it('is never on track, at risk, off track or not started unless somebody has confirmed it', () => {
    fc.assert(
      fc.property(fc.option(status), fc.option(day), fc.option(day), (said, saidAt, since) => {
        const stands = standing(said, freshness(saidAt, since));
        const isConfirmed = saidAt !== null && (since === null || saidAt >= since);
        if (!isConfirmed) expect(['notUpdated', 'complete', 'stopped']).toContain(stands);
        else if (said) expect(stands).toBe(said);
      }),
    );
  });

  it('keeps complete and stopped without another confirmation', () => {
    for (const said of ['complete', 'stopped'] as const) expect(standing(said, 'notUpdated')).toBe(said);
  });

  it('is counted once for each commitment, worst first, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.option(status), fresh)), (rows) => {
        const standings = rows.map(([said, freshness]) => standing(said, freshness));
        const counts = countsByStanding(standings);
        expect(counts.reduce((sum, item) => sum + item.count, 0)).toBe(rows.length);
        expect(counts.every((item) => item.count > 0)).toBe(true);
        const places = counts.map((item) => standingOrder.indexOf(item.standing));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(countsByStanding(standings.toReversed())).toEqual(counts);
      }),
    );
  });
});

describe('a reason', () => {
  it('is owed for off track and stopped, whatever came before', () => {
    for (const previous of [null, ...statusKinds]) {
      expect(needsReason(previous, 'offTrack')).toBe(true);
      expect(needsReason(previous, 'stopped')).toBe(true);
    }
  });

  it('is owed whenever the status worsens', () => {
    fc.assert(
      fc.property(status, status, (from, to) => {
        if (isWorse(from, to)) expect(needsReason(from, to)).toBe(true);
      }),
    );
  });

  it('is not owed when it stays or improves to something that is going', () => {
    expect(needsReason('offTrack', 'atRisk')).toBe(false);
    expect(needsReason('atRisk', 'atRisk')).toBe(false);
    expect(needsReason(null, 'atRisk')).toBe(false);
    expect(needsReason('onTrack', 'atRisk')).toBe(true);
    expect(needsReason('complete', 'onTrack')).toBe(true);
  });

  it('worsening goes one way', () => {
    fc.assert(
      fc.property(status, status, status, (a, b, c) => {
        expect(isWorse(a, b) && isWorse(b, a)).toBe(false);
        if (isWorse(a, b) && isWorse(b, c)) expect(isWorse(a, c)).toBe(true);
      }),
    );
  });
});
