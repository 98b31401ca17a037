'use client';

import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { endAssignment, recordLeaving } from '#lib/assignments/mutations.ts';

type Props = {
  does: 'endAssignment' | 'recordLeaving';
  hidden: Record<string, string>;
  /** The field, its id on a page with several, and what it says. */
  name: 'endsOn' | 'leftOn';
  id: string;
  label: string;
  hint?: string;
  today: string;
  button: string;
};

/** A last day: of somebody's lead, or of somebody here. */
export function DayForm({ does, hidden, name, id, label, hint, today, button }: Props) {
  const { state, formAction, field } = useFormAction(does === 'endAssignment' ? endAssignment : recordLeaving);
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} ids={{ [name]: id }} />
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <TextInput {...field(name, today)} id={id} type="date" label={label} hint={hint} />
      <SubmitButton look="secondary" sending="Saving…">
        {button}
      </SubmitButton>
    </form>
  );
}
