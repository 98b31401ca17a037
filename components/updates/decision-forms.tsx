'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextArea } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { approveUpdate, publishUpdate, returnUpdate } from '#lib/updates/mutations.ts';

type Props = {
  state: 'submitted' | 'approved';
  fields: { council: string; update: string; version: string };
  /** One for each form. */
  keys: { approve: string; sendBack: string };
};

/** What the administrator may do with an update: let it pass, or ask for a change. */
export function DecisionForms({ state, fields, keys }: Props) {
  const back = useFormAction(returnUpdate);
  return (
    <>
      <ActionForm action={state === 'submitted' ? approveUpdate : publishUpdate}>
        <Hidden fields={{ ...fields, idempotencyKey: keys.approve }} />
        <div className="actions">
          {state === 'submitted' ? (
            <>
              <SubmitButton name="publish" value="1" sending="Publishing…">
                Approve and publish
              </SubmitButton>
              <SubmitButton look="secondary" name="publish" value="" sending="Approving…">
                Approve
              </SubmitButton>
            </>
          ) : (
            <SubmitButton sending="Publishing…">Publish</SubmitButton>
          )}
        </div>
      </ActionForm>
      <h2>Or return it to the lead</h2>
      <form action={back.formAction} className="form" noValidate>
        <ErrorSummary state={back.state} />
        <Hidden fields={{ ...fields, idempotencyKey: keys.sendBack }} />
        <TextArea
          {...back.field('comment')}
          label="What should change?"
          hint="The lead sees this at the top of the form. It is never published."
        />
        <SubmitButton look="secondary" sending="Returning…">
          Return with this comment
        </SubmitButton>
      </form>
    </>
  );
}

function Hidden({ fields }: { fields: Record<string, string> }) {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
