'use client';

import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { changeRound, makeRound } from '#lib/rounds/mutations.ts';

type Props = {
  /** Which round is changed, or the meeting that one is made for. */
  round?: string;
  meeting?: string;
  council: string;
  idempotencyKey: string;
  /** Days as 2026-11-24. Without `opensOn` the round has opened, and keeps its first day. */
  days: { opensOn?: string; dueOn: string; closesOn: string };
};

/** The three days of a round. They come filled in by the council's rules, and may be others. */
export function DaysForm({ round, meeting, council, idempotencyKey, days }: Props) {
  const { state, formAction, field } = useFormAction(round ? changeRound : makeRound);
  const { opensOn, dueOn, closesOn } = days;
  return (
    <form className="form" action={formAction} noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="council" value={council} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {round ? (
        <input type="hidden" name="round" value={round} />
      ) : (
        <input type="hidden" name="meeting" value={meeting} />
      )}
      {opensOn && (
        <TextInput
          {...field('opensOn', opensOn)}
          type="date"
          label="Opens on"
          hint="Each lead is told what is theirs on this day."
        />
      )}
      <TextInput
        {...field('dueOn', dueOn)}
        type="date"
        label="Updates are due on"
        hint="Leads are reminded before this day and after it."
      />
      <TextInput
        {...field('closesOn', closesOn)}
        type="date"
        label="Closes at the end of"
        hint="After this day nothing can be sent. The day of the meeting at the latest."
      />
      <SubmitButton sending="Saving…">{round ? 'Change the days' : 'Make the round'}</SubmitButton>
    </form>
  );
}
