import { type Chart, formatFigure, inOrder, isFigure, type Point } from '#lib/charts/series.ts';
import { type Html, html } from '#lib/html.ts';

/** What a symbol in place of a figure means, as the Government Statistical Service writes them. */
const meanings: Record<string, string> = {
  c: 'hidden so that no child can be identified',
  z: 'does not apply',
  x: 'not available',
  k: 'rounds to 0, but is not 0',
  u: 'too unreliable to show',
};

const noteOf = (point: Point | undefined) => point?.note || 'x';

/**
 * The figures of a chart as a table: a row a period, so that it stays narrow however long the series is.
 * A missing figure is a symbol, and each symbol is explained in words below.
 */
export function chartTable(chart: Chart): Html {
  const columns = chart.series.map((series) => inOrder(series, chart.periods));
  const names = chart.series.map((series) => html`<th scope="col" class="number">${series.name}</th>`);
  const rows = chart.periods.map((period, i) => {
    const isBreak = i > 0 && chart.breaksBefore?.includes(period);
    const mark = isBreak && html`<span class="soft">counted differently from here on</span>`;
    return html`<tr><th scope="row">${period}${mark}</th>${columns.map((points) => cell(points[i], chart))}</tr>`;
  });
  const symbols = new Set(columns.flatMap((points) => points.filter((p) => !isFigure(p?.value)).map(noteOf)));
  const legend = [...symbols].map(
    (symbol) => html`<p class="soft">[${symbol}]: ${meanings[symbol] ?? 'not shown'}.</p>`,
  );
  const target = isFigure(chart.target) && html`<p class="soft">Target: ${formatFigure(chart.target, chart)}.</p>`;
  return html`<table class="table chart-table"><caption>${chart.title}</caption><thead><tr><th scope="col">Period</th>${names}</tr></thead><tbody>${rows}</tbody></table>${target}${legend}`;
}

function cell(point: Point | undefined, chart: Chart): Html {
  const text = isFigure(point?.value) ? formatFigure(point.value, chart) : `[${noteOf(point)}]`;
  return html`<td class="number">${text}${point?.detail && html`<span class="soft">${point.detail}</span>`}</td>`;
}
