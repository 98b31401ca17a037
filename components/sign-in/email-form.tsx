'use client';

import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { requestLink } from '#lib/auth/actions.ts';
import type { FormState } from '#lib/form-state.ts';

/** Asks for a link by mail. `initial` says why an earlier attempt did not end in a sign-in. */
export function EmailForm({ to, initial }: { to: string | null; initial: FormState }) {
  const { state, formAction, field } = useFormAction(requestLink, initial);
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      {to && <input type="hidden" name="to" value={to} />}
      <TextInput
        {...field('email')}
        label="Your work email"
        hint="We send you a link that signs you in. There is no password to remember."
        type="email"
        autoComplete="email"
        spellCheck={false}
      />
      <SubmitButton>Email me a link</SubmitButton>
    </form>
  );
}
