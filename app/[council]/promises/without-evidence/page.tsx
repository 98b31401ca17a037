import type { Metadata } from 'next';
import { unprovenTable } from '#components/promises/unproven-table.ts';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { listWithoutEvidence } from '#lib/promises/evidence.ts';

export const metadata: Metadata = { title: 'Promises without current evidence' };

/** The standing list: promises that nothing current shows to be kept, since when, and who can change that. */
export default async function WithoutEvidencePage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  const { all, without } = await listWithoutEvidence(viewer);
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="Promises without current evidence"
        lead={
          without.length > 0
            ? `${without.length} of ${all} have nothing current to show for them. Those that waited longest come first.`
            : undefined
        }
        crumbs={[{ href: `${base}/promises`, label: 'Promises' }]}
      />
      <p>
        Evidence is current as long as the update that carries it: until the next round has closed without a new one.
      </p>
      {without.length > 0 ? (
        <Markup html={unprovenTable(without, base)} />
      ) : (
        <Empty title={all > 0 ? 'Every promise has current evidence' : 'No promises yet'} />
      )}
    </>
  );
}
