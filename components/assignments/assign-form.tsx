'use client';

import { Radios, Select } from '#components/ui/choices.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { assign } from '#lib/assignments/mutations.ts';

type Option = { value: string; label: string };
type Props = {
  hidden: Record<string, string>;
  today: string;
  people: readonly Option[];
  /** "Owner" for an action. */
  leadWord: string;
  /** True when somebody holds it already, so that the new one may take their place. */
  hasHolder: boolean;
};

/** Makes somebody lead or deputy from a day. */
export function AssignForm({ hidden, today, people, leadWord, hasHolder }: Props) {
  const { state, formAction, field } = useFormAction(assign);
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select {...field('person')} label="Who?" options={[{ value: '', label: 'Choose somebody' }, ...people]} />
      <Radios
        {...field('kind', 'lead')}
        label="As what?"
        options={[
          { value: 'lead', label: leadWord, hint: 'Answers for it' },
          { value: 'deputy', label: 'Deputy', hint: 'Stands in' },
        ]}
      />
      <TextInput {...field('startsOn', today)} type="date" label="From which day?" />
      {hasHolder && (
        <p className="field">
          <label className="option">
            <input
              type="checkbox"
              name="instead"
              value="1"
              defaultChecked={state ? state.values.instead === '1' : true}
            />
            Instead of whoever is that now; theirs ends the day before
          </label>
        </p>
      )}
      <SubmitButton sending="Saving…">Save</SubmitButton>
    </form>
  );
}
