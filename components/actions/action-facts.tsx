import { StatusTag, type TagKind } from '#components/ui/status-tag.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import type { ActionChain } from '#lib/actions/one.ts';
import { afterWords, standsInWords, statusWords } from '#lib/actions/words.ts';
import { count, formatDate } from '#lib/format.ts';
import { meetingName } from '#lib/updates/words.ts';

const kinds: Record<ActionChain['status'], TagKind | undefined> = {
  notStarted: 'notStarted',
  inProgress: undefined,
  done: 'complete',
  dropped: 'stopped',
};

/** Who does an action, by when, and where it stands. */
export function ActionFacts({ action, base }: { action: ActionChain; base: string }) {
  const { owner, organisation, commitment, status, dueOn, completedOn } = action;
  const when = standsInWords(action, action.today);
  return (
    <SummaryList
      facts={[
        ['Status', <StatusTag key="status" kind={kinds[status]} label={statusWords[status]} />],
        ['Due', dueOn ? `${formatDate(dueOn)}${completedOn ? '' : `, ${when}`}` : dueWords(action)],
        ['Hangs on', dueOn && action.dueWorkingDaysAfter !== null && dueWords(action)],
        ['Done', completedOn && formatDate(completedOn)],
        ['Carried over', action.carriedOver > 0 && count(action.carriedOver, 'round')],
        [
          'Owner',
          owner ? (
            <a key="owner" href={`${base}/people/${owner.id}`}>
              {owner.name}
              {owner.leftOn && owner.leftOn < action.today ? ' (has left)' : ''}
            </a>
          ) : (
            'Nobody yet'
          ),
        ],
        ['Organisation', organisation?.name],
        [
          'Commitment',
          <a key="commitment" href={`${base}/commitments/${commitment.slug}`}>
            {commitment.ref}: {commitment.title}
          </a>,
        ],
      ]}
    />
  );
}

/** Why there is no day yet, or what the day was worked out from. */
function dueWords({ dueWorkingDaysAfter, dueAfterMeeting, waitsFor }: ActionChain): string {
  if (dueWorkingDaysAfter === null) return 'No day yet';
  const after = afterWords(dueWorkingDaysAfter);
  if (dueAfterMeeting) return `${after} ${meetingName(dueAfterMeeting.startsAt)}`;
  return waitsFor ? `${after} “${waitsFor.title}” is done` : 'No day yet';
}
