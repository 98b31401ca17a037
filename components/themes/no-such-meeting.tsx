import { meetingLinks } from '#components/themes/meeting-links.ts';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { PastDashboard } from '#lib/themes/freezing/queries.ts';

type Props = Extract<PastDashboard, { kind: 'none' }> & { board: { href: string; label: string } };

/** For an address with a day on which the board did not meet: the meetings that there are. */
export function NoSuchMeeting({ theme, meetings, board }: Props) {
  const page = `${board.href}/${theme.slug}`;
  return (
    <>
      <PageHeading
        title="No meeting to show on that day"
        lead={`The dashboard “${theme.name}” can be read as it stood at a meeting of the board, by its day.`}
        crumbs={[board, { href: page, label: theme.name }]}
      />
      {meetings.length === 0 ? (
        <Empty title="The board has not met yet">
          <p>
            Read the dashboard <a href={page}>as it stands today</a>.
          </p>
        </Empty>
      ) : (
        <>
          <h2>Meetings that there are</h2>
          <Markup html={meetingLinks(meetings, page)} />
          <p>
            <a href={page}>Read it as it stands today</a>
          </p>
        </>
      )}
    </>
  );
}
