'use client';

import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { type FormAction, useFormAction } from '#components/ui/use-form-action.ts';
import type { FormState } from '#lib/form-state.ts';

/**
 * A form whose fields, if any, are hidden: approve, publish, freeze. One with fields to type in is a client
 * component of its own that calls useFormAction, so that the fields can show what was typed.
 */
export function ActionForm({
  action,
  initial = null,
  children,
}: {
  action: FormAction;
  initial?: FormState;
  children: React.ReactNode;
}) {
  const { state, formAction } = useFormAction(action, initial);
  return (
    <form action={formAction} noValidate>
      <ErrorSummary state={state} />
      {children}
    </form>
  );
}
