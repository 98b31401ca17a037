import type { Chart } from '#lib/charts/series.ts';
import type { Verdict } from '#lib/promises/rules.ts';
import type { Standing } from '#lib/updates/rules.ts';

/** What a report is drawn from. Plain JSON: it is stored with the snapshot, so an edition keeps its very words. */
export type ReportDocument = {
  language: 'en-GB';
  title: string;
  author: string;
  /** The council's colour, #rrggbb. */
  colour: string;
  blocks: Block[];
};

/** `todo` is the key of the field that an officer has still to write; a preview links to it. */
export type Value = { label: string; text: string; todo?: string };

/** A line of a cell: a label in bold may lead it, links may follow it. `tag` gives the label its shape on a page. */
export type Line = {
  label?: string;
  tag?: Standing | Verdict;
  text: string;
  links?: { title: string; url: string }[];
};

/** `width` is the column's share of the page in percent; the widths of a table add up to 100. */
export type TableColumn = { heading: string; width: number; number?: boolean };

export type TableBlock = {
  kind: 'table';
  caption: string;
  columns: TableColumn[];
  /** The first cell of a row names it. */
  rows: Line[][][];
};

/** `alt` is what the chart shows, for those who do not see it. */
export type ChartBlock = { kind: 'chart'; chart: Chart; alt: string };

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; number?: string; startsPage?: boolean }
  | { kind: 'numbered'; number: string; text: string; todo?: string }
  | { kind: 'paragraph'; text: string; todo?: string }
  | { kind: 'note'; text: string }
  | { kind: 'bullets'; items: string[] }
  | { kind: 'fields'; fields: Value[] }
  | { kind: 'contents' }
  | TableBlock
  | ChartBlock;
