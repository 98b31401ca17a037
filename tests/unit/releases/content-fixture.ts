import type { ShownBreakdown } from '#lib/breakdowns/rules.ts';
import { type IndicatorData, readFigure } from '#lib/indicators/rules.ts';
import { buildContent } from '#lib/releases/build.ts';
import type { ReleaseContent } from '#lib/releases/content.ts';
import {
  council,
  definition,
  england,
  indicator,
  point,
  share,
  southEast,
} from '#tests/unit/indicators/arbitrary-figure.ts';

export const publicCouncil = {
  slug: 'elsewhere',
  name: 'Elsewhere City Council',
  shortName: 'Elsewhere',
  code: 'E1',
  colour: '#7a1f5c',
  demo: false,
};

const versions = [
  definition({
    version: 2,
    startsOn: '2023-04-01',
    breakReason: 'Counted by another form.',
    areas: [
      council(share(2024, 90, 120), share(2025, 100, 125)),
      southEast(point(2024, { value: 70 }), point(2025, { value: 71 })),
      england(point(2024, { value: 75 }), point(2025, { value: 76 })),
    ],
  }),
  definition({ areas: [council(share(2022, 60, 120), point(2023, { symbol: 'c' }))] }),
];

const breakdown = (key: string): ShownBreakdown => ({
  key: 'by-age',
  indicator: key,
  title: 'By age',
  rowTitle: 'Age',
  rows: ['Under 10', '10 and over'],
  columnTitle: '',
  columns: [],
  isWhole: true,
  version: 2,
  unit: '%',
  decimals: 0,
  periodType: 'snapshot31March',
  tables: [
    {
      area: { code: 'E1', name: 'Elsewhere', kind: 'council' },
      period: '2025',
      endsOn: '2025-03-31',
      cells: [
        { row: 'Under 10', column: '', value: null, numerator: null, denominator: null, symbol: 'c' },
        { row: '10 and over', column: '', value: 84, numerator: 84, denominator: 100, symbol: null },
        { row: '', column: '', value: 80, numerator: 100, denominator: 125, symbol: null },
      ],
    },
  ],
});

type Words = { title?: string; text?: string; name?: string; licence?: string; earlier?: number };

/** A release with a break in its series, a hidden value and a breakdown; words as somebody may have typed them. */
export function releaseContent({
  title = 'Teeth',
  text = '',
  name = 'Saw a dentist',
  licence,
  earlier = 0,
}: Words = {}): ReleaseContent {
  const data: IndicatorData = { ...indicator(...versions), key: 'teeth', title: name };
  const figure = readFigure(data, '2026-11-24');
  if (!figure) throw new Error('no figure');
  const source = { source: 'Department for Education, Children looked after', address: 'https://example.org/source' };
  const open = { ...source, licence: licence ?? 'Open Government Licence v3.0' };
  return buildContent({
    council: publicCouncil,
    release: {
      slug: 'teeth',
      edition: earlier + 1,
      title,
      text,
      releasedOn: '2026-11-24',
      earlier: Array.from({ length: earlier }, (_, at) => ({ edition: at + 1, releasedOn: '2025-11-24' })),
    },
    figures: [figure],
    breakdowns: [breakdown('teeth')],
    sources: [1, 2].map((version) => ({ indicator: 'teeth', version, ...open })),
  });
}
