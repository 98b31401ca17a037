import type { SettingField } from '#components/settings/fields-form.tsx';
import { periodHeading } from '#lib/indicators/periods/rules.ts';
import { goodWords } from '#lib/indicators/words/rules.ts';

/** The fields of what a figure means, for a new one and for one that is there. */

type Sources = readonly { id: string; name: string; licence: string }[];

const unitLabels = {
  '%': 'Per cent: a share of a group',
  rate: 'A rate: for every 10,000 children',
  score: 'A score',
  number: 'A number',
};

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

export const wordFields = (values: { title: string; question: string }): SettingField[] => [
  { name: 'title', label: 'Title', hint: 'As a reader would say it: Had their teeth checked.', value: values.title },
  {
    name: 'question',
    label: 'The question it answers, in plain words',
    hint: 'One sentence that a young person could ask.',
    kind: 'lines',
    value: values.question,
  },
];

export type MeaningValues = {
  unit: string;
  cohort: string;
  numeratorMeaning: string;
  denominatorMeaning: string;
  periodType: string;
  isYearToDate: string;
  decimals: string;
  source: string;
};

export const noMeaning: MeaningValues = {
  unit: '%',
  cohort: '',
  numeratorMeaning: '',
  denominatorMeaning: '',
  periodType: 'snapshot31March',
  isYearToDate: '',
  decimals: '0',
  source: '',
};

export const meaningFields = (values: MeaningValues, sources: Sources): SettingField[] => [
  { name: 'unit', label: 'Counted in', kind: 'choice', options: options(unitLabels), value: values.unit },
  {
    name: 'cohort',
    label: 'Who is it about?',
    hint: 'The children or young people it looks at.',
    kind: 'lines',
    value: values.cohort,
  },
  { name: 'numeratorMeaning', label: 'What is counted (optional)', kind: 'lines', value: values.numeratorMeaning },
  { name: 'denominatorMeaning', label: 'Out of what (optional)', kind: 'lines', value: values.denominatorMeaning },
  {
    name: 'periodType',
    label: 'Kind of period',
    kind: 'choice',
    options: options(periodLabels),
    value: values.periodType,
  },
  {
    name: 'isYearToDate',
    label: 'Do quarters add up through the year?',
    kind: 'ticks',
    options: [{ value: 'yes', label: 'Yes: each quarter counts from 1 April on' }],
    value: values.isYearToDate,
  },
  { name: 'decimals', label: 'Decimals', hint: '0 for whole numbers.', kind: 'number', value: values.decimals },
  {
    name: 'source',
    label: 'Source',
    kind: 'choice',
    options: [
      ...sources.map(({ id, name, licence }) => ({ value: id, label: `${name} (${licence})` })),
      { value: '', label: 'Another one, named below' },
    ],
    value: values.source || (sources[0]?.id ?? ''),
  },
  { name: 'sourceName', label: 'A new source (only for another one)', value: '' },
  {
    name: 'sourceLicence',
    label: 'Licence of the new source',
    hint: 'Open Government Licence v3.0; or: the council’s own, not for reuse.',
    value: '',
  },
  { name: 'sourceAddress', label: 'Where the new source can be read (optional)', value: '' },
];

const periodLabels = {
  ...periodHeading,
  snapshot31March: 'On 31 March of each year',
  financialQuarter: 'Quarter of a financial year',
  calendarYear: 'Calendar year',
};

export const polarityFields = (values: { polarity: string; polarityNote: string }): SettingField[] => [
  {
    name: 'polarity',
    label: 'Which way is good?',
    kind: 'choice',
    options: options(goodWords),
    value: values.polarity,
  },
  {
    name: 'polarityNote',
    label: 'What a reader should know about that (optional)',
    kind: 'lines',
    value: values.polarityNote,
  },
];
