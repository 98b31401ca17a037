import type { ComponentProps } from 'react';
import { describedBy, Field, type FieldProps } from '#components/ui/field.tsx';

type Rest<Element extends 'input' | 'textarea'> = Omit<ComponentProps<Element>, keyof FieldProps | 'className'>;

/** One line of text. */
export function TextInput({ name, id = name, label, hint, error, theirs, ...rest }: FieldProps & Rest<'input'>) {
  return (
    <Field {...{ name, id, label, hint, error, theirs }}>
      <input
        type="text"
        {...rest}
        id={id}
        name={name}
        className="control"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </Field>
  );
}

/** Several lines; it grows with what is typed where the browser can. */
export function TextArea({ name, id = name, label, hint, error, theirs, ...rest }: FieldProps & Rest<'textarea'>) {
  return (
    <Field {...{ name, id, label, hint, error, theirs }}>
      <textarea
        rows={4}
        {...rest}
        id={id}
        name={name}
        className="control"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </Field>
  );
}
