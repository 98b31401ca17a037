'use client';

import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { recordTable } from '#lib/indicators/breakdowns/mutations.ts';

type Place = { name: string; label: string; first: string; second: string };
type Props = { hidden: Record<string, string>; places: readonly Place[]; isShare: boolean };

/** The cells of a table as a list of lines, each with one box or two: it reads the same on a phone and aloud. */
export function TableForm({ hidden, places, isShare }: Props) {
  const { state, formAction, valueFor, errorFor } = useFormAction(recordTable);
  const carried = { ...hidden, ...(state?.theirs?.shown && { shown: state.theirs.shown }) };
  return (
    <form action={formAction} noValidate>
      <ErrorSummary state={state} />
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <table className="table table-stack">
        <caption className="hidden-words">The parts</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">{isShare ? 'How many' : 'Value'}</th>
            {isShare && <th scope="col">Out of how many</th>}
          </tr>
        </thead>
        <tbody>
          {places.map(({ name, label, first, second }) => (
            <tr key={name}>
              <th scope="row">
                {label}
                {[errorFor(`n${name}`), errorFor(`d${name}`)].map(
                  (error) =>
                    error && (
                      <p className="error" key={error}>
                        {error}
                      </p>
                    ),
                )}
              </th>
              <td data-label={isShare ? 'How many' : 'Value'}>
                <input
                  className="control"
                  id={`n${name}`}
                  name={`n${name}`}
                  inputMode="numeric"
                  aria-label={`${label}: ${isShare ? 'how many' : 'value'}`}
                  aria-invalid={errorFor(`n${name}`) ? true : undefined}
                  defaultValue={valueFor(`n${name}`, first)}
                />
              </td>
              {isShare && (
                <td data-label="Out of how many">
                  <input
                    className="control"
                    id={`d${name}`}
                    name={`d${name}`}
                    inputMode="numeric"
                    aria-label={`${label}: out of how many`}
                    aria-invalid={errorFor(`d${name}`) ? true : undefined}
                    defaultValue={valueFor(`d${name}`, second)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="actions">
        <SubmitButton sending="Recording…">Record the table</SubmitButton>
      </p>
    </form>
  );
}
