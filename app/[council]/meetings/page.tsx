import type { Metadata } from 'next';
import { MeetingsTable } from '#components/themes/meetings-table.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { listMeetings } from '#lib/meetings/queries.ts';

export const metadata: Metadata = { title: 'Meetings' };

/** When the board meets, about what, and by when papers and updates are due. */
export default async function MeetingsPage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  const { coming, held } = await listMeetings(viewer);
  const { slug, rules, vocabulary } = viewer.council;
  const base = `/${slug}`;
  return (
    <>
      <PageHeading
        title="Meetings"
        crumbs={[{ href: `${base}/themes`, label: 'Board' }]}
        lead={`When the ${vocabulary.board ?? 'board'} meets. Papers and updates are due ${rules.updatesDueWorkingDaysBefore} working days before.`}
      />
      {rules.papers === 'private' && (
        <p>The papers and minutes of this board are private. What it reports to council once a year is public.</p>
      )}
      <h2>The next meetings</h2>
      {coming.length === 0 ? (
        <Empty title="No date yet">
          <p>The dates of the next meetings are not set.</p>
        </Empty>
      ) : (
        <MeetingsTable caption="The next meetings" base={base} meetings={coming} />
      )}
      {held.length > 0 && (
        <>
          <h2>Meetings held</h2>
          <MeetingsTable caption="Meetings held" base={base} meetings={held} />
        </>
      )}
    </>
  );
}
