import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusKinds } from '#lib/councils/settings.ts';
import {
  type Draft,
  isEmpty,
  isWebAddress,
  keepBoth,
  linksOf,
  problemsBeforeSending,
  saysTheSame,
  textLimit,
  toFields,
} from '#lib/updates/drafts.ts';
import { toDraft, writeInput } from '#lib/updates/schema.ts';

const blank: Draft = { status: null, reason: '', done: '', difference: '', howWeKnow: '', next: '', evidence: [] };
const link = fc.record({ title: fc.string(), url: fc.webUrl() });
const draft: fc.Arbitrary<Draft> = fc.record({
  status: fc.option(fc.constantFrom(...statusKinds)),
  reason: fc.string(),
  done: fc.string(),
  difference: fc.string(),
  howWeKnow: fc.string(),
  next: fc.string(),
  evidence: fc.array(link, { maxLength: 5 }),
});

describe('before sending', () => {
  const whole: Draft = { ...blank, status: 'onTrack', done: 'We did it.' };

  it('lets a whole draft pass, and asks for a status and for what was done', () => {
    expect(problemsBeforeSending(whole, null)).toEqual({});
    expect(Object.keys(problemsBeforeSending(blank, null))).toEqual(['status', 'done']);
    expect(problemsBeforeSending({ ...blank, status: 'notStarted' }, null)).toEqual({});
  });

  it('asks for the reason in words that fit', () => {
    const reason = (status: Draft['status'], previous: Draft['status']) =>
      problemsBeforeSending({ ...whole, status }, previous).reason;
    expect(reason('offTrack', 'offTrack')).toContain('off track');
    expect(reason('stopped', null)).toContain('stopped');
    expect(reason('atRisk', 'onTrack')).toContain('got worse');
    expect(reason('atRisk', 'offTrack')).toBeUndefined();
  });

  it('asks how we know when it is complete, and never else', () => {
    const complete: Draft = { ...whole, status: 'complete', difference: 'They say so.' };
    expect(problemsBeforeSending(complete, null).howWeKnow).toContain('Complete means');
    expect(problemsBeforeSending({ ...complete, howWeKnow: 'We asked.' }, null)).toEqual({});
    expect(
      problemsBeforeSending({ ...complete, evidence: [{ title: 'Plan', url: '', fileName: 'plan.pdf' }] }, null),
    ).toEqual({});
    expect(problemsBeforeSending({ ...complete, status: 'onTrack' }, null)).toEqual({});
  });

  it('counts links and files together', () => {
    const file = { title: 'Plan', url: '', fileName: 'plan.pdf' };
    const web = { title: 'Page', url: 'https://example.org' };
    const evidence = [web, web, web, file, file];
    expect(problemsBeforeSending({ ...whole, evidence }, null)).toEqual({});
    expect(problemsBeforeSending({ ...whole, evidence: [...evidence, file] }, null).file).toContain(
      '5 links and files',
    );
  });

  it('counts what a reader counts: an emoji is one character', () => {
    const emoji = { ...whole, done: '👍'.repeat(textLimit) };
    expect(problemsBeforeSending(emoji, null)).toEqual({});
    expect(problemsBeforeSending({ ...whole, done: `${emoji.done}x` }, null).done).toContain('4,001 characters');
  });

  it('names the row of a link that is not whole', () => {
    const evidence = [
      { title: '', url: '' },
      { title: 'Plan', url: 'plan.docx' },
      { title: '', url: 'https://example.org' },
    ];
    const found = problemsBeforeSending({ ...whole, evidence }, null);
    expect(Object.keys(found)).toEqual(['evidenceUrl2', 'evidenceTitle3']);
  });
});

describe('an address', () => {
  it.each(['https://example.org', 'http://intranet/plan?a=1#b', 'HTTPS://EXAMPLE.ORG/a'])('%s is a page', (url) =>
    expect(isWebAddress(url)).toBe(true),
  );
  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    '//example.org',
    'https:',
    'https:// x',
    'mailto:a@b.c',
    '',
  ])('%j is not', (url) => expect(isWebAddress(url)).toBe(false));
});

describe('keeping both', () => {
  it('drops no word that anybody wrote', () => {
    fc.assert(
      fc.property(draft, draft, (mine, theirs) => {
        const both = keepBoth(mine, theirs);
        const all = JSON.stringify(toFields(both));
        for (const side of [mine, theirs]) {
          for (const field of ['reason', 'done', 'difference', 'howWeKnow', 'next'] as const) {
            expect(both[field]).toContain(side[field]);
          }
          for (const { title, url } of linksOf(side)) {
            expect(all).toContain(JSON.stringify(url).slice(1, -1));
            expect(all).toContain(JSON.stringify(title.trim()).slice(1, -1));
          }
        }
        expect(both.evidence.length).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('changes nothing when both wrote the same', () => {
    fc.assert(
      fc.property(draft, (one) => {
        expect(saysTheSame(keepBoth(one, one), one)).toBe(true);
      }),
    );
  });
});

describe('a draft as fields of a form', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(draft, (one) => {
        const tidy = {
          ...one,
          reason: tidied(one.reason),
          done: tidied(one.done),
          difference: tidied(one.difference),
          howWeKnow: tidied(one.howWeKnow),
          next: tidied(one.next),
          evidence: one.evidence.map(({ title, url }) => ({ title: tidied(title), url })),
        };
        const input = writeInput.parse({ commitment: 'home-1', version: '0', ...toFields(tidy) });
        expect(saysTheSame(toDraft(input), tidy)).toBe(true);
      }),
    );
  });

  it('is empty until somebody writes', () => {
    expect(isEmpty({ ...blank, status: 'onTrack' })).toBe(true);
    expect(isEmpty({ ...blank, next: 'x' })).toBe(false);
    expect(isEmpty({ ...blank, evidence: [{ title: '', url: 'x' }] })).toBe(false);
  });
});

const tidied = (text: string) => text.replaceAll('\0', '').replaceAll('\r\n', '\n').trim();
