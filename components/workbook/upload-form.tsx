'use client';

import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import type { FormAction } from '#lib/form-state.ts';

type Props = {
  action: FormAction;
  hidden: Record<string, string>;
  /** What the button says: what the file would do is shown before it is done. */
  label: string;
};

/** Sends a workbook to be looked at. Each problem in it is a line of the summary, and begins with its place. */
export function UploadForm({ action, hidden, label }: Props) {
  const { state, formAction, errorFor } = useFormAction(action);
  const ids = Object.fromEntries(Object.keys(state?.errors ?? {}).map((name) => [name, 'file']));
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} ids={ids} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextInput
        name="file"
        type="file"
        accept=".xlsx,.csv"
        label="The workbook that you filled in"
        hint="An Excel workbook (.xlsx) or a CSV file, up to 5 MB."
        error={errorFor('file')}
      />
      <p className="actions">
        <SubmitButton sending="Reading the file…">{label}</SubmitButton>
      </p>
    </form>
  );
}
