'use client';

import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextArea } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { withdrawRelease } from '#lib/releases/mutations.ts';

/** Takes an edition out of sight, for a reason that everybody will read. */
export function WithdrawForm(props: { council: string; release: string; idempotencyKey: string }) {
  const { state, formAction, field } = useFormAction(withdrawRelease);
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="council" value={props.council} />
      <input type="hidden" name="release" value={props.release} />
      <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
      <TextArea
        {...field('reason')}
        label="Why is it withdrawn?"
        hint="The page will say this, and the day, to everybody who comes to its address."
      />
      <SubmitButton sending="Withdrawing…" look="secondary">
        Withdraw this edition
      </SubmitButton>
    </form>
  );
}
