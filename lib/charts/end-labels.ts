import { type Chart, inOrder, isFigure, type SeriesKind, shortFigure } from '#lib/charts/series.ts';
import { bold, ownSize, textSize, textWidth } from '#lib/charts/text.ts';

/** What stands at the right end of a line: the name gives way before the figure does. */
type EndLabel = {
  kind: SeriesKind | 'target';
  name: string;
  figure: string;
  value: number;
  /** The figure is that of the last period, so that the label belongs beside the end of the line. */
  isLatest: boolean;
  size: number;
  height: number;
};

/**
 * One label a series, and one for the target. The council's own figure stands alone, as the page says whose
 * it is, unless `nameOwn` or another line of its own asks for the name.
 */
export function endLabels(chart: Chart, nameOwn: boolean): EndLabel[] {
  const owns = chart.series.filter((series) => series.kind === 'own').length;
  const labels = chart.series.flatMap((series): EndLabel[] => {
    const last = inOrder(series, chart.periods).findLast((point) => isFigure(point?.value));
    if (!last || !isFigure(last.value)) return [];
    const isOwn = series.kind === 'own';
    const called = (!nameOwn && series.letter) || series.name;
    const isLatest = last.period === chart.periods.at(-1);
    return [
      {
        kind: series.kind,
        name: isOwn && owns === 1 && !nameOwn ? '' : called + (/\d$/.test(called) ? ': ' : ' '),
        figure: shortFigure(last.value, chart, 1e6) + (isLatest ? '' : ` (${last.period})`),
        value: last.value,
        isLatest,
        size: isOwn ? ownSize : textSize,
        height: isOwn ? 20 : 15,
      },
    ];
  });
  if (isFigure(chart.target)) {
    const figure = shortFigure(chart.target, chart, 1e6);
    const shape = { size: textSize, height: 15, isLatest: true };
    labels.push({ kind: 'target', name: 'Target ', figure, value: chart.target, ...shape });
  }
  return labels;
}

/** How wide the widest of them is. */
export const widest = (labels: readonly EndLabel[]): number =>
  Math.max(
    0,
    ...labels.map(({ name, figure, size }) => textWidth(name + figure, size === ownSize ? size * bold : size)),
  );
