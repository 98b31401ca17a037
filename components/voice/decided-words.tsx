import { ActionForm } from '#components/ui/action-form.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { Table } from '#components/ui/table.tsx';
import { HiddenFields } from '#components/updates/hidden-fields.tsx';
import { hideWords, showWords } from '#lib/voice/mutations.ts';
import type { Words } from '#lib/voice/queries.ts';

/** What was decided lately. A decision can be turned round: what was shown by mistake is hidden at once. */
export function DecidedWords({ decided, council }: { decided: readonly Words[]; council: string }) {
  return (
    <>
      <h2>Decided lately</h2>
      <Table
        stack
        caption="Words that were shown or hidden, the latest first"
        hideCaption
        columns={[
          { label: 'Words' },
          { label: 'Promise', number: true },
          { label: 'Decision' },
          { label: 'Change it', keep: true },
        ]}
        rows={decided.map((words) => ({
          key: words.id,
          cells: [
            <span key="words" dir="auto" className="font-normal wrap-anywhere">
              {words.why}
            </span>,
            words.promise.number,
            words.moderation === 'shown'
              ? `Shown, by ${words.moderatedBy?.name}`
              : `Hidden, by ${words.moderatedBy?.name}: ${words.moderationReason}`,
            <Turn key="turn" words={words} council={council} />,
          ],
        }))}
      />
    </>
  );
}

function Turn({ words: { id, why, moderation }, council }: { words: Words; council: string }) {
  const fields = { council, rating: id, words: why };
  return moderation === 'shown' ? (
    <ActionForm action={hideWords}>
      <HiddenFields {...fields} reason="Shown before, hidden after a second look" />
      <SubmitButton look="link" sending="Hiding…">
        Hide after all
      </SubmitButton>
    </ActionForm>
  ) : (
    <ActionForm action={showWords}>
      <HiddenFields {...fields} />
      <SubmitButton look="link" sending="Showing…">
        Show after all
      </SubmitButton>
    </ActionForm>
  );
}
