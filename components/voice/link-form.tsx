'use client';

import { Select } from '#components/ui/choices.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { makeVoiceLink } from '#lib/voice/mutations.ts';

type Props = {
  council: string;
  /** Where the product is: "https://pledges.example.org". */
  site: string;
  idempotencyKey: string;
  rounds: { value: string; label: string }[];
  saved: { opensOn: string; closesOn: string };
};

/** Makes a link for a group. Its code is on this page once, and kept nowhere. */
export function LinkForm({ council, site, idempotencyKey, rounds, saved }: Props) {
  const { state, formAction, field } = useFormAction(makeVoiceLink);
  const isMade = state?.message === 'Saved';
  /** Once a link is made, the form is empty again for the next group. */
  const at = (name: string, value = '') => (isMade ? { name, defaultValue: value } : field(name, value));
  return (
    <>
      {isMade && <Made code={state.shownOnce} site={site} />}
      <form key={idempotencyKey} className="form" action={formAction} noValidate>
        <ErrorSummary state={isMade ? null : state} />
        <input type="hidden" name="council" value={council} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <TextInput {...at('groupName')} label="Which group?" hint="Such as “Care Leavers’ Forum”. Never a person." />
        <TextInput
          {...at('places')}
          label="How many people are in it?"
          hint="No more answers than this are taken."
          inputMode="numeric"
        />
        <Select {...at('round', rounds[0]?.value)} label="For which round?" options={rounds} />
        <TextInput {...at('opensOn', saved.opensOn)} label="First day" type="date" />
        <TextInput {...at('closesOn', saved.closesOn)} label="Last day" type="date" />
        <SubmitButton sending="Making…">Make the link</SubmitButton>
      </form>
    </>
  );
}

function Made({ code, site }: { code?: string; site: string }) {
  if (!code) {
    return (
      <Notice kind="warning" title="This link was made already" announce>
        <p>Its code was shown once. If it is lost, revoke the link below and make a new one.</p>
      </Notice>
    );
  }
  return (
    <Notice kind="success" title="The link is made. Copy the code now: it is not shown again." announce>
      <p className="text-lg">
        <code>{code}</code>
      </p>
      <p className="wrap-anywhere">
        The same as a link: <code>{`${site}/say/${code}`}</code>
      </p>
    </Notice>
  );
}
