'use client';

import { Checkboxes } from '#components/ui/checkboxes.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextArea, TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { saveReleaseDraft } from '#lib/releases/mutations.ts';

type Option = { value: string; label: string };

type Props = {
  council: string;
  idempotencyKey: string;
  /** Empty for a new one. */
  draft: {
    id: string;
    version: number;
    title: string;
    slug: string;
    text: string;
    indicators: string[];
    breakdowns: string[];
  };
  indicators: Option[];
  breakdowns: Option[];
};

const chosenIn = (typed: string) => typed.split(',').filter(Boolean);

/** Which figures, under which title. Saving shows the page as it will be; nothing is released from here. */
export function DraftForm({ council, idempotencyKey, draft, indicators, breakdowns }: Props) {
  const { state, formAction, field, errorFor, valueFor } = useFormAction(saveReleaseDraft);
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="council" value={council} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="draft" value={draft.id} />
      <input type="hidden" name="version" value={draft.version} />
      <TextInput {...field('title', draft.title)} label="Title of the page" autoComplete="off" />
      <TextInput
        {...field('slug', draft.slug)}
        label="Address of the page (optional)"
        hint="Made from the title when you leave it empty. An address that was released before gets a new edition."
        autoComplete="off"
      />
      <TextArea
        {...field('text', draft.text)}
        label="Text above the figures (optional)"
        hint="What they say, in plain words. An empty line begins a new paragraph. Never a small number of children."
        rows={8}
      />
      <Checkboxes
        name="indicators"
        label="Figures"
        error={errorFor('indicators')}
        options={indicators}
        chosen={chosenIn(valueFor('indicators', draft.indicators.join(',')))}
      />
      {breakdowns.length > 0 && (
        <Checkboxes
          name="breakdowns"
          label="Breakdowns of these figures (optional)"
          hint="A breakdown is published only together with its figure."
          error={errorFor('breakdowns')}
          options={breakdowns}
          chosen={chosenIn(valueFor('breakdowns', draft.breakdowns.join(',')))}
        />
      )}
      <SubmitButton sending="Saving…">Save and see the page</SubmitButton>
    </form>
  );
}
