'use client';

import { Radios } from '#components/ui/choices.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextArea } from '#components/ui/text-input.tsx';
import { type FormAction, useFormAction } from '#components/ui/use-form-action.ts';

type Props = {
  action: FormAction;
  /** What the form carries: who sends it, and a key by which the same form is known. */
  fields: Record<string, string>;
  promises: readonly { id: string; number: number; plainTitle: string; plainWords: string }[];
  options: readonly { value: string; label: string; hint: string }[];
  /** What was said before, by field name. */
  saved?: Record<string, string>;
};

/** Every promise with its four answers and room to say why; each may be left out. */
export function RatingForm({ action, fields, promises, options, saved = {} }: Props) {
  const { state, formAction, field } = useFormAction(action);
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {promises.map(({ id, number, plainTitle, plainWords }) => (
        <section key={id} aria-labelledby={`promise-${number}`}>
          <h2 id={`promise-${number}`}>
            {number}. {plainTitle}
          </h2>
          <p className="text-lg">{plainWords}</p>
          <Radios
            {...field(`rating-${id}`, saved[`rating-${id}`])}
            label={`Do we keep promise ${number}?`}
            options={options}
          />
          <TextArea
            {...field(`why-${id}`, saved[`why-${id}`])}
            label={`Why do you say so about promise ${number}?`}
            hint="You can leave this out. Do not write names."
            dir="auto"
            rows={2}
          />
        </section>
      ))}
      <SubmitButton>Send what I think</SubmitButton>
    </form>
  );
}
