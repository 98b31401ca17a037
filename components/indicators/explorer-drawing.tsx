import { useId, useState } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { type Axis, axisFor } from '#lib/charts/axis.ts';
import { type Chart, formatFigure, inOrder, isFigure, type SeriesKind } from '#lib/charts/series.ts';

const brand = 'var(--color-brand)';
const edge = 'var(--color-edge)';
const strokes: Record<SeriesKind, string> = {
  own: brand,
  part: brand,
  region: edge,
  country: edge,
  other: edge,
  mean: 'var(--color-soft)',
};
const widths: Partial<Record<SeriesKind, number>> = { own: 3, other: 1.25 };
const dashes: Partial<Record<SeriesKind, string>> = { region: '6 4', country: '2 3', mean: '9 3 2 3' };
/** Parts are all of the council's colour: their dashes tell them apart. */
const partDashes = [undefined, '8 5', '2 5', '10 4 2 4'];

type Props = { chart: Chart; barsAt?: string };

/** A chart to ask: its values under the pointer or the arrow keys, its scale from nought if wished. */
export default function ExplorerDrawing({ chart, barsAt }: Props) {
  const [fromZero, setFromZero] = useState(false);
  const id = useId();
  const words = (value: unknown) => (typeof value === 'number' ? formatFigure(value, chart) : '');
  const known = [chart.target, ...chart.series.flatMap(({ points }) => points.map(({ value }) => value))];
  const axis = axisFor(known.filter(isFigure), chart.unit, chart.decimals);
  return (
    <>
      {barsAt === undefined && axis.from > 0 && (
        <label className="option mb-4 w-fit" htmlFor={id}>
          <input id={id} type="checkbox" checked={fromZero} onChange={(event) => setFromZero(event.target.checked)} />
          Scale from 0, not from {words(axis.from)}
        </label>
      )}
      {barsAt === undefined ? (
        <Lines chart={chart} axis={axis} from={fromZero ? 0 : axis.from} words={words} />
      ) : (
        <Bars chart={chart} at={barsAt} words={words} />
      )}
    </>
  );
}

type Drawn = { chart: Chart; words: (value: unknown) => string };

/** A change of definition parts a series in two lines here as well. */
function Lines({ chart, axis, from, words }: Drawn & { axis: Axis; from: number }) {
  const parts = partsOf(chart.periods, chart.breaksBefore ?? []);
  const lines = chart.series.map((series) => ({ ...series, inOrder: inOrder(series, chart.periods) }));
  const rows = chart.periods.map((period, at) => ({
    period,
    ...Object.fromEntries(
      lines.flatMap(({ inOrder: points }, n) => {
        const value = isFigure(points[at]?.value) ? points[at].value : null;
        return parts.map((part, of) => [`${n}/${of}`, part.includes(period) ? value : null]);
      }),
    ),
  }));
  return (
    <ResponsiveContainer width="100%" height={400}>
      <LineChart
        data={rows}
        margin={{ top: 8, right: 16 }}
        accessibilityLayer
        title={chart.title}
        desc={described(chart)}
      >
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        <XAxis dataKey="period" stroke="var(--color-soft)" />
        <YAxis
          stroke="var(--color-soft)"
          domain={[from, axis.to]}
          ticks={from === axis.from ? axis.ticks : undefined}
          tickFormatter={words}
          width={72}
        />
        {isFigure(chart.target) && <ReferenceLine y={chart.target} stroke="var(--color-good)" strokeDasharray="2 5" />}
        <Tooltip formatter={words} isAnimationActive={false} contentStyle={tooltip} />
        {lines.flatMap(({ name, kind }, n) =>
          parts.map((periods, of) => (
            <Line
              key={`${name}/${periods[0]}`}
              name={name}
              dataKey={`${n}/${of}`}
              stroke={strokes[kind]}
              strokeDasharray={kind === 'part' ? partDashes[n % 4] : dashes[kind]}
              strokeWidth={widths[kind] ?? 2}
              isAnimationActive={false}
            />
          )),
        )}
      </LineChart>
    </ResponsiveContainer>
  );
}

/** One period, a bar a series; what is missing has no bar and its symbol in the table. */
function Bars({ chart, at, words }: Drawn & { at: string }) {
  const rows = chart.series.map((series) => ({
    name: series.name,
    value: inOrder(series, [at])[0]?.value ?? null,
    fill: strokes[series.kind],
  }));
  return (
    <ResponsiveContainer width="100%" height={80 + rows.length * 40}>
      <BarChart data={rows} layout="vertical" accessibilityLayer title={chart.title} desc={described(chart)}>
        <CartesianGrid stroke="var(--color-line)" horizontal={false} />
        <XAxis type="number" stroke="var(--color-soft)" tickFormatter={words} domain={[0, 'auto']} />
        <YAxis type="category" dataKey="name" stroke="var(--color-soft)" width={130} />
        <Tooltip formatter={words} isAnimationActive={false} contentStyle={tooltip} cursor={false} />
        <Bar dataKey="value" name={at} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}

const described = ({ description }: Chart) => `${description} Use the arrow keys to read each value.`;

const tooltip = {
  background: 'var(--color-paper)',
  borderColor: 'var(--color-edge)',
  color: 'var(--color-ink)',
};

/** The periods between two changes of definition. */
function partsOf(periods: readonly string[], breaks: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const period of periods) {
    if (breaks.includes(period) && parts.at(-1)?.length) parts.push([]);
    parts.at(-1)?.push(period);
  }
  return parts;
}
