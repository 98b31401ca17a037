import { ActionForm } from '#components/ui/action-form.tsx';
import { Details } from '#components/ui/details.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { removeRow } from '#lib/strategies/mutations.ts';

type Props = { council: string; strategy: string; noun: string; name: string; version: number };

/** Takes out a row that was entered by mistake. */
export function RemoveForm({ council, strategy, noun, name, version }: Props) {
  return (
    <Details summary={`Take this ${noun} out of the strategy`}>
      <ActionForm action={removeRow}>
        <input type="hidden" name="council" value={council} />
        <input type="hidden" name="idempotencyKey" value={crypto.randomUUID()} />
        <input type="hidden" name="strategy" value={strategy} />
        <input type="hidden" name="noun" value={noun} />
        <input type="hidden" name="name" value={name} />
        <input type="hidden" name="version" value={version} />
        <p>Only where it was entered by mistake: nothing can be taken out once anything rests on it.</p>
        <SubmitButton look="warning" sending="Taking out…">
          Take it out
        </SubmitButton>
      </ActionForm>
    </Details>
  );
}
