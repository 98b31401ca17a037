/** What every field has. `theirs` is what somebody else saved while this form was open. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  theirs?: string;
  /** Only where one page holds two forms with the same names; the error summary links to the name. */
  id?: string;
};

/** The hint and the error of a field, as a screen reader is told of them. */
export function describedBy(id: string, { hint, error }: { hint?: string; error?: string }): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

function Words({ id, hint, error }: { id: string; hint?: string; error?: string }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <span className="hidden-words">Error: </span>
          {error}
        </p>
      )}
    </>
  );
}

function Theirs({ theirs }: { theirs?: string }) {
  return theirs === undefined ? null : (
    <p className="theirs">
      <b>Somebody else saved meanwhile:</b> {theirs || '(nothing)'}
    </p>
  );
}

/** A label, its hint and its error around one control. */
export function Field({
  name,
  id = name,
  label,
  hint,
  error,
  theirs,
  children,
}: FieldProps & { children: React.ReactNode }) {
  return (
    <div className={error ? 'field field-error' : 'field'}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <Words id={id} hint={hint} error={error} />
      {children}
      <Theirs theirs={theirs} />
    </div>
  );
}

/** The same around several controls that answer one question. */
export function FieldGroup({
  name,
  id = name,
  label,
  hint,
  error,
  theirs,
  children,
}: FieldProps & { children: React.ReactNode }) {
  return (
    <fieldset className={error ? 'field field-error' : 'field'} aria-describedby={describedBy(id, { hint, error })}>
      <legend className="label">{label}</legend>
      <Words id={id} hint={hint} error={error} />
      {children}
      <Theirs theirs={theirs} />
    </fieldset>
  );
}
