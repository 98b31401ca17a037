'use client';

import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FieldGroup } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextArea, TextInput } from '#components/ui/text-input.tsx';
import { type FormAction, useFormAction } from '#components/ui/use-form-action.ts';

type Region = { field: string; name: string; councils: readonly { code: string; name: string }[] };

type Props = {
  action: FormAction;
  hidden: Record<string, string>;
  regions: readonly Region[];
  /** How many may be chosen, in words. */
  limits: string;
};

/** The councils of England region by region, folded: nobody looks for a neighbour in all of them. */
export function ChoiceForm({ action, hidden, regions, limits }: Props) {
  const { state, formAction, field, errorFor, valueFor } = useFormAction(action);
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextInput
        {...field('name')}
        label="Name of the set"
        hint="It stands beside every mean, such as “South coast cities”."
      />
      <TextArea {...field('reason')} label="Why these councils" rows={3} />
      <div id="regions" tabIndex={-1}>
        <FieldGroup name="regions" label="Councils" hint={limits} error={errorFor('regions')}>
          {regions.map((region) => (
            <RegionTicks key={region.field} region={region} ticked={valueFor(region.field).split(',')} />
          ))}
        </FieldGroup>
      </div>
      <p className="actions">
        <SubmitButton sending="Sending…">Compare with these from today</SubmitButton>
      </p>
    </form>
  );
}

function RegionTicks({ region: { field, name, councils }, ticked }: { region: Region; ticked: readonly string[] }) {
  const chosen = ticked.filter(Boolean);
  return (
    <details key={chosen.join(',')} open={chosen.length > 0}>
      <summary>{name}</summary>
      <fieldset className="options" aria-label={name}>
        {councils.map((council) => (
          <label className="option" key={council.code}>
            <input
              type="checkbox"
              name={field}
              value={council.code}
              id={`${field}-${council.code}`}
              defaultChecked={chosen.includes(council.code)}
            />
            {council.name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
