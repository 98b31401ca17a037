import { day } from '#lib/calendar/rules.ts';
import { formatDate } from '#lib/format.ts';
import type { ReportContent } from '#lib/reports/content.ts';
import type { Block } from '#lib/reports/document-blocks.ts';
import { toBeWritten } from '#lib/reports/document-words.ts';
import { listed } from '#lib/reports/rules.ts';

/** The appendices that the product makes, in their order: A, B. An officer's own go on from there. */
export const madeAppendices = ['What the strategy printed', 'The figures over time'];

export const appendixLetter = (index: number) => String.fromCharCode(65 + index);

const dots = '. . . . . . . . . . . . . . . . . . . . .';

/** What stands after the seven sections: signature, appendices, background documents, outcome. */
export function closingBlocks(content: ReportContent): Block[] {
  const { template, texts } = content;
  const written = (key: string) => texts[key] ?? '';
  const signer = written(template.signature.key);
  const appendices = [...madeAppendices, ...listed(written(template.appendices.key))];
  return [
    { kind: 'heading', level: 1, text: 'Signature' },
    {
      kind: 'fields',
      fields: [
        { label: template.signature.label, text: dots },
        { label: 'Role', ...(signer ? { text: signer } : toBeWritten(template.signature)) },
      ],
    },
    { kind: 'heading', level: 1, text: 'Appendices' },
    {
      kind: 'bullets',
      items: appendices.map((title, index) => `Appendix ${appendixLetter(index)}: ${title}`),
    },
    { kind: 'heading', level: 1, text: 'Background list of documents' },
    {
      kind: 'paragraph',
      text: 'Local Government Act 1972, section 100D. These documents hold facts or matters on which the report relies to a material extent.',
    },
    documentsBlock(listed(written(template.documents.key))),
    { kind: 'heading', level: 1, text: 'Outcome of the recommendations' },
    ...outcomeBlocks(written),
  ];
}

function documentsBlock(lines: string[]): Block {
  if (lines.length === 0) return { kind: 'paragraph', text: 'None.' };
  return {
    kind: 'table',
    caption: 'Background documents',
    columns: [
      { heading: 'Title of document', width: 50 },
      { heading: 'Location', width: 50 },
    ],
    rows: lines.map((line) => {
      const [title = '', ...place] = line.split(';');
      return [[{ text: title.trim() }], [{ text: place.join(';').trim() }]];
    }),
  };
}

/** Decided: a sentence. Not yet: the line that is completed by hand at the meeting. */
function outcomeBlocks(written: (key: string) => string): Block[] {
  const outcome = written('outcome');
  const by = written('outcomeBy') || dots;
  const on = written('outcomeOn') ? formatDate(day(written('outcomeOn'))) : dots;
  const said = outcome || 'approved / approved as amended / deferred / rejected';
  return [
    { kind: 'paragraph', text: `The recommendations set out above were ${said} by ${by} on ${on}.` },
    { kind: 'fields', fields: [{ label: 'Signed by', text: dots }] },
  ];
}
