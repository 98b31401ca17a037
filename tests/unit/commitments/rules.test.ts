import { describe, expect, it } from 'vitest';
import { filterCommitments, filterOptions, readFilter } from '#lib/commitments/rules.ts';
import type { Standing } from '#lib/updates/rules.ts';

const row = (ref: string, standing: Standing, leads: string | null, title = '', wording = '') => ({
  ref,
  standing,
  leads,
  title,
  wording,
  priorityKey: ref.split(' ')[0]?.toLowerCase() ?? '',
  priorityTitle: ref.split(' ')[0] ?? '',
  priorityOrder: ref.startsWith('Voice') ? 1 : 2,
});

const rows = [
  row('Home 10', 'onTrack', 'Home lead', 'Training for carers'),
  row('Home 2', 'offTrack', 'Home lead, Health lead', 'Plans for going home', 'Every child has a plan.'),
  row('Voice 1', 'notUpdated', null, 'Zoë’s idea: a café'),
  row('Home 1', 'onTrack', 'Home lead', 'Early help'),
];
const refs = (asked: Record<string, string>) => filterCommitments(rows, readFilter(asked)).map((one) => one.ref);

describe('the list of commitments', () => {
  it('stands most urgent first, or by reference', () => {
    expect(refs({})).toEqual(['Home 2', 'Voice 1', 'Home 1', 'Home 10']);
    expect(refs({ sort: 'reference' })).toEqual(['Home 1', 'Home 2', 'Home 10', 'Voice 1']);
  });

  it('is narrowed by priority, status and lead, all at once', () => {
    expect(refs({ priority: 'home', standing: 'onTrack' })).toEqual(['Home 1', 'Home 10']);
    expect(refs({ lead: 'Health lead' })).toEqual(['Home 2']);
    expect(refs({ lead: 'Health' })).toEqual([]);
  });

  it('finds every word, in any order, case or accent', () => {
    expect(refs({ q: 'PLAN home' })).toEqual(['Home 2']);
    expect(refs({ q: 'cafe zoe' })).toEqual(['Voice 1']);
    expect(refs({ q: '%' })).toEqual([]);
  });

  it('offers the leads and priorities that there are', () => {
    const options = filterOptions(rows, (standing) => standing);
    expect(options.priorities.map((one) => one.label)).toEqual(['Voice', 'Home']);
    expect(options.leads.map((one) => one.label)).toEqual(['Health lead', 'Home lead']);
  });

  it('reads an address that asks twice, or for nothing, as no filter', () => {
    expect(readFilter({ q: ['a', 'b'], lead: undefined })).toEqual(readFilter({}));
  });
});
