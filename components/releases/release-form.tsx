import { ActionForm } from '#components/ui/action-form.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { releaseFigures, removeReleaseDraft } from '#lib/releases/mutations.ts';

type Props = { council: string; draft: string; shown: string; edition: number; isReady: boolean };

/** Makes public what the preview shows, or takes it back. */
export function ReleaseForm({ council, draft, shown, edition, isReady }: Props) {
  return (
    <>
      <h2>{isReady ? 'Release it' : 'Not ready yet'}</h2>
      {isReady && (
        <ActionForm action={releaseFigures}>
          <input type="hidden" name="council" value={council} />
          <input type="hidden" name="draft" value={draft} />
          <input type="hidden" name="shown" value={shown} />
          <input type="hidden" name="idempotencyKey" value={crypto.randomUUID()} />
          <p>
            From then on anybody can read it, and what was read cannot be taken back. It stays as it is; what changes
            later goes into the next edition.
          </p>
          <p className="actions">
            <SubmitButton sending="Releasing…">Release edition {edition} to everybody</SubmitButton>
          </p>
        </ActionForm>
      )}
      <ActionForm action={removeReleaseDraft}>
        <input type="hidden" name="council" value={council} />
        <input type="hidden" name="draft" value={draft} />
        <input type="hidden" name="idempotencyKey" value={crypto.randomUUID()} />
        <p className="actions">
          <SubmitButton sending="Removing…" look="link">
            Remove it without releasing
          </SubmitButton>
        </p>
      </ActionForm>
    </>
  );
}
