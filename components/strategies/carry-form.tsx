'use client';

import { Select } from '#components/ui/choices.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { carryOver } from '#lib/strategies/mutations.ts';

type Props = {
  council: string;
  idempotencyKey: string;
  strategy: string;
  commitment: string;
  next: { key: string; title: string; priorities: { key: string; title: string }[] };
};

/** Puts a commitment into the strategy that comes after its own. */
export function CarryForm({ council, idempotencyKey, strategy, commitment, next }: Props) {
  const { state, formAction, field } = useFormAction(carryOver);
  return (
    <form className="form" action={formAction} noValidate>
      <h2>Carry it over to {next.title}</h2>
      <ErrorSummary state={state} ids={{ priority: 'carry-priority' }} />
      <input type="hidden" name="council" value={council} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="strategy" value={strategy} />
      <input type="hidden" name="ref" value={commitment} />
      <input type="hidden" name="next" value={next.key} />
      <Select
        {...field('priority', next.priorities[0]?.key)}
        id="carry-priority"
        label="Priority of the next strategy"
        options={next.priorities.map(({ key, title }) => ({ value: key, label: title }))}
      />
      <SubmitButton look="secondary" sending="Carrying over…">
        Carry {commitment} over
      </SubmitButton>
    </form>
  );
}
