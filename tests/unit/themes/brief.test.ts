import { describe, expect, it } from 'vitest';
import { inShort } from '#lib/themes/brief/rules.ts';
import type { ThemeFacts } from '#lib/themes/rules.ts';
import { commitmentOf, factsOf, figureOf } from '#tests/unit/themes/facts.ts';

const read = (facts: Partial<ThemeFacts>) =>
  inShort(factsOf(facts)).map(
    ({ about, words }) => `${about} ${words.map((word) => (typeof word === 'string' ? word : word.text)).join('')}`,
  );
const off = { standing: 'offTrack', status: 'offTrack', statusThen: 'offTrack' } as const;

describe('in short', () => {
  it('has three sentences where nothing is the matter', () => {
    expect(read({ commitments: [commitmentOf(1)] })).toEqual([
      'No commitment is <offTrack> today.',
      'Since the last meeting on 22 September 2026 no commitment has changed its status.',
      'Going well: 1 of 1 commitment is <onTrack> or <complete>.',
    ]);
  });

  it('says so where there is no commitment', () => {
    expect(read({ commitments: [] })).toEqual([
      'No commitments are kept here for the priorities of this theme, so nobody has said yet how they go.',
    ]);
  });

  it('has five where there is something of each kind, in a fixed order', () => {
    const figures = [
      figureOf('a', [268, 287], [240, 287]),
      figureOf('b', [240, 287], [268, 287]),
      figureOf('c', [268, 287], [200, 287]),
    ];
    const commitments = [
      commitmentOf(1, off),
      commitmentOf(2, { standing: 'notUpdated', silentDays: 200 }),
      commitmentOf(3, { standing: 'notUpdated', status: null, statusThen: null, silentDays: null }),
      commitmentOf(4, { standing: 'atRisk', status: 'atRisk' }),
      commitmentOf(5, { statusThen: null }),
      commitmentOf(6, { statusThen: 'atRisk' }),
    ];
    expect(read({ figures, commitments })).toEqual([
      '1 commitment is <offTrack>: Health 1, Title 1.',
      'Since the last meeting on 22 September 2026: Health 4 went from <onTrack> to <atRisk>; Health 5 was reported for the first time, as <onTrack>; Health 6 went from <atRisk> to <onTrack>.',
      '2 commitments have gone quiet: Health 3 since the start; Health 2 for 200 days.',
      '2 of 3 figures are worse than a year before: Title of c fell from 93% to 70%; Title of a fell from 93% to 84%.',
      'Going well: 2 of 6 commitments are <onTrack> or <complete>; Title of b rose from 84% to 93%.',
    ]);
  });

  it('names three and counts the rest', () => {
    const commitments = [1, 2, 3, 4, 5].map((number) => commitmentOf(number, off));
    expect(read({ commitments })[0]).toBe(
      '5 commitments are <offTrack>: Health 1, Title 1; Health 2, Title 2; Health 3, Title 3; and 2 more.',
    );
  });

  it('claims no more than is known', () => {
    const commitments = [commitmentOf(1, { standing: 'notUpdated', status: null, statusThen: null, silentDays: null })];
    const [first, second] = read({ commitments, lastMeeting: null });
    expect(first).toBe('No commitment is <offTrack> as far as the leads have told us.');
    expect(second).toBe('No meeting has been held yet: there is nothing to compare with.');
  });

  it('does not praise what may be chance, and praises what stays above all others', () => {
    const chance = figureOf('a', [240, 287], [244, 287], { others: 90 });
    const ahead = figureOf('b', [240, 287], [240, 287], { others: 80 });
    expect(read({ figures: [chance, ahead] }).at(-1)).toBe(
      'Going well: Title of b stayed at 84%, better than England.',
    );
    expect(read({ figures: [chance, ahead], commitments: [commitmentOf(1)] }).at(-1)).toBe(
      'Going well: 1 of 1 commitment is <onTrack> or <complete>; Title of b stayed at 84%, better than England.',
    );
  });
});
