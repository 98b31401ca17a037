'use client';

import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextArea, TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { reopenRound } from '#lib/rounds/mutations.ts';

type Props = { council: string; round: string; idempotencyKey: string; untilOn: string };

/** Takes late updates into a closed round: until when, and why. */
export function ReopenForm({ council, round, idempotencyKey, untilOn }: Props) {
  const { state, formAction, field } = useFormAction(reopenRound);
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="council" value={council} />
      <input type="hidden" name="round" value={round} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <TextArea
        {...field('reason')}
        label="Why is the round opened again?"
        hint="This is kept with the round, with your name."
        rows={3}
      />
      <TextInput {...field('untilOn', untilOn)} type="date" label="Take updates until the end of" />
      <SubmitButton sending="Opening…">Open the round again</SubmitButton>
    </form>
  );
}
