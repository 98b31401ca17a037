import { describe, expect, it } from 'vitest';
import { buildDocument } from '#lib/reports/document.ts';
import { allTexts, reportContent } from '#tests/unit/reports/content-fixture.ts';

const document = buildDocument(reportContent());
const headings = (level: number) =>
  document.blocks.flatMap((block) => (block.kind === 'heading' && block.level === level ? [block] : []));
const said = JSON.stringify(document);

describe('the report as a document', () => {
  it('has the headings of the cabinet report, in their order', () => {
    expect(headings(1).map(({ number, text }) => (number ? `${number} ${text}` : text))).toEqual([
      '1 Purpose of report',
      '2 Recommendations',
      '3 Background',
      '4 Reasons for recommendations',
      '5 Integrated impact assessment',
      '6 Legal implications',
      '7 Director of Finance’s comments',
      'Signature',
      'Appendices',
      'Background list of documents',
      'Outcome of the recommendations',
      'Appendix A: What the strategy printed',
      'Appendix B: The figures over time',
    ]);
  });

  it('begins with the eight header fields', () => {
    const fields = document.blocks.find((block) => block.kind === 'fields');
    expect(fields?.fields.map(({ label }) => label)).toEqual([
      'Title of meeting',
      'Date of meeting',
      'Subject',
      'Report by',
      'Cabinet Member',
      'Wards affected',
      'Key decision',
      'Full Council decision',
    ]);
  });

  it('never skips a heading level', () => {
    const levels = document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
    levels.forEach((level, i) => {
      expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
    });
  });

  it('numbers every paragraph once, in sequence, under the number of its section', () => {
    let section = 0;
    let last = 0;
    const numbers: string[] = [];
    for (const block of document.blocks) {
      if (block.kind === 'heading' && block.number) [section, last] = [Number(block.number), 0];
      if (block.kind !== 'numbered') continue;
      last += 1;
      expect(block.number).toBe(`${section}.${last}`);
      numbers.push(block.number);
    }
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((number) => number.startsWith('4.')).length).toBeGreaterThan(20);
  });

  it('holds all 62 commitments, each in one row, and all 11 promises', () => {
    const names = document.blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row[0]?.[0]?.label ?? '') : [],
    );
    const refs = names.filter((name) => /^(Voice|Relationships|Learning|Home|Health|Skills) \d+$/.test(name));
    expect(refs).toHaveLength(62);
    expect(new Set(refs).size).toBe(62);
    expect(names.filter((name) => /^\d+\. Promise \d+$/.test(name))).toHaveLength(11);
  });

  it('says plainly where a commitment had no update, and when the last one was', () => {
    expect(said).toContain('No update was published in this year.');
    expect(said).toContain('The last one was published on 10 November 2025.');
  });

  it('gives every column of a table its width, 100 in all', () => {
    for (const block of document.blocks) {
      if (block.kind !== 'table') continue;
      expect(block.columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100, 5);
      for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
    }
  });

  it('shows what is still to be written, by the field that it belongs in', () => {
    const empty = JSON.stringify(buildDocument(reportContent({})));
    expect(empty.match(/To be written by an officer/g)).toHaveLength(15);
    expect(said).not.toContain('To be written by an officer');
  });

  it('numbers each line of an officer’s text, and lists the lines that are a list', () => {
    const texts = {
      ...allTexts,
      recommendations: 'That Cabinet agrees:\n- one\n- two\n\nThat Cabinet notes.',
    };
    const { blocks } = buildDocument(reportContent(texts));
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.number === '2');
    expect(blocks.slice(at + 1, at + 4)).toEqual([
      { kind: 'numbered', number: '2.1', text: 'That Cabinet agrees:' },
      { kind: 'bullets', items: ['one', 'two'] },
      { kind: 'numbered', number: '2.2', text: 'That Cabinet notes.' },
    ]);
  });

  it('letters the officer’s appendices after its own, and sets documents beside their places', () => {
    const texts = {
      ...allTexts,
      appendices: 'Impact assessment',
      documents: 'Strategy; Civic Offices; room 2',
    };
    const words = JSON.stringify(buildDocument(reportContent(texts)));
    expect(words).toContain('Appendix C: Impact assessment');
    expect(words).toContain('[[{"text":"Strategy"}],[{"text":"Civic Offices; room 2"}]]');
  });

  it('records the outcome once it is known, and leaves the line open before', () => {
    expect(said).toContain('approved / approved as amended / deferred / rejected by . .');
    const texts = {
      ...allTexts,
      outcome: 'approved as amended',
      outcomeBy: 'Cabinet',
      outcomeOn: '2026-12-08',
    };
    expect(JSON.stringify(buildDocument(reportContent(texts)))).toContain(
      'were approved as amended by Cabinet on 8 December 2026.',
    );
  });
});
