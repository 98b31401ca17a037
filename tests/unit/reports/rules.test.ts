import { describe, expect, it } from 'vitest';
import { day } from '#lib/calendar/rules.ts';
import { asOfFor, missingTexts, reportTitle, reportYears } from '#lib/reports/rules.ts';
import { textsInput } from '#lib/reports/schema.ts';
import { canonicalJson, hashOf, readFrozen } from '#lib/reports/snapshot.ts';
import { cabinetReport } from '#lib/reports/template.ts';
import { marksOf, merge, readMarks } from '#lib/reports/texts.ts';
import { allTexts } from '#tests/unit/reports/content-fixture.ts';

const calendar = { startsOn: day('2023-01-01'), endsOn: day('2026-12-31') };

describe('the years of a report', () => {
  it('are the strategy’s own and the financial years within it, newest first, once begun', () => {
    const { own, financial } = reportYears(calendar, day('2026-11-21'));
    expect(own.map(({ startsOn }) => startsOn)).toEqual(['2026-01-01', '2025-01-01', '2024-01-01', '2023-01-01']);
    expect(own[0]?.endsOn).toBe('2026-12-31');
    expect(financial).toEqual([
      { startsOn: '2025-04-01', endsOn: '2026-03-31' },
      { startsOn: '2024-04-01', endsOn: '2025-03-31' },
      { startsOn: '2023-04-01', endsOn: '2024-03-31' },
    ]);
    expect(reportYears(calendar, day('2022-12-31')).own).toEqual([]);
  });

  it('are listed once where the strategy runs from April to March, and end with the strategy', () => {
    const strategy = { startsOn: day('2024-04-01'), endsOn: day('2026-09-30') };
    const { own, financial } = reportYears(strategy, day('2026-09-01'));
    expect(own.map(({ endsOn }) => endsOn)).toEqual(['2026-09-30', '2026-03-31', '2025-03-31']);
    expect(financial).toEqual([]);
  });

  it('go on while no other strategy has taken its place', () => {
    const own = (today: string) => reportYears(calendar, day(today)).own.map(({ endsOn }) => endsOn);
    expect(own('2026-12-31')[0]).toBe('2026-12-31');
    expect(own('2027-01-01').slice(0, 2)).toEqual(['2027-12-31', '2026-12-31']);
    const closed = { ...calendar, supersededBy: [{ startsOn: day('2028-01-01') }] };
    expect(reportYears(closed, day('2031-06-01')).own[0]).toEqual({ startsOn: '2027-01-01', endsOn: '2027-12-31' });
    expect(own('2028-03-01').slice(0, 2)).toEqual(['2028-12-31', '2027-12-31']);
  });

  it('give the title', () => {
    expect(reportTitle('S', { startsOn: '2026-01-01', endsOn: '2026-12-31' })).toBe('S: annual report 2026');
    expect(reportTitle('S', { startsOn: '2025-04-01', endsOn: '2026-03-31' })).toBe('S: annual report 2025/26');
    expect(reportTitle('S', { startsOn: '2026-04-01', endsOn: '2026-09-30' })).toBe(
      'S: annual report 1 April 2026 to 30 September 2026',
    );
  });

  it('end at midnight in London, summer time or not, and never after now', () => {
    const later = new Date('2027-06-01T00:00:00Z');
    expect(asOfFor(day('2026-03-31'), later).toISOString()).toBe('2026-03-31T22:59:59.999Z');
    expect(asOfFor(day('2026-12-31'), later).toISOString()).toBe('2026-12-31T23:59:59.999Z');
    const now = new Date('2026-11-21T12:00:00Z');
    expect(asOfFor(day('2026-12-31'), now)).toBe(now);
  });
});

describe('texts', () => {
  it('are missing when required and empty or blank', () => {
    expect(missingTexts(cabinetReport, { ...allTexts, title: 'T' })).toEqual([]);
    expect(missingTexts(cabinetReport, { ...allTexts, title: 'T', legal: ' \n' }).map(({ key }) => key)).toEqual([
      'legal',
    ]);
  });

  it('lose what neither JSON nor XML can hold, and nothing else', () => {
    const sent = {
      report: crypto.randomUUID(),
      version: '1',
      title: 'T',
      purpose: 'a\u0000b\r\nc\ud800 👩‍👧 <&>',
    };
    const { purpose } = textsInput.parse(sent) as unknown as Record<string, string>;
    expect(purpose).toBe('ab\nc 👩‍👧 <&>');
    expect(textsInput.safeParse({ ...sent, meetingOn: '2026-02-30' }).success).toBe(false);
    expect(textsInput.safeParse({ ...sent, keyDecision: 'Maybe' }).success).toBe(false);
    expect(textsInput.safeParse({ ...sent, title: ' ' }).success).toBe(false);
  });

  it('of two officers are both kept, unless both changed the same one', () => {
    const keys = ['legal', 'finance', 'purpose'];
    const first = { legal: 'old', finance: 'old', purpose: 'old' };
    const shown = readMarks(JSON.stringify(marksOf(first, keys)));
    const stored = { ...first, legal: 'theirs' };
    expect(merge({ stored, typed: { ...first, finance: 'mine' }, shown }, keys)).toEqual({
      texts: { legal: 'theirs', finance: 'mine', purpose: 'old' },
      taken: ['legal'],
      disputed: [],
    });
    expect(merge({ stored, typed: { ...first, legal: 'mine' }, shown }, keys).disputed).toEqual(['legal']);
    expect(merge({ stored, typed: { ...first, legal: 'theirs' }, shown }, keys).disputed).toEqual([]);
  });

  it('are all disputed when the form did not say what it was shown', () => {
    const found = merge({ stored: { a: '1' }, typed: { a: '2' }, shown: readMarks('no json') }, ['a']);
    expect(found.disputed).toEqual(['a']);
  });
});

describe('a snapshot', () => {
  it('has the same hash in whatever order its keys come back', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
    expect(hashOf({ b: 1, a: 'é' })).toBe(hashOf({ a: 'é', b: 1 }));
  });

  it('is refused when it is not what was frozen', () => {
    const stored = { edition: 1 };
    expect(readFrozen(stored, hashOf(stored))).toBe(stored);
    expect(() => readFrozen({ edition: 2 }, hashOf(stored))).toThrow('does not match its hash');
  });
});
