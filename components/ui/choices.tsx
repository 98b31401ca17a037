import { describedBy, Field, FieldGroup, type FieldProps } from '#components/ui/field.tsx';
import { StatusTag, type TagKind } from '#components/ui/status-tag.tsx';

type Option = { value: string; label: string; hint?: string; tag?: TagKind };
type ChoiceProps = FieldProps & { options: readonly Option[]; defaultValue?: string };

/**
 * A native list. React resets a select to its first option after an action, whatever its default is:
 * the key makes it anew when the kept value changes.
 */
export function Select({ name, id = name, label, hint, error, theirs, options, defaultValue }: ChoiceProps) {
  return (
    <Field {...{ name, id, label, hint, error, theirs }}>
      <select
        key={defaultValue}
        defaultValue={defaultValue}
        id={id}
        name={name}
        className="control"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** One of a few, each a big box with its own hint; a status is shown as its tag. The first has the field's id, so an error link reaches it. */
export function Radios({ name, id = name, label, hint, error, theirs, options, defaultValue }: ChoiceProps) {
  return (
    <FieldGroup {...{ name, id, label, hint, error, theirs }}>
      <div className="options" key={defaultValue}>
        {options.map((option, i) => (
          <label className="option" key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              id={i === 0 ? id : `${id}-${option.value}`}
              defaultChecked={option.value === defaultValue}
            />
            {option.tag ? <StatusTag kind={option.tag} label={option.label} /> : option.label}
            {option.hint && <small>{option.hint}</small>}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
