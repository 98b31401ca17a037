import type { Metadata } from 'next';
import { MeetingsWithout, RoundsTable } from '#components/rounds/rounds-table.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { listRounds } from '#lib/rounds/overview.ts';

export const metadata: Metadata = { title: 'Rounds' };

/** For the administrator: every reporting round, and the meetings that have none yet. */
export default async function RoundsPage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  const { rounds, meetings } = await listRounds(viewer);
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="Reporting rounds"
        lead="In a round, leads say how their commitments are going, in time for a meeting of the board."
        crumbs={[{ href: `${base}/manage`, label: 'Manage' }]}
      />
      {meetings.length > 0 && (
        <>
          <h2>Meetings without a round</h2>
          <MeetingsWithout meetings={meetings} base={base} />
        </>
      )}
      <h2>Rounds</h2>
      {rounds.length > 0 ? (
        <RoundsTable rounds={rounds} base={base} />
      ) : (
        <Empty title="No round yet">
          <p>A round is made for a meeting of the board, and there is no meeting to come.</p>
        </Empty>
      )}
    </>
  );
}
