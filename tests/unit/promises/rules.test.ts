import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusKinds } from '#lib/councils/settings.ts';
import {
  countsByVerdict,
  newestChange,
  turn,
  type Verdict,
  verdict,
  withCurrentEvidence,
} from '#lib/promises/rules.ts';
import { type Freshness, isWorse, standing } from '#lib/updates/rules.ts';

type Said = { status: (typeof statusKinds)[number] | null; fresh: Freshness };
const word = ({ status, fresh }: Said) => ({ status, standing: standing(status, fresh) });
const judge = (all: readonly Said[], hasCurrentEvidence = true) =>
  verdict({ words: all.map(word), hasCurrentEvidence });

const current = (...all: (typeof statusKinds)[number][]): Said[] => all.map((status) => ({ status, fresh: 'current' }));
const old = (status: (typeof statusKinds)[number]): Said => ({ status, fresh: 'notUpdated' });
const never: Said = { status: null, fresh: 'never' };

describe('verdict', () => {
  it.each<[string, Said[], Verdict]>([
    ['all go well', current('onTrack', 'complete'), 'kept'],
    ['one goes badly', current('onTrack', 'onTrack', 'onTrack', 'offTrack'), 'notYet'],
    ['one was stopped', current('complete', 'complete', 'stopped'), 'notYet'],
    ['half go well', current('onTrack', 'atRisk'), 'partly'],
    ['fewer than half go well', current('onTrack', 'atRisk', 'notStarted'), 'notYet'],
    ['half have no word', [...current('onTrack'), old('onTrack')], 'partly'],
    ['more than half have no word', [...current('onTrack'), old('onTrack'), never], 'cannotTell'],
    ['nobody ever said a word', [never, never], 'cannotTell'],
    ['nothing serves it', [], 'cannotTell'],
    ['bad news is old', [...current('onTrack', 'onTrack', 'onTrack'), old('offTrack')], 'notYet'],
    ['complete needs no new word', [old('complete')], 'kept'],
  ])('%s', (_, all, expected) => expect(judge(all)).toBe(expected));

  it('is not kept without current evidence', () => expect(judge(current('onTrack'), false)).toBe('partly'));
});

const said = fc.record<Said>({
  status: fc.option(fc.constantFrom(...statusKinds)),
  fresh: fc.constantFrom('current', 'notUpdated'),
});
const several = fc.array(said, { minLength: 1, maxLength: 12 });
const rank: Record<Verdict, number> = { kept: 2, partly: 1, notYet: 0, cannotTell: 0 };

describe('the laws of the verdict', () => {
  it('never improves when one commitment gets worse', () => {
    fc.assert(
      fc.property(several, fc.nat(), fc.constantFrom(...statusKinds), fc.boolean(), (all, nth, status, proof) => {
        const at = nth % all.length;
        const before = all[at]?.status ?? null;
        fc.pre(before !== null && isWorse(before, status));
        const after = all.map((one, i) => (i === at ? { ...one, status } : one));
        expect(rank[judge(after, proof)]).toBeLessThanOrEqual(rank[judge(all, proof)]);
      }),
    );
  });

  it('never improves when somebody falls silent', () => {
    fc.assert(
      fc.property(several, fc.nat(), fc.boolean(), (all, nth, proof) => {
        const at = nth % all.length;
        const after = all.map((one, i): Said => (i === at ? { ...one, fresh: 'notUpdated' } : one));
        expect(rank[judge(after, proof)]).toBeLessThanOrEqual(rank[judge(all, proof)]);
      }),
    );
  });

  it('is never kept while one of them has no current word', () => {
    fc.assert(
      fc.property(several, (all) => {
        expect(judge([...all, old('onTrack')])).not.toBe('kept');
        expect(judge([...all, never])).not.toBe('kept');
      }),
    );
  });

  it('does not depend on the order of the commitments', () => {
    const shuffled = several.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.boolean(), ([all, other], proof) => {
        expect(judge(other, proof)).toBe(judge(all, proof));
      }),
    );
  });
});

describe('evidence and counts', () => {
  it('counts evidence only while its update does', () => {
    const rows = [
      { standing: 'onTrack', evidenceCount: 2 },
      { standing: 'onTrack', evidenceCount: 0 },
      { standing: 'notUpdated', evidenceCount: 3 },
    ] as const;
    expect(withCurrentEvidence(rows)).toBe(1);
  });

  it('counts every verdict, the empty ones too', () => {
    expect(countsByVerdict(['kept', 'partly', 'kept']).map(({ count }) => count)).toEqual([2, 1, 0, 0]);
  });
});

describe('what changed', () => {
  const row = (status: Said['status'], previousStatus: Said['status'], day: number) => ({
    status,
    previousStatus,
    publishedAt: status && new Date(Date.UTC(2026, 8, day)),
  });

  it('says what an update did to the status', () => {
    expect(turn(null, 'onTrack')).toBe('first');
    expect(turn('onTrack', 'complete')).toBe('done');
    expect(turn('atRisk', 'onTrack')).toBe('better');
    expect(turn('onTrack', 'atRisk')).toBe('worse');
    expect(turn('onTrack', 'onTrack')).toBe('same');
    expect(turn('complete', 'stopped')).toBe('ended');
  });

  it('finds the newest change, not the newest word', () => {
    const rows = [row('onTrack', 'onTrack', 20), row('onTrack', 'atRisk', 10), row('atRisk', 'onTrack', 5)];
    expect(newestChange(rows)?.publishedAt.getUTCDate()).toBe(10);
  });

  it('falls back to the newest word, and to nothing', () => {
    expect(newestChange([row('onTrack', 'onTrack', 3), row('atRisk', 'atRisk', 4)])?.turn).toBe('same');
    expect(newestChange([row(null, null, 1)])).toBeNull();
  });
});
