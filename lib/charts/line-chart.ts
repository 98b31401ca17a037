import { line } from 'd3-shape';
import { type Plot, plotFor } from '#lib/charts/plot.ts';
import { type Chart, isFigure, type Point } from '#lib/charts/series.ts';
import { paperColour, standaloneStyle } from '#lib/charts/standalone.ts';
import { bold, fitted, periodLabels, textSize } from '#lib/charts/text.ts';
import { type Html, html } from '#lib/html.ts';

type Spot = { x: number; y: number };

/** One decimal is finer than a pixel. */
const short = (n: number) => Math.round(n * 10) / 10;

const draw = line<Spot>(
  (spot) => spot.x,
  (spot) => spot.y,
).digits(1);

/**
 * A chart as one SVG string. A gap is a gap and a new definition is a new line: nothing is joined that was
 * not measured alike. On a page its look comes from the stylesheet (light, dark, print, forced colours);
 * `standalone` carries it along, in the council's colour, for Word, PDF and PNG.
 */
export function lineChart(chart: Chart, { standalone }: { standalone?: { colour: string } } = {}): Html {
  const width = standalone ? 600 : 320;
  const plot = standalone ? standalonePlot(chart) : plotFor(chart, width, 195, false);
  const id = chart.id ?? `chart-${hash(JSON.stringify([chart.title, chart.description, chart.series]))}`;
  const height = short(plot.height);
  const words = html`<title id="${id}-t">${chart.title}</title><desc id="${id}-d">${[chart.description, ...plot.notes].join(' ')}</desc>`;
  const drawing = [axes(plot, chart, width), lines(plot), missing(plot), ends(plot), notes(plot, width)];
  if (!standalone) {
    return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d">${words}${drawing}</svg>`;
  }
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'Source Sans 3',Arial,sans-serif" color="${paperColour(standalone.colour)}" role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d">${words}${standaloneStyle}${drawing}</svg>`;
}

const standalonePlot = (chart: Chart) => plotFor(chart, 600, 280, true);

/** How high a chart is that leaves the page. */
export const standaloneHeight = (chart: Chart): number => short(standalonePlot(chart).height);

function axes({ ticks, left, right, top, bottom, breaks, xOf, yOf }: Plot, chart: Chart, width: number): Html {
  const across = (y: number) => `M${short(left)},${short(y)}H${short(right)}`;
  const grid = ticks.map((tick) => across(yOf(tick.value))).join('');
  const upright = breaks.map((i) => `M${short((xOf(i - 1) + xOf(i)) / 2)},${top}V${short(bottom)}`).join('');
  const numbers = ticks.map(
    ({ value, text }) =>
      html`<text x="${short(left - 6)}" y="${short(yOf(value) + 4.5)}" text-anchor="end">${text}</text>`,
  );
  const periods = periodLabels(chart.periods, xOf, width).map(
    ({ text, x }) => html`<text x="${short(x)}" y="${short(bottom + 20)}" text-anchor="middle">${text}</text>`,
  );
  const target = isFigure(chart.target) && html`<path class="target" d="${across(yOf(chart.target))}"/>`;
  return html`<path class="grid" d="${grid}"/><path class="base" d="${across(bottom)}"/>${numbers}${periods}${upright && html`<path class="break" d="${upright}"/>`}${target}`;
}

/** The comparators first, so that the council's own line lies on top. */
function lines({ rows, breaks, xOf, yOf }: Plot): Html[] {
  return (['other', 'country', 'region', 'mean', 'part', 'own'] as const).flatMap((kind) =>
    rows
      .filter((row) => row.series.kind === kind)
      .map(({ points }, n) => {
        const runs = runsOf(points, breaks).map((run) => run.map(({ i, value }) => ({ x: xOf(i), y: yOf(value) })));
        const path = runs.map((run) => draw(run)).join('');
        if (kind === 'part') return html`<path class="part part-${n % 4}" d="${path}"/>${lone(runs)}`;
        if (kind !== 'own') return html`<path class="${kind}" d="${path}"/>`;
        const last = points.at(-1);
        const dots = runs.flat().map(({ x, y }) => `M${short(x)},${short(y)}h0`);
        const end = isFigure(last?.value) && { x: short(xOf(points.length - 1)), y: short(yOf(last.value)) };
        const dot = end && html`<circle class="dot" cx="${end.x}" cy="${end.y}" r="5.5"/>`;
        return html`<path class="own" d="${path}"/><path class="dots" d="${dots.join('')}"/>${dot}`;
      }),
  );
}

/** A figure without a neighbour is no line: a part shows it as a dot. */
function lone(runs: readonly (readonly Spot[])[]): Html[] {
  const spots = runs.flatMap((run) => (run.length === 1 ? run : []));
  return spots.map(({ x, y }) => html`<circle class="dot" cx="${short(x)}" cy="${short(y)}" r="3"/>`);
}

/** Stretches of neighbouring figures, cut at every gap and every change of definition. */
function runsOf(points: readonly (Point | undefined)[], breaks: readonly number[]) {
  const runs: { i: number; value: number }[][] = [];
  points.forEach((point, i) => {
    if (!isFigure(point?.value)) return;
    const isNext = runs.at(-1)?.at(-1)?.i === i - 1 && !breaks.includes(i);
    if (!isNext) runs.push([]);
    runs.at(-1)?.push({ i, value: point.value });
  });
  return runs;
}

/** Where the council's own figure is missing for a reason, its symbol stands on the axis. */
function missing({ rows, bottom, xOf }: Plot): Html[] {
  return rows
    .filter((row) => row.series.kind === 'own')
    .flatMap(({ points }) =>
      points.map((point, i) => {
        const isShown = point && !isFigure(point.value) && point.note && point.note.length <= 2;
        return html`${isShown && html`<text x="${short(xOf(i))}" y="${short(bottom - 6)}" text-anchor="middle">[${point.note}]</text>`}`;
      }),
    );
}

function ends({ ends, right, labelWidth }: Plot): Html[] {
  return ends.map(({ kind, name, figure, size, at, y, isLatest }) => {
    const isMoved = isLatest && Math.abs(at - y) > 4;
    const leader =
      isMoved && html`<path class="lead-line" d="M${short(right + 7)},${short(at)}L${short(right + 12)},${short(y)}"/>`;
    const text = fitted(name, figure, labelWidth, kind === 'own' ? size * bold : size);
    const place = { x: short(right + 14), y: short(y + size * 0.34) };
    if (kind === 'own' || kind === 'target') {
      return html`${leader}<text class="${kind}-text" x="${place.x}" y="${place.y}">${text}</text>`;
    }
    return html`${leader}<text x="${place.x}" y="${place.y}">${text}</text>`;
  });
}

function notes({ notes, bottom }: Plot, width: number): Html[] {
  return notes.map(
    (note, i) => html`<text x="0" y="${short(bottom + 41 + i * 17)}">${fitted(note, '', width, textSize)}</text>`,
  );
}

/** A short name for an id: the same chart gets the same one, two charts of a page get two. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}
