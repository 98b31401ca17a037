import { Explorer } from '#components/indicators/explorer.tsx';
import { ExplorerForm } from '#components/indicators/explorer-form.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { barChart } from '#lib/charts/bar-chart.ts';
import { chartTable } from '#lib/charts/chart-table.ts';
import { lineChart } from '#lib/charts/line-chart.ts';
import type { Chart } from '#lib/charts/series.ts';
import { type Html, html } from '#lib/html.ts';
import { addressOf } from '#lib/indicators/exploring/address.ts';
import type { Found } from '#lib/indicators/exploring/queries.ts';

const files = [
  ['csv', 'CSV, for any program'],
  ['xlsx', 'Workbook, with its notes'],
  ['png', 'Picture (PNG)'],
  ['svg', 'Drawing (SVG)'],
] as const;

/** What is chosen: a sentence, the drawing, the controls, the table, and the same as files. */
export function ExploredSection({ found, path }: { found: Found; path: string }) {
  const { material, choice, problems, cautions, words, chart, barsAt } = found;
  const address = addressOf(choice, material);
  const drawing = barsAt === undefined ? lineChart(chart) : barChart(chart, barsAt);
  return (
    <>
      <h2 id="shown">What it looks like</h2>
      {problems.length > 0 && (
        <Notice announce>
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Notice>
      )}
      <p role="status" className="max-w-prose">
        {words}
      </p>
      {choice.view === 'chart' && (
        <Explorer chart={chart} barsAt={barsAt}>
          <Markup html={html`<div class="max-w-[30rem]">${drawing}</div>${barsAt === undefined && keyOf(chart)}`} />
        </Explorer>
      )}
      {cautions.map((caution) => (
        <p key={caution} className="soft">
          {caution}
        </p>
      ))}
      <h2 id="choose" className="no-print">
        Choose what is shown
      </h2>
      <ExplorerForm material={material} choice={choice} />
      <h2>The values</h2>
      <Markup
        html={html`<div class="scroll" role="region" aria-label="The values" tabindex="0">${chartTable(chart)}</div>`}
      />
      <div className="no-print">
        <p>Take along exactly what is shown here:</p>
        <ul>
          {files.map(([form, name]) => (
            <li key={form}>
              <a href={`${path}/download?${address && `${address}&`}form=${form}`} download>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** Which letter is whose, where names are too long to stand in the drawing. */
function keyOf({ series }: Chart): Html | false {
  const items = series.map(({ letter, name }) => letter && html`<li><b>${letter}</b> ${name}</li>`);
  return series.some(({ letter }) => letter) && html`<ul class="chart-letters">${items}</ul>`;
}
