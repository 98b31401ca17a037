'use client';

import { ReportField } from '#components/reports/report-field.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { writeReport } from '#lib/reports/mutations.ts';
import { cabinetReport, type TextField } from '#lib/reports/template.ts';

type Props = {
  council: string;
  report: string;
  idempotencyKey: string;
  version: number;
  /** Short hashes of the texts as shown: whoever saves late learns what somebody else changed. */
  marks: string;
  texts: Record<string, string>;
};

const { header, sections, signature, appendices, documents, outcome } = cabinetReport;

const groups: { title: string; fields: TextField[] }[] = [
  { title: 'Top of the report', fields: header },
  { title: 'Sections 1 to 7', fields: sections.map(({ field }) => field) },
  { title: 'End of the report', fields: [signature, appendices, documents, ...outcome] },
];

/** The texts that only an officer can write. Enter in a one-line field saves and previews; nothing freezes from here. */
export function TextsForm({ texts, ...props }: Props) {
  const { state, formAction, field } = useFormAction(writeReport);
  const theirs = state?.theirs;
  const taken = theirs?.taken?.split(' ') ?? [];
  const shown = (key: string) =>
    taken.includes(key) ? { ...field(key), defaultValue: theirs?.[key], theirs: undefined } : field(key, texts[key]);
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="council" value={props.council} />
      <input type="hidden" name="report" value={props.report} />
      <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
      <input type="hidden" name="version" value={theirs?.version ?? props.version} />
      <input type="hidden" name="was" value={theirs?.was ?? props.marks} />
      {groups.map(({ title, fields }) => (
        <section key={title}>
          <h2>{title}</h2>
          {fields.map((one) => (
            <ReportField key={one.key} field={one} shown={shown(one.key)} />
          ))}
        </section>
      ))}
      <div className="actions">
        <SubmitButton name="intent" value="preview" sending="Saving…">
          Save and see the preview
        </SubmitButton>
        <SubmitButton name="intent" value="stay" sending="Saving…" look="secondary">
          Save
        </SubmitButton>
      </div>
    </form>
  );
}
