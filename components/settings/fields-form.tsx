'use client';

import { Select } from '#components/ui/choices.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FieldGroup } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextArea, TextInput } from '#components/ui/text-input.tsx';
import { type FormAction, useFormAction } from '#components/ui/use-form-action.ts';

/** One field of a settings page: what it asks, and what stands there now. */
export type SettingField = {
  name: string;
  label: string;
  hint?: string;
  value: string;
  kind?: 'line' | 'lines' | 'choice' | 'ticks' | 'date' | 'time' | 'color' | 'number' | 'email' | 'file';
  /** For a choice or ticks; the value of ticks is theirs with commas between. */
  options?: readonly { value: string; label: string }[];
  /** A heading that begins a group of fields. */
  group?: string;
};

type Props = {
  action: FormAction;
  /** The council, a key for the form, and a mark of what it was shown. */
  hidden: Record<string, string>;
  fields: readonly SettingField[];
  submit: string;
  look?: 'primary' | 'secondary' | 'warning';
  /** Where a page holds more than one form: what their ids begin with. */
  prefix?: string;
};

/** A form of settings: its fields as data, so that every page of the set-up works alike. */
export function FieldsForm({ action, hidden, fields, submit, look, prefix = '' }: Props) {
  const { state, formAction, field } = useFormAction(action);
  const carried = { ...hidden, ...(state?.theirs?.shown && { shown: state.theirs.shown }) };
  const ids = Object.fromEntries(fields.map(({ name }) => [name, prefix + name]));
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} ids={ids} />
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((one) => (
        <div key={one.name}>
          {one.group && <h2>{one.group}</h2>}
          <Setting one={one} shown={{ ...field(one.name, one.value), id: prefix + one.name }} />
        </div>
      ))}
      <p className="actions">
        <SubmitButton look={look} sending="Sending…">
          {submit}
        </SubmitButton>
      </p>
    </form>
  );
}

type Shown = { name: string; id: string; error?: string; theirs?: string; defaultValue: string };

function Setting({ one: { kind = 'line', label, hint, options = [] }, shown }: { one: SettingField; shown: Shown }) {
  const words = { ...shown, label, hint };
  switch (kind) {
    case 'lines':
      return <TextArea {...words} rows={3} />;
    case 'choice':
      return <Select {...words} options={options} />;
    case 'ticks':
      return <Ticks {...words} options={options} />;
    case 'file': {
      const { defaultValue: _, ...asked } = words;
      return <TextInput {...asked} type="file" accept=".xlsx,.csv" />;
    }
    case 'line':
      return <TextInput {...words} />;
    case 'number':
      return <TextInput {...words} inputMode="numeric" />;
    default:
      return <TextInput {...words} type={kind} />;
  }
}

/** Several of a few. What is ticked arrives as one name with several values. */
function Ticks({ options, defaultValue, ...asked }: Shown & { label: string; hint?: string; options: Options }) {
  const ticked = defaultValue.split(',');
  return (
    <FieldGroup {...asked}>
      <div className="options" key={defaultValue}>
        {options.map(({ value, label }, index) => (
          <label className="option" key={value}>
            <input
              type="checkbox"
              name={asked.name}
              value={value}
              id={index === 0 ? asked.id : `${asked.id}-${value}`}
              defaultChecked={ticked.includes(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
type Options = NonNullable<SettingField['options']>;
