/**
 * The shape of an annual report as data: which fields, in which order, under which headings. It is copied
 * into a report when that is frozen, so a later change of the template changes no edition.
 * The headings are those of Portsmouth's report to Cabinet of 6 February 2024.
 */

/** A text that only an officer can write. `list` is one entry a line; `paragraphs` are numbered by the document. */
export type TextField = {
  key: string;
  label: string;
  hint?: string;
  kind: 'line' | 'date' | 'choice' | 'paragraphs' | 'list';
  /** A report is not frozen while a required text is empty. */
  required: boolean;
  options?: string[];
};

/** What the product writes into a section from the council's data. */
type Gathered = 'period' | 'progress';

type TemplateSection = { heading: string; field: TextField; gathered?: Gathered };

export type Template = {
  header: TextField[];
  sections: TemplateSection[];
  signature: TextField;
  appendices: TextField;
  documents: TextField;
  outcome: TextField[];
};

const yesOrNo = ['Yes', 'No'];
const line = (key: string, label: string, hint?: string): TextField => ({
  key,
  label,
  ...(hint && { hint }),
  kind: 'line',
  required: true,
});
const paragraphs = (key: string, label: string, hint: string): TextField => ({
  key,
  label,
  hint,
  kind: 'paragraphs',
  required: true,
});

export const cabinetReport: Template = {
  header: [
    line('meeting', 'Title of meeting', 'For example, Cabinet.'),
    { key: 'meetingOn', label: 'Date of meeting', kind: 'date', required: true },
    line('title', 'Subject', 'This is the title of the report.'),
    line('reportBy', 'Report by', 'The job title of the officer who reports.'),
    line('cabinetMember', 'Cabinet Member', 'The portfolio, for example Children, Families and Education.'),
    line('wards', 'Wards affected', '“All”, or the names of the wards.'),
    { key: 'keyDecision', label: 'Key decision', kind: 'choice', required: true, options: yesOrNo },
    {
      key: 'fullCouncilDecision',
      label: 'Full Council decision',
      kind: 'choice',
      required: true,
      options: yesOrNo,
    },
  ],
  sections: [
    {
      heading: 'Purpose of report',
      field: paragraphs('purpose', 'Purpose of report', 'Why this comes to the meeting, in two or three sentences.'),
      gathered: 'period',
    },
    {
      heading: 'Recommendations',
      field: paragraphs('recommendations', 'Recommendations', 'Each one on a line of its own.'),
    },
    {
      heading: 'Background',
      field: paragraphs(
        'background',
        'Background',
        'What a member who reads of this for the first time needs to know.',
      ),
    },
    {
      heading: 'Reasons for recommendations',
      field: paragraphs(
        'reasons',
        'Reasons for recommendations',
        'The case for each recommendation. The progress, the promises and the figures follow by themselves.',
      ),
      gathered: 'progress',
    },
    {
      heading: 'Integrated impact assessment',
      field: paragraphs('impact', 'Integrated impact assessment', 'What it found, or where it is attached.'),
    },
    {
      heading: 'Legal implications',
      field: paragraphs('legal', 'Legal implications', 'From the council’s legal officer.'),
    },
    {
      heading: 'Director of Finance’s comments',
      field: paragraphs('finance', 'Director of Finance’s comments', 'From the finance officer.'),
    },
  ],
  signature: line('signedBy', 'Signed by', 'The job title of the director who signs.'),
  appendices: {
    key: 'appendices',
    label: 'Further appendices',
    hint: 'One title a line. Appendices A and B are made for you; yours begin with C.',
    kind: 'list',
    required: false,
  },
  documents: {
    key: 'documents',
    label: 'Background documents',
    hint: 'One a line: the title, a semicolon, then where it can be read. Local Government Act 1972, section 100D.',
    kind: 'list',
    required: false,
  },
  outcome: [
    {
      key: 'outcome',
      label: 'Outcome of the recommendations',
      hint: 'After the meeting, for an edition that records the decision.',
      kind: 'choice',
      required: false,
      options: ['approved', 'approved as amended', 'deferred', 'rejected'],
    },
    {
      key: 'outcomeBy',
      label: 'Decided by',
      hint: 'The body, for example Cabinet.',
      kind: 'line',
      required: false,
    },
    { key: 'outcomeOn', label: 'Decided on', kind: 'date', required: false },
  ],
};

/** Every field of a template, in the order of the form. */
export const fieldsOf = (template: Template): TextField[] => [
  ...template.header,
  ...template.sections.map((section) => section.field),
  template.signature,
  template.appendices,
  template.documents,
  ...template.outcome,
];
