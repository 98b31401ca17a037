import { useId, useState } from 'react';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { type Chart, formatFigure } from '#lib/charts/series.ts';

const strokes = { own: 'var(--color-brand)', region: 'var(--color-edge)', country: 'var(--color-edge)' };
const dashes = { own: undefined, region: '6 4', country: '2 3' };

/**
 * A chart to ask: areas on and off, the scale from nought, the values under the pointer or the arrow keys.
 * A change of definition parts a series in two lines here as well.
 */
export default function ExplorerDrawing({ chart }: { chart: Chart }) {
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const [fromZero, setFromZero] = useState(false);
  const shown = chart.series.filter(({ name }) => !hidden.includes(name));
  const parts = partsOf(chart.periods, chart.breaksBefore ?? []);
  const rows = chart.periods.map((period) => ({
    period,
    ...Object.fromEntries(
      shown.flatMap(({ name, points }) => {
        const value = points.find((point) => point.period === period)?.value ?? null;
        return parts.map((part, at) => [`${name}/${at}`, part.includes(period) ? value : null]);
      }),
    ),
  }));
  const words = (value: unknown) => (typeof value === 'number' ? formatFigure(value, chart) : '');
  return (
    <>
      <fieldset className="field form">
        <legend className="label">Show</legend>
        <div className="options">
          {chart.series.map(({ name }) => (
            <Tick
              key={name}
              label={name}
              isOn={!hidden.includes(name)}
              onChange={(isOn) => setHidden(isOn ? hidden.filter((other) => other !== name) : [...hidden, name])}
            />
          ))}
          <Tick label="Scale from 0" isOn={fromZero} onChange={setFromZero} />
        </div>
      </fieldset>
      <ResponsiveContainer width="100%" height={360}>
        <LineChart data={rows} accessibilityLayer title={chart.title} desc="Use the arrow keys to read each period.">
          <CartesianGrid stroke="var(--color-line)" vertical={false} />
          <XAxis dataKey="period" stroke="var(--color-soft)" />
          <YAxis stroke="var(--color-soft)" domain={[fromZero ? 0 : 'auto', 'auto']} tickFormatter={words} width={72} />
          <Tooltip formatter={words} isAnimationActive={false} contentStyle={tooltip} />
          {shown.flatMap(({ name, kind }) =>
            parts.map((_, at) => (
              <Line
                key={`${name}/${parts.length > 1 ? at : 0}`}
                name={name}
                dataKey={`${name}/${at}`}
                stroke={strokes[kind]}
                strokeDasharray={dashes[kind]}
                strokeWidth={kind === 'own' ? 3 : 2}
                isAnimationActive={false}
              />
            )),
          )}
        </LineChart>
      </ResponsiveContainer>
    </>
  );
}

const tooltip = {
  background: 'var(--color-paper)',
  borderColor: 'var(--color-edge)',
  color: 'var(--color-ink)',
};

/** The periods between two changes of definition. */
function partsOf(periods: readonly string[], breaks: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const period of periods) {
    if (breaks.includes(period)) parts.push([]);
    parts.at(-1)?.push(period);
  }
  return parts;
}

function Tick({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  const id = useId();
  return (
    <label className="option" htmlFor={id}>
      <input id={id} type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
