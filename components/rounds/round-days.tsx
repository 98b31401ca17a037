import { DaysForm } from '#components/rounds/days-form.tsx';
import { ReopenForm } from '#components/rounds/reopen-form.tsx';
import { Details } from '#components/ui/details.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { formatDate, formatDay, formatTime, isoDay } from '#lib/format.ts';
import type { RoundPage } from '#lib/rounds/overview.ts';

type Props = { round: RoundPage; council: string };

/** Its days: they may change until it has closed; a closed one is opened again, with a reason that stays. */
export function RoundDaysSection({ round, council }: Props) {
  return (
    <>
      {round.state === 'closed' && (
        <>
          <h2>This round is closed</h2>
          <p>Nothing can be sent to it. To take late updates, open it again until a day.</p>
          <Details summary="Open it again">
            <ReopenForm
              council={council}
              round={round.id}
              idempotencyKey={crypto.randomUUID()}
              untilOn={isoDay(round.today)}
            />
          </Details>
        </>
      )}
      {(round.state === 'coming' || round.state === 'open') && <ChangeDays round={round} council={council} />}
      {round.reopenings.length > 0 && (
        <>
          <h2>When it was opened again</h2>
          <ul>
            {round.reopenings.map(({ id, at, person, untilOn, reason }) => (
              <li key={id}>
                {formatDate(at)} at {formatTime(at)}, by {person.name}, until {formatDate(untilOn)}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function ChangeDays({ round, council }: Props) {
  const { plan, state } = round;
  const opensOn = state === 'coming' ? isoDay(round.opensOn) : undefined;
  return (
    <>
      <h2>Its days</h2>
      {plan && (
        <Notice title="The rules give other days">
          <p>
            For a meeting on {formatDay(round.meetingAt)}, your rules give: opens {formatDate(plan.opensOn)}, due{' '}
            {formatDate(plan.dueOn)}, closes {formatDate(plan.closesOn)}. If the meeting has moved, change the days.
          </p>
        </Notice>
      )}
      <Details summary="Change the days">
        <DaysForm
          round={round.id}
          council={council}
          idempotencyKey={crypto.randomUUID()}
          days={{ opensOn, dueOn: isoDay(round.dueOn), closesOn: isoDay(round.closesOn) }}
        />
      </Details>
    </>
  );
}
