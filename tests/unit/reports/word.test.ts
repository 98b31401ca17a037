import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportFigure } from '#lib/reports/content.ts';
import { buildDocument } from '#lib/reports/document.ts';
import { wordFile } from '#lib/reports/word.ts';
import { allTexts, reportContent } from '#tests/unit/reports/content-fixture.ts';
import { unzip, xmlFault } from '#tests/unit/reports/docx.ts';

const stamp = { line: 'Edition 1. Frozen.', footer: 'Edition 1' };
const document = buildDocument(reportContent());
const tables = document.blocks.filter((block) => block.kind === 'table');
let files: Map<string, string>;
let body: string;

beforeAll(async () => {
  files = unzip(await wordFile(document, stamp));
  body = files.get('word/document.xml') ?? '';
});

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe('the Word file', () => {
  it('is well-formed in every part', () => {
    expect(files.size).toBeGreaterThan(10);
    for (const [name, text] of files) {
      if (/\.(xml|rels)$/.test(name)) expect([name, xmlFault(text)]).toEqual([name, null]);
    }
  });

  it('has real headings, and a contents list that names them with their numbers', () => {
    for (const level of [1, 2, 3]) {
      const drawn = document.blocks.filter((block) => block.kind === 'heading' && block.level === level);
      expect(count(body, new RegExp(`<w:pStyle w:val="Heading${level}"/>`, 'g'))).toBe(drawn.length);
    }
    const contents = /<w:sdt>.*?<\/w:sdt>/s.exec(body)?.[0] ?? '';
    expect(contents).toContain('TOC');
    expect(contents).toContain('4. Reasons for recommendations');
    expect(contents).not.toContain('w:dirty="true"');
  });

  it('lets Word count to the very numbers of the model', () => {
    const given = document.blocks.flatMap((block) =>
      block.kind === 'numbered' || (block.kind === 'heading' && block.number) ? [block.number] : [],
    );
    const list = /<w:ilvl w:val="0"\/><w:numId w:val="(\d+)"\/>/.exec(body)?.[1];
    const levels = body.matchAll(new RegExp(`<w:ilvl w:val="([01])"/><w:numId w:val="${list}"/>`, 'g'));
    let [section, paragraph] = [0, 0];
    const counted = [...levels].map(([, level]) => {
      if (level === '0') [section, paragraph] = [section + 1, 0];
      else paragraph += 1;
      return level === '0' ? `${section}` : `${section}.${paragraph}`;
    });
    expect(counted).toEqual(given);
  });

  it('repeats the header row of every table and splits no row', () => {
    const rows = tables.reduce((sum, table) => sum + table.rows.length + 1, 0);
    expect(count(body, /<w:tblHeader\/>/g)).toBe(tables.length);
    expect(count(body, /<w:cantSplit\/>/g)).toBe(rows);
    expect(count(body, /<w:tblLayout w:type="fixed"\/>/g)).toBe(tables.length);
    expect(count(body, /<w:gridCol /g)).toBe(tables.reduce((sum, table) => sum + table.columns.length, 0));
  });

  it('gives every chart a text for who cannot see it', () => {
    const charts = document.blocks.filter((block) => block.kind === 'chart');
    expect(charts.length).toBeGreaterThan(0);
    expect(count(body, /<wp:docPr [^>]*descr="Line chart\.[^"]+"/g)).toBe(charts.length);
  });

  it('draws no more charts than LibreOffice can, and says the others in words', async () => {
    const content = reportContent();
    for (const theme of content.themes) {
      theme.figures = Array.from({ length: 23 }, () => structuredClone(theme.figures[0] as ReportFigure));
    }
    const text = unzip(await wordFile(buildDocument(content), stamp)).get('word/document.xml') ?? '';
    expect(count(text, /<wp:docPr /g)).toBe(20);
    expect(count(text, /Line chart\. Had a yearly/g)).toBe(23);
  });

  it('is British English on A4, with title, author and page numbers', () => {
    expect(files.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
    const page = /<w:pgSz [^>]*>/.exec(body)?.[0];
    expect(page).toContain('w:w="11906"');
    expect(page).toContain('w:h="16838"');
    const core = files.get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:title>Corporate Parenting Strategy: annual report</dc:title>');
    expect(core).toContain('<dc:creator>Portsmouth City Council</dc:creator>');
    const footer = [...files].find(([name]) => /footer\d*\.xml$/.test(name))?.[1] ?? '';
    expect(footer).toContain('PAGE');
    expect(footer).toContain('NUMPAGES');
  });

  it('links evidence on the web, and nothing that a browser would run', async () => {
    const content = reportContent();
    const update = content.priorities[0]?.commitments[0]?.update;
    update?.evidence.push({ title: 'Trap', url: 'javascript:alert(1)' });
    const trapped = unzip(await wordFile(buildDocument(content), stamp));
    expect([...trapped.values()].join('')).not.toContain('javascript:');
    expect(trapped.get('word/_rels/document.xml.rels')).toContain('https://example.org/notes');
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '<>&"\']]>',
    '<!--<![CDATA[ & ]]>-->',
    '&lt;&#0;&nosuch;',
    'هذا نص عربي ולצידו עברית',
    '👩‍👧‍👦🏳️‍🌈',
    'a\u0000b\u0001c\u000bd\u001f\ufffe\uffff',
    '\ud800 alone \udfff',
    'x\r\ny\tz\u2028\u2029',
    '{{field}} %s \\u0041',
  ),
);

describe('any text', () => {
  it('gives a Word file that opens', async () => {
    const holder = fc.record({
      title: hostile,
      purpose: hostile,
      done: hostile,
      evidence: hostile,
      area: hostile,
    });
    await fc.assert(
      fc.asyncProperty(holder, async ({ title, purpose, done, evidence, area }) => {
        const content = reportContent({ ...allTexts, purpose, documents: `${done}; ${evidence}` });
        content.report.title = title;
        content.council.name = area;
        const update = content.priorities[0]?.commitments[0]?.update;
        if (update) Object.assign(update, { done, evidence: [{ title: evidence, url: `https://a.example/${done}` }] });
        for (const theme of content.themes) {
          theme.name = area;
          for (const { chart } of theme.figures) {
            chart.title = title;
            chart.periods = chart.periods.map((period) => `${period}${area}`);
            chart.series = chart.series.map((line) => ({ ...line, name: `${area}${line.name}` }));
          }
        }
        for (const [name, text] of unzip(await wordFile(buildDocument(content), stamp))) {
          if (/\.(xml|rels)$/.test(name)) expect([name, xmlFault(text)]).toEqual([name, null]);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
