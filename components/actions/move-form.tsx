'use client';

import { Radios } from '#components/ui/choices.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { moveAction } from '#lib/actions/mutations.ts';

type Props = {
  hidden: Record<string, string>;
  status: string;
  completedOn: string;
  statuses: readonly { value: string; label: string }[];
};

/** Where an action stands, said by whoever does it. */
export function MoveForm({ hidden, status, completedOn, statuses }: Props) {
  const { state, formAction, field } = useFormAction(moveAction);
  const theirs = state?.theirs;
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      {Object.entries({ ...hidden, ...(theirs?.version && { version: theirs.version }) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Radios {...field('status', status)} theirs={undefined} label="Where does it stand?" options={statuses} />
      <TextInput
        {...field('completedOn', completedOn)}
        type="date"
        label="Done on"
        hint="Only for what is done. Leave it empty for today."
      />
      <SubmitButton sending="Saving…">Save where it stands</SubmitButton>
    </form>
  );
}
