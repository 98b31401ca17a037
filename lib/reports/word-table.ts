import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Line, TableBlock, TableColumn } from '#lib/reports/document-blocks.ts';
import { textWidthTwips } from '#lib/reports/word-styles.ts';
import { words } from '#lib/reports/word-text.ts';
import { isWebAddress } from '#lib/updates/drafts.ts';

/** What the table shows, on the same page as its head. */
export const captionFor = (table: TableBlock) =>
  new Paragraph({ style: 'Caption', keepNext: true, children: words(table.caption) });

/**
 * A table with fixed column widths, which Word and LibreOffice lay out alike; its header row repeats on every
 * page, and no row is split over two.
 * @param colour the council's, dark enough for white letters
 */
export function wordTable(table: TableBlock, colour: string): Table {
  const widths = table.columns.map((column) => Math.floor((textWidthTwips * column.width) / 100));
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const rule = { style: BorderStyle.SINGLE, size: 4, color: '8A969E' };
  const cell = (lines: Line[], index: number) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      children: lines.map((line) => linesOf(line, table.columns[index])),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: 70, bottom: 50, left: 80, right: 80 },
    borders: {
      top: rule,
      bottom: rule,
      left: none,
      right: none,
      insideHorizontal: rule,
      insideVertical: none,
    },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.columns.map((column, index) => headCell(column, widths[index] ?? 0, colour)),
      }),
      ...table.rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) })),
    ],
  });
}

const alignment = (column: TableColumn | undefined) => (column?.number ? AlignmentType.RIGHT : AlignmentType.LEFT);

const headCell = (column: TableColumn, width: number, colour: string) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    shading: { fill: colour.slice(1) },
    verticalAlign: VerticalAlign.BOTTOM,
    children: [
      new Paragraph({
        style: 'Cell',
        alignment: alignment(column),
        keepNext: true,
        children: words(column.heading, { bold: true, color: 'FFFFFF' }),
      }),
    ],
  });

const linesOf = ({ label, text, links = [] }: Line, column: TableColumn | undefined) =>
  new Paragraph({
    style: 'Cell',
    alignment: alignment(column),
    children: [
      ...(label ? words(text || links.length > 0 ? `${label} ` : label, { bold: true }) : []),
      ...words(text),
      ...links.flatMap((link, index) => [...words(index > 0 ? '; ' : ''), ...linked(link)]),
    ],
  });

/** Only web addresses become links; any other scheme stays words. */
const linked = ({ title, url }: { title: string; url: string }): ParagraphChild[] =>
  isWebAddress(url)
    ? [new ExternalHyperlink({ link: new URL(url).href, children: words(title, { style: 'Hyperlink' }) })]
    : words(title);
