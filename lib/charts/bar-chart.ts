import { axisFor } from '#lib/charts/axis.ts';
import { type Chart, formatFigure, inOrder, isFigure, type Series } from '#lib/charts/series.ts';
import { paperColour, standaloneStyle } from '#lib/charts/standalone.ts';
import { bold, fitted, textSize, textWidth } from '#lib/charts/text.ts';
import { type Html, html } from '#lib/html.ts';

const rowHeight = 40;
const barHeight = 14;
const short = (n: number) => Math.round(n * 10) / 10;

/**
 * Every series of a chart in one period, as bars from nought, each under its name and with its figure beside it. What
 * is missing for a reason has its symbol in place of a bar.
 * @param at one of the chart's periods
 */
export function barChart(chart: Chart, at: string, { standalone }: { standalone?: { colour: string } } = {}): Html {
  const width = standalone ? 600 : 320;
  const bars = barsOf(chart, at);
  const known = bars.map(({ value }) => value).filter(isFigure);
  // Bars are compared by their length, so they start at nought whatever lines of the same figures would do.
  const axis = axisFor([0, ...known], chart.unit, chart.decimals);
  const room = Math.max(0, ...bars.map(({ text }) => textWidth(text) * bold)) + 8;
  const xOf = (value: number) => ((value - axis.from) / (axis.to - axis.from)) * (width - room);
  const rows = bars.map(({ series, value, text }, i) => {
    const y = i * rowHeight;
    const name = html`<text class="bar-text" x="0" y="${y + textSize}">${fitted(series.name, '', width)}</text>`;
    const middle = short(y + 19 + barHeight / 2 + textSize * 0.34);
    if (!isFigure(value)) return html`${name}<text x="${short(xOf(0) + 6)}" y="${middle}">${text}</text>`;
    const [from, to] = [Math.min(xOf(0), xOf(value)), Math.max(xOf(0), xOf(value))];
    const look = series.kind === 'own' || series.kind === 'part' ? 'bar bar-own' : 'bar';
    return html`${name}<rect class="${look}" x="${short(from)}" y="${y + 19}" width="${short(to - from)}" height="${barHeight}"/><text class="bar-text" x="${short(to + 6)}" y="${middle}">${text}</text>`;
  });
  const height = barsHeight(chart);
  const uprights = bars.map((_, i) => `M${short(xOf(0))},${i * rowHeight + 17}v${barHeight + 4}`).join('');
  const base = html`<path class="base" d="${uprights}"/>`;
  const id = chart.id ?? 'bars';
  const words = html`<title id="${id}-t">${chart.title}</title><desc id="${id}-d">${chart.description}</desc>`;
  if (!standalone) {
    return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d">${words}${rows}${base}</svg>`;
  }
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'Source Sans 3',Arial,sans-serif" color="${paperColour(standalone.colour)}" role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d">${words}${standaloneStyle}${rows}${base}</svg>`;
}

/** How high the drawing is. */
export const barsHeight = ({ series }: Chart) => Math.max(1, series.length) * rowHeight;

/** A bar a series, in their order. */
function barsOf(chart: Chart, at: string): { series: Series; value: number | null; text: string }[] {
  return chart.series.map((series) => {
    const point = inOrder(series, [at])[0];
    const value = isFigure(point?.value) ? point.value : null;
    return { series, value, text: value === null ? `[${point?.note ?? 'x'}]` : formatFigure(value, chart) };
  });
}
