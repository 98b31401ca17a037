import { barChart, barsHeight } from '#lib/charts/bar-chart.ts';
import { lineChart, standaloneHeight } from '#lib/charts/line-chart.ts';
import type { Chart } from '#lib/charts/series.ts';
import { paperColour } from '#lib/charts/standalone.ts';
import { bold, textSize, wrapped } from '#lib/charts/text.ts';
import { type Html, html } from '#lib/html.ts';

const width = 600;
const edge = 24;
const titleSize = 19;
const titleLine = 25;
const textLine = 18;

type Around = {
  /** In the picture, so that they cannot be parted: what it says, what to mind, whose figures they are. */
  words: string;
  notes: readonly string[];
  credit: readonly string[];
  /** The council's, as #rrggbb. */
  colour: string;
  /** Bars of this period instead of lines. */
  barsAt?: string;
};

/** A chart to be taken along, with everything that a reader needs who has nothing but the picture. */
export function picture(chart: Chart, { words, notes, credit, colour, barsAt }: Around): Html {
  const bare = { ...chart, description: words };
  const standalone = { colour };
  const drawing = barsAt === undefined ? lineChart(bare, { standalone }) : barChart(bare, barsAt, { standalone });
  const drawn = barsAt === undefined ? standaloneHeight(bare) : barsHeight(bare);
  const title = wrapped(chart.title, width / bold, titleSize);
  const above = wrapped(words, width);
  const below = [...notes, ...credit.map((one) => `Source: ${one}`)].flatMap((text) => wrapped(text, width));
  const titleEnds = edge + title.length * titleLine;
  const drawingFrom = titleEnds + above.length * textLine + 16;
  const drawingEnds = drawingFrom + drawn;
  const height = Math.ceil(drawingEnds + 14 + below.length * textLine + edge);
  const lines = (texts: readonly string[], from: number) =>
    texts.map((text, i) => html`<text x="${edge}" y="${from + i * textLine + textSize}">${text}</text>`);
  const heading = title.map(
    (text, i) => html`<text class="heading" x="${edge}" y="${edge + i * titleLine + titleSize - 2}">${text}</text>`,
  );
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width + 2 * edge}" height="${height}" viewBox="0 0 ${width + 2 * edge} ${height}" font-family="'Source Sans 3',Arial,sans-serif" color="${paperColour(colour)}"><rect width="100%" height="100%" fill="#ffffff"/>${heading}${lines(above, titleEnds)}<g transform="translate(${edge},${drawingFrom})">${drawing}</g>${lines(below, drawingEnds + 14)}</svg>`;
}
