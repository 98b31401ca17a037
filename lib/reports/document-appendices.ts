import { type Chart, formatFigure, inOrder, isFigure, type Point } from '#lib/charts/series.ts';
import type { ReportContent, ReportFigure } from '#lib/reports/content.ts';
import type { Block, Line } from '#lib/reports/document-blocks.ts';
import { appendixLetter, madeAppendices } from '#lib/reports/document-closing.ts';

const heading = (index: number): Block => ({
  kind: 'heading',
  level: 1,
  text: `Appendix ${appendixLetter(index)}: ${madeAppendices[index]}`,
  startsPage: true,
});

/** The appendices that the product makes: what the strategy printed, and every series behind the figures. */
export function appendixBlocks(content: ReportContent): Block[] {
  return [
    heading(0),
    {
      kind: 'paragraph',
      text: `These are the numbers that the ${content.strategy.title} prints, as it prints them, with what it sets beside them. They are where the strategy began, not where the council is now.`,
    },
    statisticsTable(content),
    heading(1),
    {
      kind: 'paragraph',
      text: 'Each figure that should move one way has a chart: a line for each area, with a gap where there is no value. The table after it holds the same values; a letter in square brackets says why there is no number: c hidden so that no child can be identified, z not applicable, x not available, k rounds to 0 but is not 0, u too unreliable to show.',
    },
    ...content.themes.flatMap(({ name, figures }): Block[] => [
      { kind: 'heading', level: 2, text: name },
      ...figures.flatMap(figureBlocks),
    ]),
  ];
}

function statisticsTable({ statistics }: ReportContent): Block {
  return {
    kind: 'table',
    caption: 'Numbers printed in the strategy',
    columns: [
      { heading: 'What was measured', width: 26 },
      { heading: 'Printed', width: 14 },
      { heading: 'Period', width: 17 },
      { heading: 'Set beside it', width: 20 },
      { heading: 'Note', width: 23 },
    ],
    rows: statistics.map((statistic) => [
      [{ label: statistic.measure, text: '' }, ...(statistic.cohort ? [{ text: statistic.cohort }] : [])],
      [{ label: statistic.words, text: '' }, ...(statistic.of ? [{ text: statistic.of }] : [])],
      [{ text: statistic.period }],
      [{ text: statistic.comparators || 'Nothing' }],
      [{ text: statistic.note || 'None' }],
    ]),
  };
}

function figureBlocks(figure: ReportFigure): Block[] {
  const { chart, periodHeading, title } = figure;
  const columns = chart.series.map((line) => inOrder(line, chart.periods));
  return [
    { kind: 'heading', level: 3, text: title },
    { kind: 'paragraph', text: `${figure.cohort} ${figure.direction}. ${figure.sentence}` },
    ...(figure.polarity === 'none' ? [] : [{ kind: 'chart' as const, chart, alt: chartWords(chart) }]),
    {
      kind: 'table',
      caption: `${title}: every value`,
      columns: [
        { heading: periodHeading, width: 28 },
        ...chart.series.map(({ name }) => ({ heading: name, width: 72 / chart.series.length, number: true })),
      ],
      rows: chart.periods.map((period, row) => [
        [{ text: period }, ...(chart.breaksBefore?.includes(period) ? [{ text: 'Counted anew from here' }] : [])],
        ...columns.map((points) => valueLines(points[row], chart)),
      ]),
    },
    { kind: 'paragraph', text: `Source: ${figure.source}.` },
  ];
}

const pointWords = (point: Point | undefined, chart: Chart) =>
  isFigure(point?.value) ? formatFigure(point.value, chart) : `[${point?.note || 'x'}]`;

const valueLines = (point: Point | undefined, chart: Chart): Line[] => [
  { text: `${pointWords(point, chart)}${point?.detail ? ` (${point.detail})` : ''}` },
];

/** The chart in words: each area from its first value to its last. */
function chartWords(chart: Chart): string {
  const lines = chart.series.map((line) => {
    const known = line.points.filter((point) => isFigure(point.value));
    const [first, last] = [known.at(0), known.at(-1)];
    if (!first || !last) return `${line.name}: no value is shown.`;
    const from = `${pointWords(first, chart)} in ${first.period}`;
    return first === last
      ? `${line.name}: ${from}.`
      : `${line.name}: ${from}, ${pointWords(last, chart)} in ${last.period}.`;
  });
  return `Line chart. ${chart.title}. ${lines.join(' ')}`;
}
