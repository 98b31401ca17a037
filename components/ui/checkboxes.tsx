import { FieldGroup, type FieldProps } from '#components/ui/field.tsx';

type Props = FieldProps & { options: readonly { value: string; label: string }[]; chosen: readonly string[] };

/** Any number of many, each a line that can be pressed as a whole. The first has the field's id, so an error link reaches it. */
export function Checkboxes({ name, id = name, label, hint, error, theirs, options, chosen }: Props) {
  return (
    <FieldGroup {...{ name, id, label, hint, error, theirs }}>
      <div className="options" key={chosen.join(',')}>
        {options.map((option, i) => (
          <label className="option" key={option.value}>
            <input
              type="checkbox"
              name={name}
              value={option.value}
              id={i === 0 ? id : `${id}-${option.value}`}
              defaultChecked={chosen.includes(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
