import {
  Bookmark,
  Document,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import { paperColour } from '#lib/charts/standalone.ts';
import type { Block, ReportDocument } from '#lib/reports/document-blocks.ts';
import { chartParagraph } from '#lib/reports/word-chart.ts';
import { a4, atRightMargin, bulletList, headings, numbering, paragraphList, styles } from '#lib/reports/word-styles.ts';
import { captionFor, wordTable } from '#lib/reports/word-table.ts';
import { words } from '#lib/reports/word-text.ts';
import { withoutUnwritable } from '#lib/typed.ts';

/** What stands in the file beside the report itself: where it comes from, and by what it is known. */
export type Stamp = { line: string; footer: string };

/**
 * The report as a Word file: real headings and a contents list made from them, numbered paragraphs, tables
 * whose header row repeats and whose rows stay whole, charts with alternative texts, British English, A4.
 */
export async function wordFile(report: ReportDocument, stamp: Stamp): Promise<Uint8Array<ArrayBuffer>> {
  const colour = paperColour(report.colour);
  const title = new Paragraph({ style: 'Title', children: words(report.title) });
  const stamped = new Paragraph({ style: 'Note', children: words(stamp.line) });
  const document = new Document({
    title: withoutUnwritable(report.title),
    creator: withoutUnwritable(report.author),
    lastModifiedBy: withoutUnwritable(report.author),
    description: withoutUnwritable(stamp.line),
    styles: styles(colour),
    numbering,
    sections: [
      {
        properties: { page: a4 },
        footers: { default: footer(report, stamp) },
        children: [title, stamped, ...report.blocks.flatMap((_, index) => drawn(report.blocks, index, colour))],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function footer(report: ReportDocument, stamp: Stamp): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [atRightMargin],
        children: [
          ...words(`${report.author}. ${stamp.footer}`),
          new TextRun({ children: ['\t', 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

function drawn(blocks: readonly Block[], index: number, colour: string): FileChild[] {
  const block = blocks[index];
  switch (block?.kind) {
    case undefined:
      return [];
    case 'heading':
      return [
        new Paragraph({
          heading: headings[block.level],
          pageBreakBefore: block.startsPage ?? false,
          ...(block.number && { numbering: { ...paragraphList, level: 0, custom: true } }),
          children: [new Bookmark({ id: bookmarkOf(index), children: words(block.text) })],
        }),
      ];
    case 'numbered':
      return [
        new Paragraph({
          style: 'NumberedParagraph',
          numbering: { ...paragraphList, level: 1, custom: true },
          ...keptWith(blocks[index + 1]),
          children: words(block.text),
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ ...keptWith(blocks[index + 1]), children: words(block.text) })];
    case 'note':
      return [new Paragraph({ style: 'Note', children: words(block.text) })];
    case 'bullets':
      return block.items.map(
        (item) =>
          new Paragraph({
            style: 'ListBullet',
            numbering: { ...bulletList, custom: true },
            children: words(item),
          }),
      );
    case 'fields':
      return block.fields.map(
        ({ label, text }) =>
          new Paragraph({
            style: 'Field',
            children: [...words(`${label}: `, { bold: true }), ...words(text)],
          }),
      );
    case 'contents':
      return [
        new Paragraph({ style: 'ContentsHeading', children: words('Contents') }),
        new TableOfContents('Contents', {
          hyperlink: true,
          headingStyleRange: '1-2',
          // Without page numbers: only Word could work them out, and a wrong one is worse than none.
          pageNumbersEntryLevelsRange: '1-2',
          tabLeader: 'none',
          beginDirty: false,
          cachedEntries: entries(blocks),
        }),
      ];
    case 'table':
      return [captionFor(block), wordTable(block, colour), new Paragraph({ style: 'AfterTable' })];
    case 'chart':
      return isDrawn(blocks, index) ? [chartParagraph(block, colour)] : [new Paragraph({ children: words(block.alt) })];
  }
}

const bookmarkOf = (index: number) => `part-${index}`;

const entries = (blocks: readonly Block[]) =>
  blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level < 3
      ? [
          {
            title: withoutUnwritable(block.number ? `${block.number}. ${block.text}` : block.text),
            level: block.level,
            href: bookmarkOf(index),
          },
        ]
      : [],
  );

/** What stays on the page of the words before it. */
const keptWith = (next: Block | undefined) =>
  next?.kind === 'bullets' || next?.kind === 'chart' ? { keepNext: true } : {};

/** LibreOffice draws a document with more charts than this wrongly; the ones beyond stand as words. */
const mostCharts = 20;

const isDrawn = (blocks: readonly Block[], index: number) =>
  blocks.slice(0, index).filter(({ kind }) => kind === 'chart').length < mostCharts;
