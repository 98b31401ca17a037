'use client';

import { Select } from '#components/ui/choices.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { makeReport } from '#lib/reports/mutations.ts';

/** Begins a report: the year is all that is asked; the title and everything else is filled in from there. */
export function MakeReportForm({
  council,
  idempotencyKey,
  years,
}: {
  council: string;
  idempotencyKey: string;
  years: { value: string; label: string }[];
}) {
  const { state, formAction, field } = useFormAction(makeReport);
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="council" value={council} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Select
        {...field('year', years[0]?.value)}
        label="Which year?"
        hint="Years of the strategy that have begun. The report is titled for you; you can change the title."
        options={years}
      />
      <SubmitButton sending="Making…">Make the annual report</SubmitButton>
    </form>
  );
}
