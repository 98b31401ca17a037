import { ActionForm } from '#components/ui/action-form.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { HiddenFields } from '#components/updates/hidden-fields.tsx';
import { count } from '#lib/format.ts';
import { nudgeAll } from '#lib/rounds/mutations.ts';
import type { RoundPage } from '#lib/rounds/overview.ts';

/** One button for all who owe something and may be written to again. */
export function NudgeAll({ round, council, gapDays }: { round: RoundPage; council: string; gapDays: number }) {
  const owing = round.leads.filter(({ owes }) => owes > 0);
  const ready = owing.filter(({ mayBeAsked }) => mayBeAsked).length;
  if (owing.length === 0) return <p>Everybody has sent everything.</p>;
  return (
    <>
      <p>
        Pledgeboard reminds leads by itself. Nobody gets two messages of a round within {gapDays} days, from you or from
        it.
      </p>
      {ready > 0 && (
        <ActionForm action={nudgeAll}>
          <HiddenFields council={council} round={round.id} />
          <p className="actions">
            <SubmitButton sending="Asking…">
              {ready === 1 ? 'Nudge the one who owes updates' : `Nudge all ${count(ready, 'lead')} who owe updates`}
            </SubmitButton>
          </p>
        </ActionForm>
      )}
    </>
  );
}
