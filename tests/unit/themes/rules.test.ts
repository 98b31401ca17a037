import { describe, expect, it } from 'vitest';
import { figuresThatAre, isChance, moved, quiet, standingLabel, type Turn, turn } from '#lib/themes/rules.ts';
import { commitmentOf, figureOf } from '#tests/unit/themes/facts.ts';

it.each<[Parameters<typeof turn>[0], Turn]>([
  [{ status: 'onTrack', statusThen: 'onTrack' }, 'same'],
  [{ status: null, statusThen: null }, 'same'],
  [{ status: 'offTrack', statusThen: null }, 'first'],
  [{ status: 'offTrack', statusThen: 'atRisk' }, 'worse'],
  [{ status: 'stopped', statusThen: 'offTrack' }, 'worse'],
  [{ status: 'complete', statusThen: 'onTrack' }, 'better'],
])('turn %o is %s', (facts, expected) => expect(turn(facts)).toBe(expected));

it('quiet puts the longest silence first, and never before all', () => {
  const silent = [5, 300, null, 40, null].map((silentDays, at) =>
    commitmentOf(at, { standing: 'notUpdated', silentDays }),
  );
  const days = quiet([commitmentOf(9), ...silent]).map(({ silentDays }) => silentDays);
  expect(days).toEqual([null, null, 300, 40, 5]);
});

it('a standing is called as the council calls it', () => {
  const statuses = [{ key: 'onTrack' as const, label: 'Going well' }];
  expect([standingLabel(statuses, 'onTrack'), standingLabel(statuses, 'notUpdated')]).toEqual([
    'Going well',
    'Not updated',
  ]);
});

describe('figures', () => {
  it('come by the size of the change, those that may be chance last', () => {
    const chance = figureOf('chance', [30, 40], [26, 40]);
    const large = figureOf('large', [270, 287], [200, 287]);
    const small = figureOf('small', [268, 287], [240, 287]);
    expect([chance, small, large].map(isChance)).toEqual([true, false, false]);
    expect(figuresThatAre('worse', [chance, small, large]).map(({ key }) => key)).toEqual(['large', 'small', 'chance']);
  });

  it('move in words', () => {
    expect(moved(figureOf('a', [240, 287], [268, 287]))).toBe('rose from 84% to 93%');
    expect(moved(figureOf('a', [240, 287], [240, 287]))).toBe('stayed at 84%');
    expect(moved({ ...figureOf('a', [1, 2], [1, 2]), before: null })).toBeNull();
  });
});
