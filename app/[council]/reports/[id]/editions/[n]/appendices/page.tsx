import type { Metadata } from 'next';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { reportHtml } from '#lib/reports/html.ts';
import { getEdition } from '#lib/reports/queries.ts';

export const metadata: Metadata = { title: 'Appendices of the annual report' };

type Props = { params: Promise<{ council: string; id: string; n: string }> };

/** The appendices of one frozen edition. */
export default async function AppendicesPage({ params }: Props) {
  const { council, id, n } = await params;
  const viewer = await requireViewer(council);
  const { document, edition } = await getEdition(viewer, id, n);
  const base = `/${viewer.council.slug}/reports`;
  const report = `${base}/${id}/editions/${edition}`;
  return (
    <>
      <PageHeading
        title={`Appendices, edition ${edition}`}
        lead={document.title}
        crumbs={[
          { href: base, label: 'Reports' },
          { href: report, label: `Edition ${edition}` },
        ]}
      />
      <Markup
        html={reportHtml(document, {
          part: 'appendices',
          pages: { report, appendices: `${report}/appendices` },
        })}
      />
    </>
  );
}
