'use client';

import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextArea } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { writeAnswer } from '#lib/voice/mutations.ts';

type Props = { fields: Record<string, string>; words: string; mayPublish: boolean };

/** Writes the answer; who may publish does it from here. */
export function AnswerForm({ fields, words, mayPublish }: Props) {
  const { state, formAction, field } = useFormAction(writeAnswer);
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextArea
        {...field('words', words)}
        label="Our answer"
        hint={`Everybody can read it, young people too. Once published it stays as it is.${mayPublish ? '' : ' The administrator publishes it.'}`}
        rows={6}
      />
      <div className="actions">
        {mayPublish && (
          <SubmitButton name="intent" value="publish" sending="Publishing…">
            Publish the answer
          </SubmitButton>
        )}
        <SubmitButton look={mayPublish ? 'secondary' : 'primary'} name="intent" value="save" sending="Saving…">
          Save, not published yet
        </SubmitButton>
      </div>
    </form>
  );
}
