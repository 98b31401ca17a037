import { describe, expect, it } from 'vitest';
import { accessibilityPage } from '#lib/releases/page/accessibility.ts';
import { gonePage, missingPage } from '#lib/releases/page/gone.ts';
import { guidePage } from '#lib/releases/page/guide.ts';
import { listPage } from '#lib/releases/page/list.ts';
import { releasePage } from '#lib/releases/page/release.ts';
import { pageStyle } from '#lib/releases/page/style.ts';
import { publicCouncil, releaseContent } from '#tests/unit/releases/content-fixture.ts';
import { xmlFault } from '#tests/unit/reports/docx.ts';

const bad = `<script>alert('1')</script> & "quoted" </title>`;
const edition = {
  slug: 'teeth',
  edition: 1,
  title: bad,
  releasedAt: new Date('2026-11-24T09:00:00Z'),
  withdrawnAt: new Date('2026-11-25T09:00:00Z'),
  withdrawnReason: bad,
};
const council = { ...publicCouncil, name: `Elsewhere ${bad}` };

const pages = {
  release: releasePage({ ...releaseContent({ title: bad, text: bad, name: bad, earlier: 2 }), council }),
  list: listPage(council, [edition]),
  gone: gonePage(council, edition, [edition]),
  missing: missingPage(council),
  guide: guidePage(council, 120),
  accessibility: accessibilityPage(council, bad),
};

/** The document as XML: void elements closed, and what XML does not know left out. */
const asXml = (page: string) =>
  page
    .replace('<!doctype html>', '')
    .replace(/<style>[^<]*<\/style>/, '')
    .replace(/<meta([^>]*)>/g, '<meta$1/>');

describe.each(Object.entries(pages))('the page: %s', (_name, page) => {
  it('runs no script, and fetches nothing from anywhere', () => {
    expect(page).not.toMatch(
      /<script|<link|<img|<iframe|<object|<form|javascript:|\son\w+="|\sstyle="|\ssrc=|@import|url\(/i,
    );
    expect(page.match(/<style>/g)).toHaveLength(1);
  });

  it('is well-formed whatever was typed, with a language, a title, one main heading and one main part', () => {
    expect(xmlFault(asXml(page))).toBeNull();
    expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>[^<]+<\/title>/);
    for (const tag of ['<h1>', '<main ', '<header ', '<footer>']) expect(page.split(tag)).toHaveLength(2);
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leads to the accessibility statement and to what else is published', () => {
    expect(page).toContain('href="/elsewhere/public/accessibility"');
    expect(page).toContain('href="/elsewhere/public"');
  });
});

describe('the page of a release', () => {
  const page = releasePage(releaseContent({ text: 'First part.\n\nSecond part.', earlier: 1 }));

  it('says each figure in words, in a drawing with a name, and in a table', () => {
    expect(page).toContain('<b>80%</b> 100 of 125');
    expect(page).toMatch(
      /<svg class="chart"[^>]* role="img" aria-labelledby="([^"]+)"[^>]*><title id="\1">Saw a dentist<\/title>/,
    );
    expect(page).toMatch(/<table class="table chart-table"><caption>Saw a dentist<\/caption>/);
    expect(page).toContain('<p>First part.</p><p>Second part.</p>');
  });

  it('names the source, its licence, the edition, its day, the earlier ones and the data', () => {
    expect(page).toContain(
      'Source: Department for Education, Children looked after. Crown copyright, Open Government Licence v3.0.',
    );
    expect(page).toContain('href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"');
    expect(page).toContain('Edition 2, released 24 November 2026 by Elsewhere City Council.');
    expect(page).toContain('<a href="/elsewhere/public/teeth/editions/1">Edition 1, released 24 November 2025</a>');
    expect(page).toContain('<a href="/api/v1/elsewhere/releases/teeth/editions/2.csv">');
    expect(page).toContain('Counted by another form.');
  });

  it('shows a symbol and what it means where a number is hidden, in breakdowns as well', () => {
    expect(page).toMatch(/<th scope="row">Under 10<\/th><td class="number">\[c\]<\/td>/);
    expect(page).toContain('[c]: hidden, so that no child can be identified.');
    expect(page).toMatch(/<th scope="row">All<\/th><td class="number">80%<span class="soft">100 of 125<\/span>/);
  });

  it('is the same bytes for the same content', () => {
    expect(releasePage(releaseContent({ earlier: 1 }))).toBe(releasePage(releaseContent({ earlier: 1 })));
  });
});

it('the stylesheet takes a colour and nothing else', () => {
  expect(pageStyle('#7a1f5c')).toContain(':root{--council:#7a1f5c}');
  expect(pageStyle('red}body{display:none')).not.toContain('body{display');
  expect(pageStyle('#7a1f5c')).toMatch(/@media print\{/);
});
