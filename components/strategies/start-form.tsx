'use client';

import { Checkboxes } from '#components/ui/checkboxes.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { startStrategy } from '#lib/strategies/mutations.ts';

type Priority = { title: string; commitments: { value: string; label: string }[] };
type Props = { council: string; idempotencyKey: string; from: string; startsOn: string; priorities: Priority[] };

/** A strategy begins with a title and days, and with the commitments that are carried over. */
export function StartForm({ council, idempotencyKey, from, startsOn, priorities }: Props) {
  const { state, formAction, field, valueFor } = useFormAction(startStrategy);
  const chosen = valueFor('carry').split(',');
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="council" value={council} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="from" value={from} />
      <TextInput {...field('title')} label="Title" />
      <TextInput {...field('key')} label="Name in its address" hint="Such as 2027-30. It stays as it is." />
      <TextInput {...field('startsOn', startsOn)} label="First day" type="date" />
      <TextInput {...field('endsOn')} label="Last day" type="date" />
      {from && (
        <>
          <h2>Commitments to carry over</h2>
          <p>Priorities come along. A commitment that is carried over points back to the one it carries on.</p>
        </>
      )}
      {priorities.map(
        ({ title, commitments }, i) =>
          commitments.length > 0 && (
            <Checkboxes
              key={title}
              name="carry"
              id={`carry-${i}`}
              label={title}
              options={commitments}
              chosen={chosen.filter((ref) => commitments.some(({ value }) => value === ref))}
            />
          ),
      )}
      <p className="actions">
        <SubmitButton sending="Starting…">Start this strategy</SubmitButton>
      </p>
    </form>
  );
}
