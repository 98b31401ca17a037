import { Markup } from '#components/ui/markup.tsx';
import { chartTable } from '#lib/charts/chart-table.ts';
import { lineChart } from '#lib/charts/line-chart.ts';
import type { Chart as ChartSpec } from '#lib/charts/series.ts';
import { html } from '#lib/html.ts';

/** The drawing and, folded below it, its table: one React element, however many figures. */
export function Chart({ chart }: { chart: ChartSpec }) {
  return (
    <Markup
      html={html`${lineChart(chart)}<details><summary>Figures as a table<span class="hidden-words">: ${chart.title}</span></summary>${chartTable(chart)}</details>`}
    />
  );
}
