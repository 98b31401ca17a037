'use client';

import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { addActionLink } from '#lib/actions/mutations.ts';

/** A link that shows that the action was done, or how far it is. */
export function LinkForm({ hidden }: { hidden: Record<string, string> }) {
  const { state, formAction, field } = useFormAction(addActionLink);
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextInput {...field('title')} label="What the link shows" />
      <TextInput {...field('url')} type="url" inputMode="url" label="Address" hint="It begins with https://" />
      <SubmitButton look="secondary" sending="Adding…">
        Add this link
      </SubmitButton>
    </form>
  );
}
