'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { hideWords, showWords } from '#lib/voice/mutations.ts';

type Props = {
  words: {
    id: string;
    why: string;
    promise: { number: number; plainTitle: string };
    link: { groupName: string } | null;
  };
  fields: { council: string; rating: string; words: string };
  keys: { show: string; hide: string };
  /** What in them could point at somebody, as lib/guard finds it. */
  careful: readonly string[];
};

/** Words that wait: what was written, of which promise, by which group; show them, or hide them for a reason. */
export function WordsForm({ words: { id, why, promise, link }, fields, keys, careful }: Props) {
  const hide = useFormAction(hideWords);
  const reason = `reason-${id}`;
  return (
    <article className="border-t-2 pt-4 pb-6">
      <h3>
        Promise {promise.number}: {promise.plainTitle}
      </h3>
      <p className="soft">{link ? `Somebody of ${link.groupName}` : 'A representative'}</p>
      <blockquote className="quote">
        <p dir="auto" className="whitespace-pre-line wrap-anywhere">
          {why}
        </p>
      </blockquote>
      {careful.length > 0 && (
        <>
          <p>Look twice. This could point at somebody:</p>
          <ul>
            {careful.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <ActionForm action={showWords}>
        <Hidden fields={{ ...fields, idempotencyKey: keys.show }} />
        <p className="actions">
          <SubmitButton sending="Showing…">
            Show these words<span className="hidden-words"> about promise {promise.number}</span>
          </SubmitButton>
        </p>
      </ActionForm>
      <form action={hide.formAction} className="form" noValidate>
        <ErrorSummary state={hide.state} ids={{ reason }} />
        <Hidden fields={{ ...fields, idempotencyKey: keys.hide }} />
        <TextInput {...hide.field('reason')} id={reason} label="Or hide them, because" />
        <SubmitButton look="secondary" sending="Hiding…">
          Hide these words<span className="hidden-words"> about promise {promise.number}</span>
        </SubmitButton>
      </form>
    </article>
  );
}

function Hidden({ fields }: { fields: Record<string, string> }) {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
