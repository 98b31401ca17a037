import { lineChart } from '#lib/charts/line-chart.ts';
import { type Html, html } from '#lib/html.ts';
import type {
  Block,
  ChartBlock,
  Line,
  ReportDocument,
  TableBlock,
  TableColumn,
  Value,
} from '#lib/reports/document-blocks.ts';
import { isWebAddress } from '#lib/updates/drafts.ts';

/** The report and its appendices are two pages: together they weigh more than a page should. */
type Part = 'report' | 'appendices';

/** Where links lead. `fields` is the page with the fields, for what an officer has still to write. */
type Places = { part: Part; pages: Record<Part, string>; fields?: string };

/**
 * One part of the report as one piece of markup, to stand under the page's own h1. Headings have the same
 * addresses whatever the part.
 */
export function reportHtml(report: ReportDocument, places: Places): Html {
  const at = report.blocks.findIndex((block) => block.kind === 'heading' && block.startsPage === true);
  const end = at < 0 ? report.blocks.length : at;
  const isShown = (index: number) => index < end === (places.part === 'report');
  const parts = report.blocks.map((block, index) =>
    isShown(index) ? drawn(block, index, { ...places, blocks: report.blocks, end }) : null,
  );
  return html`${parts}`;
}

type Around = Places & { blocks: readonly Block[]; end: number };

function drawn(block: Block, index: number, around: Around): Html {
  switch (block.kind) {
    case 'heading':
      return heading(block, idOf(index));
    case 'numbered':
      return html`<p class="flex gap-x-3"><span class="w-11 shrink-0 font-semibold">${block.number}</span> <span class="min-w-0">${written(block, around)}</span></p>`;
    case 'paragraph':
      return html`<p>${written(block, around)}</p>`;
    case 'note':
      return html`<p class="notice">${block.text}</p>`;
    case 'bullets':
      return html`<ul class="mb-4 list-disc ps-[4.7rem]">${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
    case 'fields':
      return html`<dl class="facts mb-8">${block.fields.map((value) => fact(value, around))}</dl>`;
    case 'contents':
      return contents(around);
    case 'table':
      return table(block);
    case 'chart':
      return drawing(block);
  }
}

type Heading = Extract<Block, { kind: 'heading' }>;

const idOf = (index: number) => `part-${index}`;

const headingText = ({ number, text }: Heading) => (number ? `${number}. ${text}` : text);

/** The page's h1 is the report's title, so the document's first level is h2. */
function heading(block: Heading, id: string): Html {
  const text = headingText(block);
  if (block.level === 1) {
    return block.startsPage
      ? html`<h2 id="${id}" class="break-before-page">${text}</h2>`
      : html`<h2 id="${id}">${text}</h2>`;
  }
  return block.level === 2
    ? html`<h3 id="${id}">${text}</h3>`
    : html`<h4 id="${id}" class="mt-7 mb-1 text-base font-bold">${text}</h4>`;
}

function contents({ blocks, end, part, pages }: Around): Html {
  const links = blocks.flatMap((block, index) => {
    if (block.kind !== 'heading' || block.level !== 1) return [];
    const page = index < end ? 'report' : 'appendices';
    const address = `${page === part ? '' : pages[page]}#${idOf(index)}`;
    return [html`<li><a href="${address}">${headingText(block)}</a></li>`];
  });
  return html`<nav aria-labelledby="report-contents" class="notice no-print"><h2 id="report-contents">Contents</h2><ul>${links}</ul></nav>`;
}

const fact = (value: Value, around: Around) =>
  html`<div><dt>${value.label}</dt><dd>${written(value, around)}</dd></div>`;

/** What is still to be written is a link to its field; it has the field's id too, so that an error can point at it. */
const written = ({ text, todo }: { text: string; todo?: string }, { fields }: Places) =>
  todo && fields
    ? html`<a id="${todo}" href="${`${fields}#${todo}`}" class="font-semibold text-bad">${text}</a>`
    : html`${text}`;

/** As components/ui/table-markup.ts draws one, with several lines in a cell. */
function table({ caption, columns, rows }: TableBlock): Html {
  const head = columns.map((column) =>
    column.number
      ? html`<th scope="col" class="number">${column.heading}</th>`
      : html`<th scope="col">${column.heading}</th>`,
  );
  const body = rows.map((row) => html`<tr>${row.map((lines, index) => cell(lines, columns[index], index === 0))}</tr>`);
  const inside = html`<caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody>`;
  return columns.some((column) => column.number)
    ? html`<div class="scroll mb-4" role="region" aria-label="${caption}" tabindex="0"><table class="table [&_p]:m-0">${inside}</table></div>`
    : html`<table class="table table-stack mb-8 [&_p]:m-0 [&_p+p]:mt-1 [&_tbody_th]:font-normal">${inside}</table>`;
}

function cell(lines: Line[], column: TableColumn | undefined, isName: boolean): Html {
  const inside = lines.map(
    ({ label, tag, text, links = [] }) =>
      html`<p>${label && named(label, tag)}${text}${links.map((link, index) => [index > 0 && '; ', anchor(link)])}</p>`,
  );
  if (isName) return html`<th scope="row">${inside}</th>`;
  return column?.number
    ? html`<td class="number" data-label="${column.heading}">${inside}</td>`
    : html`<td data-label="${column?.heading}">${inside}</td>`;
}

const named = (label: string, tag: Line['tag']) =>
  tag ? html`<span class="tag tag-${tag}">${label}</span> ` : html`<b>${label}</b> `;

/** Only web addresses become links; any other scheme stays words. */
const anchor = ({ title, url }: { title: string; url: string }) =>
  isWebAddress(url) ? html`<a href="${url}">${title}</a>` : html`${title}`;

/** The alternative text says more than the chart's own description, and stands in its place. */
const drawing = ({ chart, alt }: ChartBlock) =>
  html`<div class="max-w-xl break-inside-avoid">${lineChart({ ...chart, description: alt })}</div>`;
