import { SubmitButton } from '#components/ui/submit-button.tsx';

/** What can be done with what is typed. Where two people have saved, keeping both comes first. */
export function FormButtons({ hasNext, conflict }: { hasNext: boolean; conflict: Record<string, string> | undefined }) {
  const isDraft = conflict?.state === 'draft' || conflict?.state === 'returned';
  return (
    <div className="actions">
      {isDraft && (
        <SubmitButton name="intent" value="both" sending="Saving…">
          Keep both and go on
        </SubmitButton>
      )}
      {hasNext && !isDraft && (
        <SubmitButton name="intent" value="sendNext">
          Send and go to the next
        </SubmitButton>
      )}
      <SubmitButton name="intent" value="send" look={hasNext || isDraft ? 'secondary' : 'primary'}>
        {isDraft ? 'Send mine instead' : 'Send'}
      </SubmitButton>
      <SubmitButton name="intent" value="draft" look="link" sending="Saving…">
        {isDraft ? 'Save mine instead' : 'Save draft'}
      </SubmitButton>
      {!isDraft && (
        <SubmitButton name="intent" value="check" look="link" sending="Saving…">
          Save and check my words
        </SubmitButton>
      )}
    </div>
  );
}
