'use client';

import { Radios } from '#components/ui/choices.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { chooseMail } from '#lib/messages/mutations.ts';
import { mailChoices } from '#lib/messages/rules.ts';

/** What of one's messages comes by mail as well. */
export function MailForm({ council, idempotencyKey, mail }: { council: string; idempotencyKey: string; mail: string }) {
  const { state, formAction, field } = useFormAction(chooseMail);
  const options = Object.entries(mailChoices).map(([value, words]) => ({ value, ...words }));
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="council" value={council} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Radios {...field('mail', mail)} label="What comes by mail?" options={options} />
      <SubmitButton sending="Saving…">Save</SubmitButton>
    </form>
  );
}
