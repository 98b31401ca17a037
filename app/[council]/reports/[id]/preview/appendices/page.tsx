import type { Metadata } from 'next';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { reportHtml } from '#lib/reports/html.ts';
import { getPreview } from '#lib/reports/queries.ts';

export const metadata: Metadata = { title: 'Preview of the appendices' };

type Props = { params: Promise<{ council: string; id: string }> };

/** The appendices that the product makes, as they are now. */
export default async function PreviewAppendicesPage({ params }: Props) {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  const { title, document } = await getPreview(viewer, id);
  const base = `/${viewer.council.slug}/reports`;
  const report = `${base}/${id}/preview`;
  return (
    <>
      <PageHeading
        title="Preview: appendices"
        lead={title}
        crumbs={[
          { href: base, label: 'Reports' },
          { href: report, label: 'Preview' },
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
