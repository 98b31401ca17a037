import type { Metadata } from 'next';
import { Editions } from '#components/reports/editions.tsx';
import { InPreparation } from '#components/reports/in-preparation.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { listEditions, listReportsInPreparation } from '#lib/reports/queries.ts';

export const metadata: Metadata = { title: 'Reports' };

/** Every frozen report of the council; for who makes them, those in preparation and the start of a new one. */
export default async function ReportsPage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  const { slug, vocabulary } = viewer.council;
  const editions = await listEditions(viewer);
  const making = await listReportsInPreparation(viewer);
  return (
    <>
      <PageHeading
        title="Reports"
        lead={`What the council was told about its ${vocabulary.strategy ?? 'strategy'}, year by year.`}
      />
      <h2>Frozen reports</h2>
      {editions.length === 0 ? (
        <Empty title="No report has been frozen yet">
          <p>Once the annual report is frozen, everybody in the council can read it here.</p>
        </Empty>
      ) : (
        <Editions editions={editions} base={`/${slug}`} />
      )}
      {making && <InPreparation making={making} slug={slug} />}
    </>
  );
}
