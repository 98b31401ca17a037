'use client';

import { RowFields } from '#components/strategies/row-fields.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextArea } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import type { FieldView } from '#lib/strategies/editing/queries.ts';
import { addRow, editRow } from '#lib/strategies/mutations.ts';

type Props = {
  council: string;
  idempotencyKey: string;
  strategy: string;
  noun: string;
  fields: FieldView[];
  /** Of a row that is there; a new one has none. */
  existing?: { name: string; version: number; needsReason: boolean };
};

/** One form for every row of a strategy, new or there already. */
export function RowForm({ council, idempotencyKey, strategy, noun, fields, existing }: Props) {
  const { state, formAction, field } = useFormAction(existing ? editRow : addRow);
  const version = state?.theirs?.version ?? existing?.version;
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="council" value={council} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="strategy" value={strategy} />
      <input type="hidden" name="noun" value={noun} />
      {existing && <input type="hidden" name="name" value={existing.name} />}
      {existing && <input type="hidden" name="version" value={version} />}
      <RowFields
        fields={fields}
        field={field}
        reason={
          existing && (
            <TextArea
              {...field('reason')}
              label="Why the adopted wording changes"
              hint={
                existing.needsReason
                  ? 'Needed when the wording above changes. It shows in the history, with your name and the day.'
                  : 'This strategy is still a draft, so no reason is needed yet.'
              }
            />
          )
        }
      />
      <p className="actions">
        <SubmitButton sending="Saving…">{existing ? 'Save the changes' : `Add this ${noun}`}</SubmitButton>
      </p>
    </form>
  );
}
