'use client';

import { Select } from '#components/ui/choices.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { reassignActions } from '#lib/actions/mutations.ts';

type Option = { value: string; label: string };
type Props = {
  hidden: Record<string, string>;
  matching: number;
  owners: readonly Option[];
  organisations: readonly Option[];
  /** The list, with a box before each action that may be given away. */
  children: React.ReactNode;
};

/** Gives the actions with a tick, or every one that the filter leaves, to somebody else. Works without a script. */
export function ReassignForm({ hidden, matching, owners, organisations, children }: Props) {
  const { state, formAction, field } = useFormAction(reassignActions);
  const kept = (state?.values.action ?? '').split(',').filter(Boolean);
  const asItIs = [
    { value: '', label: 'As it is' },
    { value: 'none', label: 'Nobody' },
  ];
  return (
    <form action={formAction} noValidate>
      <ErrorSummary state={state} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {kept.length > 0 && (
        <p className="notice">
          The {kept.length} chosen before are still chosen.
          {kept.map((id) => (
            <input key={id} type="hidden" name="action" value={id} />
          ))}
        </p>
      )}
      <div id="action">{children}</div>
      <fieldset className="field no-print">
        <legend className="label">Give to somebody else</legend>
        <p className="hint">Tick actions in the list first.</p>
        <div className="grid items-end gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          <Select {...field('owner')} id="new-owner" label="New owner" options={[...asItIs, ...owners]} />
          <Select
            {...field('organisation')}
            id="new-organisation"
            label="New organisation"
            options={[...asItIs, ...organisations]}
          />
        </div>
        <label className="option">
          <input type="checkbox" name="all" value="1" defaultChecked={state?.values.all === '1'} />
          All {matching} that match, on every page, ticked or not
        </label>
        <div className="actions">
          <SubmitButton look="secondary" sending="Giving…">
            Give to somebody else
          </SubmitButton>
        </div>
      </fieldset>
    </form>
  );
}
