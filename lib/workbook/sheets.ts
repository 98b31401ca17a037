import { type Column, measureColumns, promiseColumns, statisticColumns } from '#lib/workbook/columns.ts';

/** The sheets of the workbook that carries a strategy: one for each list of lib/strategies/content.ts. */

export type List =
  | 'strategy'
  | 'priorities'
  | 'commitments'
  | 'promises'
  | 'measures'
  | 'statistics'
  | 'comparators'
  | 'indicators';

export type Sheet = { list: List; name: string; help: string; columns: readonly Column[] };

/** The sheet that explains the others. Whatever stands in it is passed over when a workbook comes back. */
export const explanationSheet = 'How to fill this in';

const places: readonly Column[] = [
  {
    field: 'publishedOrder',
    header: 'Order in the list',
    kind: 'whole',
    blank: 'row',
    help: 'Its place in the document’s own list: 1, 2, 3. Empty: the order of the rows here.',
  },
  {
    field: 'displayOrder',
    header: 'Order on the pages',
    kind: 'whole',
    blank: 'row',
    help: 'Its place on the pages, where that differs. Empty: the order of the rows here.',
  },
];

const parent = (of: string): Column => ({
  field: 'parent',
  header: 'Part of',
  kind: 'text',
  blank: 'null',
  help: `Only where it stands under another one: ${of}.`,
});

const notes: Column = {
  field: 'notes',
  header: 'Notes',
  kind: 'text',
  blank: 'text',
  help: 'For those who work on it. Never published.',
};

export const sheets: readonly Sheet[] = [
  {
    list: 'strategy',
    name: 'Strategy',
    help: 'One row: the strategy itself.',
    columns: [
      { field: 'key', header: 'Key', kind: 'text', blank: 'refuse', help: 'Its name in an address: 2026-29.' },
      {
        field: 'title',
        header: 'Title',
        kind: 'text',
        blank: 'refuse',
        help: 'As it stands on the cover.',
        wide: true,
      },
      { field: 'startsOn', header: 'First day', kind: 'day', blank: 'refuse', help: 'For example 01/04/2026.' },
      { field: 'endsOn', header: 'Last day', kind: 'day', blank: 'refuse', help: 'For example 31/03/2029.' },
      { field: 'adoptedBy', header: 'Adopted by', kind: 'text', blank: 'null', help: 'Who adopted it: Cabinet.' },
      { field: 'adoptedOn', header: 'Adopted on', kind: 'day', blank: 'null', help: 'The day of that decision.' },
      { field: 'note', header: 'About it', kind: 'text', blank: 'text', help: 'What readers should know.', wide: true },
      {
        field: 'testQuestions',
        header: 'Test questions',
        kind: 'lines',
        blank: 'none',
        help: 'Questions to hold every decision against, each on a line of its own (Alt and Enter).',
        wide: true,
      },
      {
        field: 'supersedes',
        header: 'Takes the place of',
        kind: 'text',
        blank: 'null',
        help: 'The key of the strategy before it, if that is here too.',
      },
    ],
  },
  {
    list: 'priorities',
    name: 'Priorities',
    help: 'The main aims. Everything else hangs on them.',
    columns: [
      { field: 'key', header: 'Key', kind: 'text', blank: 'refuse', help: 'Its name in an address: health.' },
      { ...parent('the key of that priority'), blank: 'null' },
      {
        field: 'shortTitle',
        header: 'Short title',
        kind: 'text',
        blank: 'refuse',
        help: 'One or two words: Health. Up to 40 characters.',
      },
      { field: 'title', header: 'Title', kind: 'text', blank: 'refuse', help: 'As adopted.', wide: true },
      { field: 'vision', header: 'Vision', kind: 'text', blank: 'text', help: 'What you want to see.', wide: true },
      { field: 'outcome', header: 'Outcome', kind: 'text', blank: 'text', help: 'What will be different.', wide: true },
      notes,
      ...places,
    ],
  },
  {
    list: 'commitments',
    name: 'Commitments',
    help: 'What the council will do. Leads report on each of them.',
    columns: [
      {
        field: 'ref',
        header: 'Reference',
        kind: 'text',
        blank: 'refuse',
        help: 'What people call it in a meeting: Health 1.',
      },
      parent('the reference of that commitment'),
      { field: 'priority', header: 'Priority', kind: 'text', blank: 'refuse', help: 'The key of its priority.' },
      { field: 'number', header: 'Number', kind: 'whole', blank: 'refuse', help: 'Its number in the priority: 1.' },
      { field: 'title', header: 'Title', kind: 'text', blank: 'refuse', help: 'A few words.', wide: true },
      { field: 'wording', header: 'Wording', kind: 'text', blank: 'refuse', help: 'As adopted.', wide: true },
      notes,
      {
        field: 'indicators',
        header: 'Indicators',
        kind: 'names',
        blank: 'none',
        help: 'Keys of indicators that show how it goes, with ; between them.',
      },
      {
        field: 'carriedFrom.strategy',
        header: 'Carries on: strategy',
        kind: 'text',
        blank: 'null',
        help: 'If an earlier strategy had it: the key of that strategy.',
      },
      {
        field: 'carriedFrom.ref',
        header: 'Carries on: reference',
        kind: 'text',
        blank: 'null',
        help: 'And its reference there.',
      },
      ...places,
    ],
  },
  {
    list: 'promises',
    name: 'Promises',
    help: 'What was promised to children and young people, in words they can read.',
    columns: [...promiseColumns, notes, ...places],
  },
  {
    list: 'measures',
    name: 'Measures',
    help: 'What the strategy prints as the way to tell whether it works. May stay empty.',
    columns: [...measureColumns, ...places],
  },
  {
    list: 'statistics',
    name: 'Statistics',
    help: 'Numbers that the strategy prints. May stay empty.',
    columns: statisticColumns,
  },
  {
    list: 'comparators',
    name: 'Comparators',
    help: 'What the strategy prints beside a number of the sheet Statistics. May stay empty.',
    columns: [
      { field: 'statistic', header: 'Statistic', kind: 'whole', blank: 'refuse', help: 'The number of that row.' },
      {
        field: 'kind',
        header: 'Compared with',
        kind: 'choice',
        blank: 'refuse',
        help: 'Whose number it is.',
        choices: { ownPreviousYear: 'Own previous year', southEast: 'South East', england: 'England' },
      },
      { field: 'value', header: 'Value', kind: 'number', blank: 'refuse', help: 'The number alone: 84.5' },
      { field: 'unit', header: 'Unit', kind: 'text', blank: 'refuse', help: '% or children.' },
      { field: 'period', header: 'Period', kind: 'text', blank: 'refuse', help: 'As printed: 2024/25.' },
    ],
  },
  {
    list: 'indicators',
    name: 'Indicators',
    help: 'Indicators that other sheets name. May stay empty.',
    columns: [
      { field: 'key', header: 'Key', kind: 'text', blank: 'refuse', help: 'Its name in an address: dental-checks.' },
      { field: 'title', header: 'Title', kind: 'text', blank: 'refuse', help: 'What it shows.', wide: true },
    ],
  },
];

/** The sheet of a list. */
export const sheetOf = (list: List): Sheet => sheets.find((sheet) => sheet.list === list) as Sheet;
