import type { Metadata } from 'next';
import { FreezeForm } from '#components/reports/freeze-form.tsx';
import { ReportFacts } from '#components/reports/report-facts.tsx';
import { Saved } from '#components/reports/saved.tsx';
import { StillToWrite } from '#components/reports/still-to-write.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { reportHtml } from '#lib/reports/html.ts';
import { getPreview } from '#lib/reports/queries.ts';

export const metadata: Metadata = { title: 'Preview of the annual report' };

type Props = {
  params: Promise<{ council: string; id: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
};

/** What the report says now, and the button that freezes it. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  const report = await getPreview(viewer, id);
  const base = `/${viewer.council.slug}/reports`;
  const fields = `${base}/${id}`;
  const pages = { report: `${fields}/preview`, appendices: `${fields}/preview/appendices` };
  return (
    <>
      <PageHeading
        title={`Preview: ${report.title}`}
        crumbs={[
          { href: base, label: 'Reports' },
          { href: fields, label: 'Texts' },
        ]}
      >
        <ReportFacts report={report} base={base} />
      </PageHeading>
      <div className="no-print">
        <Saved saved={(await searchParams).saved} />
        <StillToWrite missing={report.missing} fields={fields} />
        <p>
          <a href={fields}>Change the texts</a>
        </p>
        <FreezeForm
          council={viewer.council.slug}
          report={id}
          version={report.version}
          edition={report.latestEdition + 1}
        />
      </div>
      <Markup html={reportHtml(report.document, { part: 'report', pages, fields })} />
    </>
  );
}
