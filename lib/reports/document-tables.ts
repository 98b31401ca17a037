import { day } from '#lib/calendar/rules.ts';
import { formatDate } from '#lib/format.ts';
import type {
  ReportCommitment,
  ReportContent,
  ReportEvidence,
  ReportFigure,
  ReportPriority,
  ReportUpdate,
  ReportValue,
} from '#lib/reports/content.ts';
import type { Line, TableBlock } from '#lib/reports/document-blocks.ts';

/** Commitments with where they stand and what was last published of them in the year. */
export function commitmentsTable(priority: ReportPriority, name: string): TableBlock {
  return {
    kind: 'table',
    caption: `${name}: commitments and their latest published update`,
    columns: [
      { heading: 'Commitment', width: 32 },
      { heading: 'Where it stands', width: 18 },
      { heading: 'Latest published update', width: 50 },
    ],
    rows: priority.commitments.map((commitment) => [
      commitmentCell(commitment),
      standingCell(commitment),
      commitment.update ? updateCell(commitment.update) : silence(commitment),
    ]),
  };
}

function commitmentCell({ ref, title, leads, actions }: ReportCommitment): Line[] {
  const overdue = actions.overdue > 0 ? `, ${actions.overdue} overdue` : '';
  return [
    { label: ref, text: title },
    { text: leads ?? 'No lead' },
    ...(actions.total > 0 ? [{ text: `Actions: ${actions.done} of ${actions.total} done${overdue}` }] : []),
  ];
}

function standingCell({ label, standing, update }: ReportCommitment): Line[] {
  const said = standing === 'notUpdated' && update ? [{ text: `Last said: ${update.status}` }] : [];
  return [{ label, tag: standing, text: '' }, ...said];
}

const silence = ({ lastPublishedOn }: ReportCommitment): Line[] => [
  { label: 'No update was published in this year.', text: '' },
  ...(lastPublishedOn ? [{ text: `The last one was published on ${formatDate(day(lastPublishedOn))}.` }] : []),
];

function updateCell(update: ReportUpdate): Line[] {
  const parts: [string, string][] = [
    ['Done', update.done],
    ['Difference for children', update.difference],
    ['How we know', update.howWeKnow ?? ''],
    ['Next', update.next],
    ['Reason', update.reason],
  ];
  return [
    ...parts.filter(([, text]) => text !== '').map(([label, text]) => ({ label: `${label}:`, text })),
    ...evidenceLines(update.evidence),
    {
      text: `Published ${formatDate(day(update.publishedOn))}${update.demo ? '. Demonstration content' : ''}`,
    },
  ];
}

const evidenceLines = (evidence: ReportEvidence[]): Line[] =>
  evidence.length === 0 ? [] : [{ label: 'Evidence:', text: '', links: evidence }];

/** Promises with the answer and what it rests on. */
export function promisesTable({ promises }: ReportContent): TableBlock {
  return {
    kind: 'table',
    caption: 'The promises: is each being kept, and why we say so',
    columns: [
      { heading: 'Promise', width: 36 },
      { heading: 'Is it being kept?', width: 16 },
      { heading: 'Why we say so', width: 48 },
    ],
    rows: promises.map((promise) => [
      [{ label: `${promise.number}. ${promise.title}`, text: '' }, { text: promise.wording }],
      [{ label: promise.label, tag: promise.verdict, text: '' }],
      [
        { text: promise.why },
        { text: promise.changed },
        { label: 'Served by:', text: promise.commitments.join(', ') || 'no commitment' },
        // The links stand with the commitments, once.
        {
          label: 'Evidence:',
          text: promise.evidence.map(({ title }) => title).join('; ') || 'none that is current',
        },
      ],
    ]),
  };
}

/** The headline figures of a theme beside a year before, the region and the country. */
export function figuresTable(theme: { name: string; figures: ReportFigure[] }, council: string): TableBlock {
  const others = [...new Set(theme.figures.flatMap(({ beside }) => beside.map(({ name }) => name)))];
  return {
    kind: 'table',
    caption: `${theme.name}: the latest figures`,
    columns: [
      { heading: 'Figure', width: 34 },
      { heading: council, width: 20 },
      { heading: 'A year before', width: 18 },
      ...others.map((heading) => ({ heading, width: 28 / others.length })),
    ],
    rows: theme.figures.map((figure) => [
      [{ label: figure.title, text: '' }, { text: figure.cohort }, { text: `${figure.direction}.` }],
      [...valueLines(figure.latest, true), ...(figure.verdict ? [{ text: figure.verdict }] : [])],
      valueLines(figure.before, true),
      ...others.map((name) => valueLines(figure.beside.find((area) => area.name === name)?.value ?? null)),
    ]),
  };
}

function valueLines(value: ReportValue | null, withPeriod = false): Line[] {
  if (!value) return [{ text: 'Not available' }];
  return [
    { label: value.words, text: '' },
    ...(value.of ? [{ text: value.of }] : []),
    ...(withPeriod && value.period ? [{ text: value.period }] : []),
  ];
}
