'use client';

import { Radios, Select } from '#components/ui/choices.tsx';
import { Details } from '#components/ui/details.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextArea, TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { addAction, changeAction } from '#lib/actions/mutations.ts';

type Option = { value: string; label: string };
export type ActionOptions = Record<'people' | 'organisations' | 'meetings' | 'actions' | 'statuses', readonly Option[]>;
type Props = {
  /** Council, key, and the action with its version or the commitment. */
  hidden: Record<string, string>;
  isNew: boolean;
  saved: Record<string, string>;
  options: ActionOptions;
};

/** Everything about an action. Two people who change it at once each see what the other wrote. */
export function ActionForm({ hidden, isNew, saved, options }: Props) {
  const { state, formAction, field } = useFormAction(isNew ? addAction : changeAction);
  const theirs = state?.theirs;
  const labelOf = (list: readonly Option[], value?: string) => list.find((one) => one.value === value)?.label;
  const of = (name: string, list?: readonly Option[]) => {
    const text = theirs?.[name];
    const differs = text !== undefined && text !== state?.values[name];
    return {
      ...field(name, saved[name]),
      theirs: differs ? ((list && labelOf(list, text)) ?? text) : undefined,
    };
  };
  const choose = (name: string, list: readonly Option[], none: string) => {
    const all = [{ value: '', label: none }, ...list];
    return { ...of(name, all), options: all };
  };
  const waits = ['days', 'meeting', 'waitsFor'].some(
    (name) => saved[name] || state?.values[name] || state?.errors[name],
  );
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      {Object.entries({ ...hidden, ...(theirs?.version && { version: theirs.version }) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextInput {...of('title')} label="What is to be done?" hint="One step that somebody can finish." />
      <Select {...choose('owner', options.people, 'Nobody yet')} label="Who does it?" />
      <Select {...choose('organisation', options.organisations, 'None')} label="For which organisation?" />
      <TextInput
        {...of('dueOn')}
        type="date"
        label="Due on"
        hint="Leave it empty when the day hangs on something else."
      />
      <Details summary="It hangs on a meeting or another action" open={waits}>
        <Select
          {...choose('waitsFor', options.actions, 'Nothing')}
          label="It waits for"
          hint="It cannot be done before that is done or dropped."
        />
        <TextInput
          {...of('days')}
          inputMode="numeric"
          label="Due so many working days after"
          hint="A number, instead of a day. Bank holidays are left out."
        />
        <Select {...choose('meeting', options.meetings, 'What it waits for')} label="After what?" />
      </Details>
      <Radios {...of('status', options.statuses)} label="Where does it stand?" options={options.statuses} />
      <TextInput
        {...of('completedOn')}
        type="date"
        label="Done on"
        hint="Only for what is done. Leave it empty for today."
      />
      <TextArea {...of('notes')} label="Notes" hint="For those who work on it. Never name or describe one child." />
      <div className="actions">
        <SubmitButton sending="Saving…">
          {isNew ? 'Add this action' : theirs ? 'Save mine over theirs' : 'Save'}
        </SubmitButton>
      </div>
    </form>
  );
}
