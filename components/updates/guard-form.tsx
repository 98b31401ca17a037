'use client';

import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { answerGuard } from '#lib/guard/mutations.ts';

/** Why something that was found is safe. A page may hold several, so each has an id of its own. */
export function GuardForm({ fields, words }: { fields: Record<string, string> & { finding: string }; words: string }) {
  const { state, formAction, field } = useFormAction(answerGuard);
  const id = `reason-${fields.finding.slice(0, 12)}`;
  return (
    <form action={formAction} className="form" noValidate>
      <ErrorSummary state={state} ids={{ reason: id }} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextInput {...field('reason')} id={id} label={`Why “${words}” cannot point at a child`} />
      <SubmitButton look="secondary" sending="Saving…">
        It is safe, for this reason
      </SubmitButton>
    </form>
  );
}
