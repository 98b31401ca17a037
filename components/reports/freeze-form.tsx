import { ActionForm } from '#components/ui/action-form.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { freezeReport } from '#lib/reports/mutations.ts';

/** Keeps what the preview shows as the next edition. */
export function FreezeForm({
  council,
  report,
  version,
  edition,
}: {
  council: string;
  report: string;
  version: number;
  edition: number;
}) {
  return (
    <ActionForm action={freezeReport}>
      <input type="hidden" name="council" value={council} />
      <input type="hidden" name="report" value={report} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="idempotencyKey" value={crypto.randomUUID()} />
      <p>
        Freezing keeps the report as it is now, as edition {edition}, for every member of the council to read. An
        edition can never be changed or deleted. What is published later goes into the next edition.
      </p>
      <p className="actions">
        <SubmitButton sending="Freezing…">Freeze as edition {edition}</SubmitButton>
      </p>
    </ActionForm>
  );
}
