import type { ReactNode } from 'react';
import { ExplorerLive } from '#components/indicators/explorer-live.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field, FieldGroup } from '#components/ui/field.tsx';
import { entriesOf } from '#lib/indicators/exploring/address.ts';
import { areasWith, type Choice, type Material, usualChoice } from '#lib/indicators/exploring/rules.ts';

type Props = { material: Material; choice: Choice };

/**
 * Real controls in a form that asks for an address: it is the whole control where no script runs. The parts of a
 * breakdown are asked for once it is chosen.
 */
export function ExplorerForm({ material, choice }: Props) {
  const { periods, breakdowns } = material;
  const areas = areasWith(material, choice.by);
  const by = breakdowns.find(({ key }) => key === choice.by);
  const parts = (names: readonly string[]) => [['', 'All'] as const, ...names.map((name) => [name, name] as const)];
  return (
    <form method="get" className="no-print" aria-labelledby="choose">
      <input type="hidden" name="was" value={choice.by} />
      {areas.length > 1 && (
        <Ticks name="areas" label="Areas" options={areas.map(({ code, name }) => [code, name])} chosen={choice.areas} />
      )}
      <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        <List name="from" label="From" chosen={choice.from} options={periods.map((one) => [one.endsOn, one.tick])} />
        <List name="to" label="To" chosen={choice.to} options={periods.map((one) => [one.endsOn, one.tick])} />
        {breakdowns.length > 0 && (
          <List
            name="by"
            label="Broken down"
            chosen={choice.by}
            options={[['', 'Not broken down'], ...breakdowns.map(({ key, title }) => [key, title] as const)]}
          />
        )}
      </div>
      {by && <Ticks key={by.key} name="rows" label={by.rowTitle} options={parts(by.rows)} chosen={choice.rows} />}
      {by && by.columns.length > 0 && (
        <Ticks
          key={`${by.key}/`}
          name="columns"
          label={by.columnTitle}
          options={parts(by.columns)}
          chosen={choice.columns}
        />
      )}
      <div className="grid gap-x-6 sm:grid-cols-2">
        <Ticks
          type="radio"
          name="view"
          label="Show"
          options={[
            ['chart', 'Chart and table'],
            ['table', 'Table alone'],
          ]}
          chosen={[choice.view]}
        />
        <Ticks
          type="radio"
          name="kind"
          label="Chart"
          options={[
            ['lines', 'Lines over time'],
            ['bars', 'Bars of the last period'],
          ]}
          chosen={[choice.kind]}
        />
      </div>
      <p className="actions mt-0">
        <Button look="secondary">Show this</Button>
        <a href="?">Back to the usual</a>
        <ExplorerLive entries={entriesOf(choice)} usual={entriesOf(usualChoice(material, choice.by))} />
      </p>
    </form>
  );
}

type Options = readonly (readonly [value: string, label: string])[];
type Control = { name: string; label: string; options: Options };

function Ticks({
  type = 'checkbox',
  name,
  label,
  options,
  chosen,
}: Control & { type?: 'checkbox' | 'radio'; chosen: readonly string[] }): ReactNode {
  return (
    <FieldGroup name={name} label={label}>
      <div className="mt-2 flex flex-wrap gap-x-6">
        {options.map(([value, words]) => (
          <label key={value} className="flex min-h-11 items-center gap-3">
            <input
              type={type}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="size-6 accent-brand"
            />
            {words}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/** Without a key of its own value: the control must stay the same one while somebody uses it. */
function List({ name, label, options, chosen }: Control & { chosen: string }): ReactNode {
  return (
    <Field name={name} label={label}>
      <select id={name} name={name} defaultValue={chosen} className="control">
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}
