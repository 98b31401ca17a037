import type { Metadata } from 'next';
import { ReportFacts } from '#components/reports/report-facts.tsx';
import { Saved } from '#components/reports/saved.tsx';
import { StillToWrite } from '#components/reports/still-to-write.tsx';
import { TextsForm } from '#components/reports/texts-form.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { getReport } from '#lib/reports/queries.ts';

export const metadata: Metadata = { title: 'Annual report in preparation' };

type Props = {
  params: Promise<{ council: string; id: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
};

/** Where the officer writes what only an officer can. */
export default async function ReportPage({ params, searchParams }: Props) {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  const report = await getReport(viewer, id);
  const { saved } = await searchParams;
  const base = `/${viewer.council.slug}/reports`;
  return (
    <>
      <PageHeading title={report.title} crumbs={[{ href: base, label: 'Reports' }]}>
        <ReportFacts report={report} base={base} />
      </PageHeading>
      <Saved saved={saved} />
      <p>
        Priorities, commitments, promises and figures are gathered by themselves: the{' '}
        <a href={`${base}/${id}/preview`}>preview</a> shows them. Here you write the rest.
      </p>
      <StillToWrite missing={report.missing} fields="" />
      <TextsForm
        // A save makes the form anew. A refused one keeps its place: without a script React finds its answer by it.
        key={String(saved)}
        council={viewer.council.slug}
        report={id}
        idempotencyKey={crypto.randomUUID()}
        version={report.version}
        marks={report.marks}
        texts={report.texts}
      />
    </>
  );
}
