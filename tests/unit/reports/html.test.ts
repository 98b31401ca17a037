import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '#lib/reports/document.ts';
import { reportHtml } from '#lib/reports/html.ts';
import { allTexts, reportContent } from '#tests/unit/reports/content-fixture.ts';
import { xmlFault } from '#tests/unit/reports/docx.ts';

const pages = { report: '/r', appendices: '/r/appendices' };
const drawn = (content = reportContent(), part: 'report' | 'appendices' = 'report', fields?: string) =>
  reportHtml(buildDocument(content), { part, pages, ...(fields && { fields }) }).toString();

describe('the report as a page', () => {
  it('is well-formed markup, whatever was written', () => {
    const content = reportContent({ ...allTexts, purpose: '<script>alert("1")</script> & \u0000 ]]>' });
    const markup = drawn(content);
    // Class names of the stylesheet hold an ampersand, which HTML allows in an attribute.
    expect(xmlFault(`<div>${markup.replaceAll('[&_', '[')}</div>`)).toBeNull();
    expect(markup).toContain('&lt;script&gt;');
    expect(markup).not.toContain('style=');
  });

  it('keeps the appendices for their own page, with links between the two', () => {
    const [report, appendices] = [drawn(), drawn(reportContent(), 'appendices')];
    expect(report).not.toContain('<svg');
    expect(report).toMatch(/href="\/r\/appendices#part-\d+">Appendix B/);
    expect(appendices).toContain('<svg');
    const target = /href="\/r\/appendices#(part-\d+)">Appendix A/.exec(report)?.[1];
    expect(appendices).toContain(`id="${target}"`);
    expect(appendices).not.toContain('Purpose of report');
  });

  it('links what is still to be written to its field in a preview, and never in an edition', () => {
    expect(drawn(reportContent({}), 'report', '/r')).toContain('id="legal" href="/r#legal"');
    expect(drawn(reportContent({}))).not.toContain('#legal');
  });

  it('makes no link of an address that a browser would run', () => {
    const content = reportContent();
    content.priorities[0]?.commitments[0]?.update?.evidence.push({
      title: 'Trap',
      url: 'javascript:alert(1)',
    });
    expect(drawn(content)).toContain('Trap');
    expect(drawn(content)).not.toContain('javascript:');
  });
});

describe('what draws a report', () => {
  it('reads nothing live: no module on the way to HTML or Word knows the database', () => {
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      const source = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
      for (const [, type, found] of source.matchAll(/^(import type |import |export .*? from )[^;]*?'#([^']+)'/gms)) {
        if (found && type !== 'import type ') visit(found);
      }
    };
    for (const start of ['document', 'html', 'word', 'snapshot']) visit(`lib/reports/${start}.ts`);
    expect(seen.size).toBeGreaterThan(15);
    expect([...seen].filter((path) => /^lib\/db|prisma|queries|gather|lib\/auth/.test(path))).toEqual([]);
  });
});
