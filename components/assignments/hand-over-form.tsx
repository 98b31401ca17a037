'use client';

import { Select } from '#components/ui/choices.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FieldGroup } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { handOverAll } from '#lib/assignments/mutations.ts';

type Option = { value: string; label: string };
type Props = {
  hidden: Record<string, string>;
  today: string;
  people: readonly Option[];
  /** What they lead and deputise, one box each. */
  things: readonly Option[];
  /** "12 actions still to be done"; empty when there are none. */
  actions: string;
};

/** Everything that a person holds goes to somebody else in one go; a tick taken away leaves a thing where it is. */
export function HandOverForm({ hidden, today, people, things, actions }: Props) {
  const { state, formAction, field, errorFor } = useFormAction(handOverAll);
  const kept = state?.values.thing?.split(',');
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FieldGroup
        name="thing"
        label="What is handed over?"
        hint="Everything, unless you take a tick away."
        error={errorFor('thing')}
      >
        <div className="options">
          {things.map(({ value, label }, at) => (
            <label className="option" key={value}>
              <input
                type="checkbox"
                name="thing"
                value={value}
                id={at === 0 ? 'thing' : undefined}
                defaultChecked={kept ? kept.includes(value) : !state}
              />
              {label}
            </label>
          ))}
          {actions && (
            <label className="option">
              <input
                type="checkbox"
                name="actions"
                value="all"
                id={things.length === 0 ? 'thing' : undefined}
                defaultChecked={state ? state.values.actions === 'all' : true}
              />
              {actions}
            </label>
          )}
        </div>
      </FieldGroup>
      <Select {...field('to')} label="To whom?" options={[{ value: '', label: 'Choose somebody' }, ...people]} />
      <TextInput
        {...field('startsOn', today)}
        type="date"
        label="From which day?"
        hint="From this day it is theirs. What was said before stays as it was."
      />
      <SubmitButton sending="Handing over…">Hand over</SubmitButton>
    </form>
  );
}
