/**
 * A column of a sheet. `kind` is what its cells hold; `blank` is what an empty cell means: an error, nothing,
 * an empty text, an empty list, or the place of the row.
 */
export type Column = {
  /** Where it goes in lib/strategies/content.ts; a dot leads into an object. */
  field: string;
  header: string;
  kind: 'text' | 'whole' | 'number' | 'day' | 'choice' | 'names' | 'lines';
  blank: 'refuse' | 'null' | 'text' | 'none' | 'row';
  help: string;
  /** For a choice: the value that is kept, and the words in the cell. */
  choices?: Readonly<Record<string, string>>;
  wide?: boolean;
};

const indicators: Column = {
  field: 'indicators',
  header: 'Indicators',
  kind: 'names',
  blank: 'none',
  help: 'Keys of indicators that show how it goes, with ; between them.',
};

export const promiseColumns: readonly Column[] = [
  { field: 'number', header: 'Number', kind: 'whole', blank: 'refuse', help: '1, 2, 3.' },
  {
    field: 'parent',
    header: 'Part of',
    kind: 'whole',
    blank: 'null',
    help: 'The number of the promise it is part of.',
  },
  { field: 'wording', header: 'Wording', kind: 'text', blank: 'refuse', help: 'As promised.', wide: true },
  {
    field: 'plainTitle',
    header: 'Title in plain words',
    kind: 'text',
    blank: 'refuse',
    help: 'A few words that a nine-year-old can read.',
    wide: true,
  },
  {
    field: 'plainWords',
    header: 'In plain words',
    kind: 'text',
    blank: 'text',
    help: 'The promise, so that a nine-year-old can read it.',
    wide: true,
  },
  {
    field: 'whyLinked',
    header: 'Why these commitments',
    kind: 'text',
    blank: 'text',
    help: 'Why the commitments named here make the promise true.',
    wide: true,
  },
  {
    field: 'commitments',
    header: 'Commitments',
    kind: 'names',
    blank: 'none',
    help: 'References of the commitments behind it, with ; between them: Health 1; Home 4.',
  },
  indicators,
];

const polarity: Column = {
  field: 'polarity',
  header: 'Which way is good',
  kind: 'choice',
  blank: 'refuse',
  help: 'What a reader should hope for.',
  choices: { high: 'Higher is better', low: 'Lower is better', none: 'Neither' },
};

export const measureColumns: readonly Column[] = [
  { field: 'ref', header: 'Reference', kind: 'text', blank: 'refuse', help: '1.2 or 1.2.a' },
  {
    field: 'kind',
    header: 'Kind',
    kind: 'choice',
    blank: 'refuse',
    help: 'What it is printed as.',
    choices: { indicator: 'Indicator', success: 'Measure of success' },
  },
  { field: 'parent', header: 'Part of', kind: 'text', blank: 'null', help: 'The reference of what it is part of.' },
  { field: 'priority', header: 'Priority', kind: 'text', blank: 'null', help: 'The key of a priority, or:' },
  { field: 'promise', header: 'Promise', kind: 'whole', blank: 'null', help: 'the number of a promise, or neither.' },
  { field: 'wording', header: 'Wording', kind: 'text', blank: 'refuse', help: 'As printed.', wide: true },
  {
    field: 'publishedDirection',
    header: 'Printed direction',
    kind: 'choice',
    blank: 'null',
    help: 'As printed, right or wrong.',
    choices: { increase: 'Increase', reduce: 'Reduce', maintain: 'Maintain', ensure: 'Ensure', improve: 'Improve' },
  },
  {
    field: 'directionQuery',
    header: 'Doubt about the direction',
    kind: 'text',
    blank: 'text',
    help: 'Why the printed direction may be wrong.',
    wide: true,
  },
  { field: 'target', header: 'Target', kind: 'text', blank: 'null', help: 'As printed: 95%.' },
  { field: 'note', header: 'Note', kind: 'text', blank: 'text', help: 'Anything else about it.', wide: true },
  { field: 'indicator', header: 'Indicator', kind: 'text', blank: 'null', help: 'The key of the indicator it is.' },
];

export const statisticColumns: readonly Column[] = [
  { field: 'order', header: 'Number', kind: 'whole', blank: 'row', help: 'Its place: 1, 2, 3.' },
  {
    field: 'priority',
    header: 'Priority',
    kind: 'text',
    blank: 'null',
    help: 'The key of the priority it stands under.',
  },
  { field: 'measure', header: 'Measure', kind: 'text', blank: 'refuse', help: 'What is counted.', wide: true },
  { field: 'value', header: 'Value', kind: 'number', blank: 'null', help: 'The number alone: 84.5' },
  {
    field: 'symbol',
    header: 'Symbol',
    kind: 'choice',
    blank: 'null',
    help: 'Instead of a value, why there is none.',
    choices: {
      c: 'c (too small to show)',
      z: 'z (does not apply)',
      x: 'x (not available)',
      k: 'k (rounds to zero)',
      u: 'u (not reliable)',
    },
  },
  { field: 'unit', header: 'Unit', kind: 'text', blank: 'refuse', help: '% or children.' },
  {
    field: 'kind',
    header: 'Kind',
    kind: 'choice',
    blank: 'refuse',
    help: 'Where the number comes from.',
    choices: { survey: 'Survey', context: 'Context', outcome: 'Outcome' },
  },
  { field: 'period', header: 'Period', kind: 'text', blank: 'refuse', help: 'As printed: 2024/25.' },
  {
    field: 'cohort',
    header: 'Of whom',
    kind: 'text',
    blank: 'null',
    help: 'Which children or young people.',
    wide: true,
  },
  { field: 'numerator', header: 'How many', kind: 'whole', blank: 'null', help: 'Of “7 of 10”: 7.' },
  { field: 'denominator', header: 'Of how many', kind: 'whole', blank: 'null', help: 'Of “7 of 10”: 10.' },
  polarity,
  { field: 'note', header: 'Note', kind: 'text', blank: 'null', help: 'What is printed beside it.', wide: true },
];
