import { personOption } from '#components/actions/form-options.ts';
import { DayForm } from '#components/assignments/day-form.tsx';
import { HandOverForm } from '#components/assignments/hand-over-form.tsx';
import { thingWords } from '#components/assignments/thing.ts';
import { ActionForm } from '#components/ui/action-form.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { HiddenFields } from '#components/updates/hidden-fields.tsx';
import type { Person } from '#lib/assignments/hands.ts';
import { takeBackLeaving } from '#lib/assignments/mutations.ts';
import { count, formatDate, isoDay } from '#lib/format.ts';

/** For the administrator: hand over what a person holds, and record that they leave. */
export function ChangeHands({ person, council }: { person: Person; council: string }) {
  const { id, name, holds, actions, leftOn, today, others } = person;
  const hidden = () => ({ council, person: id, idempotencyKey: crypto.randomUUID() });
  return (
    <>
      {holds.length + actions > 0 && (
        <>
          <h2 id="hand-over">Hand over</h2>
          <HandOverForm
            hidden={hidden()}
            today={isoDay(today)}
            people={others.map(personOption)}
            things={holds.map((row) => ({ value: row.id, label: `${thingWords(row)} (${row.kind})` }))}
            actions={actions > 0 ? `${count(actions, 'action')} still to be done` : ''}
          />
        </>
      )}
      {leftOn ? (
        <>
          <h2>Leaving</h2>
          <p>
            The last day of {name} is {formatDate(leftOn)}; their roles end with it.
          </p>
          <ActionForm action={takeBackLeaving}>
            <HiddenFields council={council} person={id} />
            <SubmitButton look="secondary" sending="Saving…">
              Take that back
            </SubmitButton>
          </ActionForm>
        </>
      ) : (
        <>
          <h2>Leaving</h2>
          <DayForm
            does="recordLeaving"
            hidden={hidden()}
            name="leftOn"
            id="leftOn"
            label={`Last day of ${name}`}
            hint="Their roles end with this day. What they lead and own stays on this page until it is handed over."
            today={isoDay(today)}
            button="Record their last day"
          />
        </>
      )}
    </>
  );
}
