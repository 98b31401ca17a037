import { StatusTag } from '#components/ui/status-tag.tsx';
import { Table } from '#components/ui/table.tsx';
import { formatDate } from '#lib/format.ts';
import type { listRounds } from '#lib/rounds/overview.ts';
import type { RoundState } from '#lib/rounds/progress.ts';
import { meetingName } from '#lib/updates/words.ts';

type Rounds = Awaited<ReturnType<typeof listRounds>>;

const stateWords: Record<RoundState, string> = {
  coming: 'Not open yet',
  open: 'Open',
  reopened: 'Open again',
  closed: 'Closed',
};

/** What a round is today, in words. */
export const StateTag = ({ state }: { state: RoundState }) => <StatusTag label={stateWords[state]} />;

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Every round of the council. */
export function RoundsTable({ rounds, base }: { rounds: Rounds['rounds']; base: string }) {
  return (
    <Table
      stack
      hideCaption
      caption="Rounds"
      columns={[{ label: 'Round' }, { label: 'Opens' }, { label: 'Due' }, { label: 'Closes' }, { label: 'Now' }]}
      rows={rounds.map((round) => ({
        key: round.id,
        cells: [
          <a key="link" href={`${base}/rounds/${round.id}`}>
            For {meetingName(round.meetingAt)}, {formatDate(round.meetingAt)}
          </a>,
          formatDate(round.opensOn),
          formatDate(round.dueOn),
          formatDate(round.closesOn),
          <StateTag key="state" state={round.state} />,
        ],
      }))}
    />
  );
}

/** Meetings to come without a round, and the days that one would have. */
export function MeetingsWithout({ meetings, base }: { meetings: Rounds['meetings']; base: string }) {
  return (
    <Table
      stack
      hideCaption
      caption="Meetings without a round"
      columns={[{ label: 'Meeting' }, { label: 'Opens' }, { label: 'Due' }, { label: 'Closes' }, { label: 'Round' }]}
      rows={meetings.map(({ id, startsAt, theme, plan }) => ({
        key: id,
        cells: [
          `${capital(meetingName(startsAt))}, ${formatDate(startsAt)}: ${theme.name}`,
          formatDate(plan.opensOn),
          formatDate(plan.dueOn),
          formatDate(plan.closesOn),
          <a key="make" href={`${base}/rounds/new?meeting=${id}`}>
            Make the round <span className="hidden-words">for {formatDate(startsAt)}</span>
          </a>,
        ],
      }))}
    />
  );
}
