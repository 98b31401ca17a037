import { describe, expect, it } from 'vitest';
import {
  agoInWords,
  closedSentence,
  dueInWords,
  freshnessInWords,
  reasonQuestion,
  savedWords,
} from '#lib/updates/words.ts';

const said = new Date('2026-11-03T10:00:00Z');

describe('words', () => {
  it('says how fresh a status is', () => {
    const meeting = new Date('2026-11-24T16:30:00Z');
    expect(freshnessInWords('current', said, meeting)).toBe(
      'Last confirmed 3 November 2026, in time for the November meeting.',
    );
    expect(freshnessInWords('notUpdated', said, meeting)).toBe(
      'Last confirmed 3 November 2026. Nobody has confirmed it since.',
    );
    expect(freshnessInWords('never', null, null)).toBe('Nobody has said yet how this is going.');
  });

  it('says days as people do', () => {
    expect([-5, -1, 0, 1, 9].map(dueInWords)).toEqual([
      '5 days late',
      '1 day late',
      'due today',
      'due tomorrow',
      'due in 9 days',
    ]);
    expect([0, 1, 12].map(agoInWords)).toEqual(['today', 'yesterday', '12 days ago']);
  });

  it('asks for the reason by the status that is chosen', () => {
    expect(reasonQuestion('onTrack', 'offTrack').label).toBe('Why is it off track?');
    expect(reasonQuestion('onTrack', 'atRisk').label).toBe('Why did it get worse?');
    expect(reasonQuestion('onTrack', 'onTrack').label).toBe('Why?');
    expect(reasonQuestion(null, '').label).toBe('Why?');
  });

  it('says when a draft was saved in London, with the day when it was another', () => {
    const today = new Date('2026-11-22T00:00:00Z');
    const saved = (savedAt: string, submittedAt: string | null = null) =>
      savedWords({ savedAt: new Date(savedAt), submittedAt: submittedAt && new Date(submittedAt) } as never, today);
    expect(saved('2026-11-22T16:12:00Z')).toBe('4.12 pm');
    expect(saved('2026-07-14T11:00:00Z')).toBe('14 July 2026, 12 pm');
    expect(saved('2026-11-22T16:12:00Z', '2026-11-22T16:12:00Z')).toBeNull();
  });

  it('says which round has closed, and when the next one opens, if that is known', () => {
    const today = new Date('2026-11-26T00:00:00Z');
    const round = (opens: string, closes: string, reopened: string | null = null) => ({
      opensOn: new Date(opens),
      dueOn: new Date(opens),
      closesOn: new Date(closes),
      reopenedUntil: reopened ? new Date(reopened) : null,
      meetingAt: new Date(`${closes}T16:30:00Z`),
    });
    const november = round('2026-10-27', '2026-11-24');
    const next = round('2027-01-05', '2027-01-26');
    expect(closedSentence([november, next], today)).toBe(
      'The November round closed on 24 November 2026. The next one opens on 5 January 2027.',
    );
    expect(closedSentence([round('2026-10-27', '2026-11-24', '2026-11-25')], today)).toContain('25 November 2026');
    expect(closedSentence([next], today)).toMatch(/^No round is open today\. The next one opens on 5 January/);
    expect(closedSentence([], today)).toContain('has not been set yet');
  });
});
