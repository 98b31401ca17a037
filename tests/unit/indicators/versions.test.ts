import { describe, expect, it } from 'vitest';
import { day } from '#lib/calendar/rules.ts';
import { placePeriod, versionFor } from '#lib/indicators/periods/versions.ts';

const yearly = { name: 'yearly', periodType: 'snapshot31March', startsOn: day('2018-04-01') } as const;
const quarterly = { name: 'quarterly', periodType: 'financialQuarter', startsOn: day('2025-04-01') } as const;
const place = (typed: string) =>
  placePeriod<typeof yearly | typeof quarterly>([quarterly, yearly], typed, '2026-11-22');

describe('the version that counts a period', () => {
  it('is the newest that had begun when it ended, or the first', () => {
    const versions = [quarterly, yearly];
    expect(versionFor(versions, '2025-06-30')).toBe(quarterly);
    expect(versionFor(versions, '2025-03-31')).toBe(yearly);
    expect(versionFor(versions, '2010-03-31')).toBe(yearly);
  });

  it('reads the period by its own kind', () => {
    expect(place('Q1 2025/26')).toMatchObject({ version: { name: 'quarterly' }, period: '202526Q1' });
    expect(place('31 March 2024')).toMatchObject({ version: { name: 'yearly' }, period: '2024' });
  });

  it('is none for a period that was counted by another kind', () => {
    expect(place('Q1 2023/24')).toEqual({ sentence: expect.stringMatching(/another kind of period/) });
    expect(place('31 March 2026')).toEqual({ sentence: expect.stringMatching(/not a period of this figure/) });
  });
});
