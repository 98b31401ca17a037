import { describe, expect, it } from 'vitest';
import { changeSentences, whySentences } from '#lib/promises/words.ts';

const asOf = new Date('2026-11-21T12:00:00Z');
const said = (
  standing: Parameters<typeof whySentences>[0][number]['standing'],
  heard: string | null,
  status = standing,
) => ({
  standing,
  status: status === 'notUpdated' ? ('onTrack' as const) : status,
  submittedAt: heard ? new Date(heard) : null,
});
const why = (...rows: ReturnType<typeof said>[]) => whySentences(rows, 1, asOf).join(' ').replaceAll('\u00a0', ' ');

describe('why we say so', () => {
  it('counts what goes well and names the month of the last news', () => {
    const rows = ['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'].map((day) => said('onTrack', day));
    expect(why(...rows, said('notUpdated', '2026-09-10'))).toBe(
      'We said we would do 5 things for this. 4 go well. 1 has had no news since September. We have new proof for 1.',
    );
  });

  it('has its own words for one, two and all', () => {
    expect(why(said('onTrack', '2026-11-03'))).toContain('We said we would do 1 thing for this. 1 goes well.');
    expect(why(said('onTrack', '2026-11-03'), said('complete', '2026-11-03'))).toContain('Both go well.');
  });

  it('names the year of news that is a year old, and what was never heard of', () => {
    const words = why(said('notUpdated', '2025-05-10'), said('notUpdated', null), said('offTrack', '2026-11-03'));
    expect(words).toContain('1 has had no news since May 2025. 1 has had no news yet.');
    expect(words).toContain('1 goes badly.');
  });

  it('does not let bad news fade', () => {
    expect(why(said('notUpdated', '2026-05-10', 'offTrack'))).toContain('1 went badly when we last heard of it.');
  });

  it('says when nothing serves the promise', () => {
    expect(whySentences([], 0, asOf)).toEqual(['We have not said yet what we will do for this.']);
  });
});

describe('what changed', () => {
  const change = {
    title: 'Fewer moves',
    standing: 'onTrack',
    status: 'onTrack',
    previousStatus: 'atRisk',
    publishedAt: new Date('2026-11-12'),
  } as const;

  it('says what it was and what it is', () => {
    expect(changeSentences({ ...change, turn: 'better' }, asOf).join(' ')).toBe(
      'On 12 November this got better: “Fewer moves”. It was slow. Now it is going well.',
    );
  });

  it('never says "now" of news that is out of date', () => {
    const old = changeSentences({ ...change, standing: 'notUpdated', turn: 'better' }, asOf).join(' ');
    expect(old).toBe(
      'On 12 November this got better: “Fewer moves”. It was slow. Then it was going well. We have had no news since.',
    );
  });

  it('says when there was never any news', () => {
    expect(changeSentences(null, asOf)).toEqual(['We have had no news of this yet.']);
  });
});
