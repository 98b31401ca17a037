import { Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import { axisFor } from '#lib/charts/axis.ts';
import { type Chart, inOrder, isFigure, type Series, type SeriesKind } from '#lib/charts/series.ts';
import type { ChartBlock } from '#lib/reports/document-blocks.ts';
import { withoutUnwritable } from '#lib/typed.ts';

/** Lines differ in dash and marker, not in colour alone. */
const looks = {
  own: { width: 2.75, dash: 'solid', shape: 'circle', size: 7 },
  region: { width: 1.5, dash: 'dash', shape: 'square', size: 5 },
  country: { width: 1.5, dash: 'solid', shape: 'triangle', size: 5 },
  other: { width: 1, dash: 'solid', shape: 'diamond', size: 4 },
  mean: { width: 1.75, dash: 'dashDot', shape: 'diamond', size: 5 },
  part: { width: 2, dash: 'dash', shape: 'circle', size: 5 },
} as const;

const greys: Partial<Record<SeriesKind, string>> = {
  region: '4C565D',
  country: '6C7780',
  other: '9AA3AA',
  mean: '4C565D',
};

/**
 * A chart of Word's own, not a picture: sharp at any size, without a font of ours, with its numbers inside
 * for whoever wants them, and a text for who cannot see it.
 * @param colour the council's, dark enough for white paper
 */
export function chartParagraph({ chart, alt }: ChartBlock, colour: string): Paragraph {
  const known = chart.series.flatMap((line) => line.points.map((point) => point.value)).filter(isFigure);
  const axis = axisFor(known, chart.unit, chart.decimals);
  const name = withoutUnwritable(chart.title);
  return new Paragraph({
    spacing: { line: 240, lineRule: 'auto', before: 80, after: 80 },
    keepNext: true,
    children: [
      new ChartRun({
        type: 'line',
        categories: chart.periods.map(withoutUnwritable),
        series: chart.series.flatMap((line) =>
          stretches(line, chart).map((values, n) => drawn(line, values, n, colour)),
        ),
        emptyValues: 'gap',
        legend: { position: 'bottom' },
        valueAxis: {
          minimum: axis.from,
          maximum: axis.to,
          gridlines: true,
          numberFormat: chart.unit === '%' ? '0"%"' : `#,##0${axis.decimals ? `.${'0'.repeat(axis.decimals)}` : ''}`,
        },
        font: { name: 'Arial' },
        transformation: { width: 560, height: 165 },
        altText: { name, title: name, description: withoutUnwritable(alt) },
      }),
    ],
  });
}

function drawn({ name, kind }: Series, values: (number | null)[], stretch: number, colour: string) {
  const { width, dash, shape, size } = looks[kind];
  const paint = greys[kind] ?? colour.slice(1).toUpperCase();
  return {
    name: withoutUnwritable(stretch === 0 ? name : `${name}, counted anew`),
    values,
    color: paint,
    line: { color: paint, width, dash },
    markers: { shape, size },
  };
}

/** One list of values for each way of counting: no line joins what was not measured alike. */
function stretches(line: Series, chart: Chart): (number | null)[][] {
  const points = inOrder(line, chart.periods);
  const breaks = chart.periods.flatMap((period, i) => (chart.breaksBefore?.includes(period) ? [i] : []));
  return [0, ...breaks].map((from, n) => {
    const to = breaks[n] ?? points.length;
    return points.map((point, i) => (i >= from && i < to && isFigure(point?.value) ? point.value : null));
  });
}
