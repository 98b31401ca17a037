import type { Series } from '#lib/charts/series.ts';
import type { ReportCommitment, ReportContent, ReportFigure } from '#lib/reports/content.ts';
import { cabinetReport, fieldsOf } from '#lib/reports/template.ts';

const priorities = [
  ['Voice', 11],
  ['Relationships', 11],
  ['Learning', 9],
  ['Home', 11],
  ['Health', 10],
  ['Skills', 10],
] as const;

const filled: Record<string, string> = {
  meetingOn: '2026-12-08',
  keyDecision: 'No',
  fullCouncilDecision: 'No',
};

/** Every text written; choices and dates as the form would send them. */
export const allTexts: Record<string, string> = Object.fromEntries(
  fieldsOf(cabinetReport)
    .filter((field) => field.required && field.key !== 'title')
    .map((field) => [field.key, filled[field.key] ?? `What the officer says under ${field.label}.`]),
);

function commitment(name: string, number: number): ReportCommitment {
  const isSilent = number === 3;
  return {
    ref: `${name} ${number}`,
    title: `A thing that we will do, ${name.toLowerCase()} ${number}`,
    leads: `${name} lead`,
    standing: isSilent ? 'notUpdated' : 'onTrack',
    label: isSilent ? 'Not updated' : 'On track',
    update: isSilent
      ? null
      : {
          publishedOn: '2026-11-10',
          status: 'On track',
          reason: '',
          done: `We held a meeting about ${name.toLowerCase()} and changed how we work.`,
          difference: 'Young people tell us that they notice.',
          next: 'Ask them again in spring.',
          evidence: [{ title: 'Notes', url: 'https://example.org/notes' }],
          demo: true,
        },
    lastPublishedOn: isSilent ? '2025-11-10' : null,
    actions: { total: 2, done: 1, overdue: 1 },
  };
}

const line = (name: string, kind: Series['kind'], values: (number | null)[]): Series => ({
  name,
  kind,
  points: values.map((value, i) => ({ period: `${2023 + i}`, value, ...(value === null && { note: 'c' }) })),
});

const figure: ReportFigure = {
  title: 'Had a yearly health check',
  cohort: 'Children in care for 12 months or more',
  polarity: 'high',
  direction: 'Higher is better',
  verdict: 'Worse than a year ago',
  sentence: 'Down from 93% a year ago.',
  source: 'Department for Education, Open Government Licence v3.0',
  latest: { words: '84%', of: '240 of 287', period: '31 March 2025' },
  before: { words: '93%', of: '257 of 275', period: '31 March 2024' },
  beside: [
    { name: 'South East', value: { words: '87%', of: '', period: '31 March 2025' } },
    { name: 'England', value: { words: '90%', of: '', period: '31 March 2025' } },
  ],
  periodHeading: '31 March',
  chart: {
    title: 'Had a yearly health check',
    description: '84%, 31 March 2025. Down from 93% a year ago.',
    unit: '%',
    decimals: 0,
    periods: ['2023', '2024', '2025'],
    breaksBefore: ['2025'],
    series: [
      line('Portsmouth', 'own', [null, 93, 84]),
      line('South East', 'region', [85, 86, 87]),
      line('England', 'country', [89, 90, 90]),
    ],
  },
};

/** A report as it is gathered, with the shape of Portsmouth's strategy and made-up words. */
export function reportContent(texts: Record<string, string> = allTexts): ReportContent {
  return {
    format: 1,
    template: cabinetReport,
    council: { name: 'Portsmouth City Council', shortName: 'Portsmouth', colour: '#3b1a5a', demo: true },
    report: {
      title: 'Corporate Parenting Strategy: annual report',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      asOf: '2026-11-21T12:00:00.000Z',
    },
    strategy: { title: 'Corporate Parenting Strategy', startsOn: '2023-01-01', endsOn: '2026-12-31' },
    texts,
    counts: [{ standing: 'onTrack', label: 'On track', count: 62 }],
    actions: { total: 20, done: 9, doneInYear: 4, overdue: 2 },
    priorities: priorities.map(([name, number]) => ({
      title: name,
      vision: `What ${name.toLowerCase()} means to us.`,
      outcome: 'Children say that it is so.',
      counts: [{ standing: 'onTrack', label: 'On track', count: number }],
      commitments: Array.from({ length: number }, (_, index) => commitment(name, index + 1)),
    })),
    promises: Array.from({ length: 11 }, (_, index) => ({
      number: index + 1,
      title: `Promise ${index + 1}`,
      wording: 'We will keep this.',
      verdict: 'partly',
      label: 'Partly kept',
      why: 'We said we would do 2 things for this.',
      changed: 'On 10 November we had news.',
      commitments: ['Home 4', 'Home 9'],
      evidence: [],
    })),
    themes: [{ name: 'Health', figures: [figure] }],
    statistics: [
      {
        measure: 'Children who felt supported',
        cohort: 'children we care for',
        words: '85%',
        of: '',
        period: 'February 2023',
        comparators: 'Up from 80%.',
        note: '',
      },
    ],
  };
}
