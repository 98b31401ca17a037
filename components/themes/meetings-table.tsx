import { Table } from '#components/ui/table.tsx';
import { formatDay, formatTime } from '#lib/format.ts';
import type { listMeetings } from '#lib/meetings/queries.ts';

type Meeting = Awaited<ReturnType<typeof listMeetings>>['coming'][number];

const columns = [{ label: 'Date' }, { label: 'Theme' }, { label: 'Place' }, { label: 'Papers due' }];

export function MeetingsTable({ caption, base, meetings }: { caption: string; base: string; meetings: Meeting[] }) {
  return (
    <Table
      stack
      hideCaption
      caption={caption}
      columns={columns}
      rows={meetings.map((meeting) => ({
        key: meeting.id,
        cells: [
          `${formatDay(meeting.startsAt)}, ${formatTime(meeting.startsAt)}`,
          <a key="theme" href={`${base}/themes/${meeting.theme.slug}`}>
            {meeting.theme.name}
          </a>,
          meeting.place,
          formatDay(meeting.papersDueOn),
        ],
      }))}
    />
  );
}
