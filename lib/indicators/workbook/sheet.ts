import type { Column } from '#lib/workbook/columns.ts';

/** The one sheet of a workbook of values. A row without a number and without a symbol is passed over. */
const columns: readonly Column[] = [
  {
    field: 'indicator',
    header: 'Figure',
    kind: 'text',
    blank: 'refuse',
    help: 'The key of the figure. Leave it as it is.',
  },
  {
    field: 'title',
    header: 'Title',
    kind: 'text',
    blank: 'text',
    help: 'For you to read. It is not read back.',
    wide: true,
  },
  {
    field: 'area',
    header: 'Area',
    kind: 'text',
    blank: 'text',
    help: 'The code or the name of an area. Empty: your own council.',
  },
  {
    field: 'period',
    header: 'Period',
    kind: 'text',
    blank: 'refuse',
    help: '31 March 2026 or 2026; 2025/26; Q1 2025/26; June 2026.',
  },
  {
    field: 'numerator',
    header: 'How many',
    kind: 'text',
    blank: 'text',
    help: 'Of a share or a rate: how many were counted.',
  },
  {
    field: 'denominator',
    header: 'Out of how many',
    kind: 'text',
    blank: 'text',
    help: 'And out of how many. The share is worked out.',
  },
  {
    field: 'value',
    header: 'Value',
    kind: 'text',
    blank: 'text',
    help: 'A number, a score, or a share that has no counts.',
  },
  {
    field: 'symbol',
    header: 'Symbol',
    kind: 'text',
    blank: 'text',
    help: 'Instead of a number: c hidden, z not applicable, x not available, k rounds to 0, u unreliable.',
  },
];

export const valuesSheet = { name: 'Values', columns } as const;
