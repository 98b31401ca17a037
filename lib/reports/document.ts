import { day } from '#lib/calendar/rules.ts';
import { formatDate } from '#lib/format.ts';
import type { ReportContent } from '#lib/reports/content.ts';
import { appendixBlocks } from '#lib/reports/document-appendices.ts';
import type { Block, ReportDocument, Value } from '#lib/reports/document-blocks.ts';
import { closingBlocks } from '#lib/reports/document-closing.ts';
import { progressBlocks } from '#lib/reports/document-progress.ts';
import { ownWords, paragraphNumbers, toBeWritten } from '#lib/reports/document-words.ts';
import { yearWords } from '#lib/reports/rules.ts';
import type { TextField } from '#lib/reports/template.ts';

/**
 * The report as a document, from its content alone. HTML and Word are drawn from this, so that they say the
 * same; every paragraph of the seven sections has its number here, once.
 */
export function buildDocument(content: ReportContent): ReportDocument {
  const { council, template } = content;
  return {
    language: 'en-GB',
    title: content.report.title,
    author: council.name,
    colour: council.colour,
    blocks: [
      ...demoNotice(content),
      { kind: 'fields', fields: template.header.map((field) => headerField(field, content)) },
      { kind: 'contents' },
      ...template.sections.flatMap((section, index): Block[] => {
        const next = paragraphNumbers(index + 1);
        const written = ownWords(section.field, content.texts, next);
        const gathered = section.gathered ? gatherers[section.gathered](content, next) : [];
        return [{ kind: 'heading', level: 1, number: `${index + 1}`, text: section.heading }, ...written, ...gathered];
      }),
      ...closingBlocks(content),
      ...appendixBlocks(content),
    ],
  };
}

const gatherers = { period: periodBlocks, progress: progressBlocks };

function periodBlocks(content: ReportContent, next: () => string): Block[] {
  const { report, strategy } = content;
  const asOf = report.asOf.slice(0, 10);
  const until =
    asOf < report.endsOn
      ? ` The year is not over: what follows is what was published by ${formatDate(new Date(report.asOf))}.`
      : '';
  return [
    {
      kind: 'numbered',
      number: next(),
      text: `This report covers ${yearWords(report)} of the ${strategy.title}.${until}`,
    },
  ];
}

function headerField(field: TextField, content: ReportContent): Value {
  const written = field.key === 'title' ? content.report.title : (content.texts[field.key] ?? '');
  if (written === '') return { label: field.label, ...toBeWritten(field) };
  return { label: field.label, text: field.kind === 'date' ? formatDate(day(written)) : written };
}

const demoNotice = ({ council }: ReportContent): Block[] =>
  council.demo
    ? [
        {
          kind: 'note',
          text: 'Demonstration content: the updates in this report were made up to show how the product works.',
        },
      ]
    : [];
