import { describe, expect, it, vi } from 'vitest';
import { takeFromCatalogue } from '#lib/indicators/catalogue/mutations.ts';
import { getCatalogue } from '#lib/indicators/catalogue/queries.ts';
import { saveIndicatorCare } from '#lib/indicators/editing/mutations.ts';
import { getIndicatorSettings, listIndicatorSettings } from '#lib/indicators/editing/queries.ts';
import { getNeeds } from '#lib/needs/queries.ts';
import { readBy, settings } from '#tests/data/figures-acting.ts';
import { actAs, inPortsmouth } from '#tests/setup/act.ts';

vi.mock('next/headers', async () => (await import('#tests/setup/act.ts')).nextHeaders);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

const officer = 'strategy-officer';

describe('the catalogue', () => {
  it('is taken several at once; what a strategy only named gets its meaning, what is there stays', async () => {
    const named = await readBy(officer, (viewer) => getIndicatorSettings(viewer, 'suspensions'));
    expect(named.defined).toBeNull();
    const { to } = await actAs(officer, takeFromCatalogue, {
      indicators: ['suspensions', 'first-visit-one-week', 'dental-check'],
    });
    expect(to).toMatch(/taken=2-/);
    const offers = (await readBy(officer, getCatalogue)).flatMap(({ entries }) => entries);
    expect(offers.filter(({ isHere }) => isHere).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['suspensions', 'first-visit-one-week', 'dental-check']),
    );
    expect((await settings('first-visit-one-week')).definition).toMatchObject({
      periodType: 'financialQuarter',
      polarity: 'high',
      polarityConfirmedById: null,
    });
    expect((await actAs(officer, takeFromCatalogue, {})).state?.errors).toHaveProperty('indicators');
    expect((await actAs('health-lead', takeFromCatalogue, { indicators: 'staying-put' })).state?.message).toMatch(
      /role does not allow/,
    );
  });

  it('and its owner finds on their page that a value is expected', async () => {
    const { care } = await settings('first-visit-one-week');
    const [health] = await inPortsmouth<{ id: string }>(`SELECT id FROM "Person" WHERE name = 'Health lead'`);
    const typed = { ...care.fields, owner: health?.id ?? '', shown: care.shown, indicator: 'first-visit-one-week' };
    const expected = async () =>
      (await readBy('health-lead', getNeeds)).acts.filter(
        ({ kind, ref }) => kind === 'figures' && ref.includes('Visited within a week'),
      );
    expect(await expected()).toEqual([]);
    expect((await actAs(officer, saveIndicatorCare, typed)).state).toBeNull();
    expect(await expected()).toHaveLength(1);
    expect(
      (await readBy('home-lead', getNeeds)).acts.filter(({ ref }) => ref.includes('Visited within a week')),
    ).toEqual([]);
  });

  it('and the list says of each figure whose it is and what is expected', async () => {
    const rows = await readBy(officer, listIndicatorSettings);
    const row = (key: string) => rows.find((one) => one.key === key);
    expect(row('dental-check')?.expected).toMatchObject({ owner: 'Health lead', newest: { period: '2025' } });
    expect(row('first-visit-one-week')?.expected?.freshness.sentence).toMatch(
      /No figure has ever come.*Its owner is Health lead/,
    );
    expect(row('three-or-more-social-workers')).toMatchObject({ expected: null, source: null });
    await expect(readBy('health-lead', listIndicatorSettings)).rejects.toThrow();
  });
});
