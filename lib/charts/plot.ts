import { type Axis, axisFor, axisOver } from '#lib/charts/axis.ts';
import { endLabels, widest } from '#lib/charts/end-labels.ts';
import { type Chart, inOrder, isFigure, shortFigure } from '#lib/charts/series.ts';
import { spread } from '#lib/charts/spread.ts';
import { textWidth } from '#lib/charts/text.ts';

const top = 14;
const periodsHeight = 29;
const noteHeight = 17;

export type Plot = ReturnType<typeof plotFor>;

/** Where everything of a chart goes: the drawing below only draws. It grows in height when labels need it. */
export function plotFor(chart: Chart, width: number, height: number, nameOwn: boolean) {
  const rows = chart.series.map((series) => ({ series, points: inOrder(series, chart.periods) }));
  const values = rows.flatMap(({ points }) => points.map((point) => point?.value)).filter(isFigure);
  const axis = chart.domain
    ? axisOver(chart.domain, chart.decimals)
    : axisFor(isFigure(chart.target) ? [...values, chart.target] : values, chart.unit, chart.decimals);
  const labels = endLabels(chart, nameOwn);
  const breaks = chart.periods.flatMap((period, i) => (i > 0 && chart.breaksBefore?.includes(period) ? [i] : []));
  const notes = notesFor(chart, axis, breaks);

  const under = periodsHeight + notes.length * noteHeight;
  const labelsHeight = labels.reduce((sum, label) => sum + label.height, 0);
  const bottom = Math.max(height - under, top + labelsHeight);
  const ticks = axis.ticks.map((value) => ({ value, text: tickText(value, chart.unit, axis) }));
  const left = Math.max(0, ...ticks.map((tick) => textWidth(tick.text))) + 7;
  const labelWidth = Math.min(width * 0.42, widest(labels) + 2);
  const right = width - labelWidth - 14;

  const last = chart.periods.length - 1;
  const xOf = (i: number) => (last > 0 ? left + 8 + ((right - left - 8) * i) / last : (left + right) / 2);
  const yOf = (value: number) => bottom - ((value - axis.from) / (axis.to - axis.from)) * (bottom - top);
  const ends = spread(
    labels.map((label) => ({ ...label, at: yOf(label.value) })),
    top - 10,
    bottom + 2,
  );
  return {
    rows,
    breaks,
    notes,
    ticks,
    ends,
    labelWidth,
    left,
    right,
    bottom,
    top,
    xOf,
    yOf,
    height: bottom + under,
  };
}

/** What the eye must know before it trusts the drawing, in words under it. */
function notesFor(chart: Chart, axis: Axis, breaks: readonly number[]): string[] {
  const notes = [];
  if (axis.from > 0 && !chart.domain)
    notes.push(`The scale starts at ${tickText(axis.from, chart.unit, axis)}, not at 0.`);
  if (breaks.length > 0) notes.push(`Counted differently from ${breaks.map((i) => chart.periods[i]).join(' and ')}.`);
  return notes;
}

function tickText(value: number, unit: string, { decimals }: Axis): string {
  return shortFigure(value, { unit, decimals }, 1e4);
}
