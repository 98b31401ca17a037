'use client';

import { Radios } from '#components/ui/choices.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { confirmDirection } from '#lib/strategies/mutations.ts';
import { directionWords } from '#lib/strategies/words.ts';

type Props = {
  council: string;
  idempotencyKey: string;
  strategy: string;
  measure: string;
  version: number;
  confirmed: string;
};

/** An officer says which way a measure is meant to go. */
export function ConfirmForm({ council, idempotencyKey, strategy, measure, version, confirmed }: Props) {
  const { state, formAction, field } = useFormAction(confirmDirection);
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="council" value={council} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="strategy" value={strategy} />
      <input type="hidden" name="ref" value={measure} />
      <input type="hidden" name="version" value={version} />
      <Radios
        {...field('confirmedDirection', confirmed)}
        label="Which way is it meant to go?"
        hint="What was printed stays beside your answer, and your name with it."
        options={Object.entries(directionWords).map(([value, label]) => ({ value, label }))}
      />
      <SubmitButton sending="Confirming…">Confirm the direction</SubmitButton>
    </form>
  );
}
