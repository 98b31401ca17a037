import type { Metadata } from 'next';
import { indicatorList } from '#components/indicators/indicator-list.ts';
import { sources } from '#components/indicators/sources.ts';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { listIndicators } from '#lib/indicators/queries.ts';
import { can } from '#lib/permissions.ts';

export const metadata: Metadata = { title: 'Figures' };

/** Every figure that the council follows, by theme, with its latest value. */
export default async function IndicatorsPage({ params }: { params: Promise<{ council: string }> }) {
  const viewer = await requireViewer((await params).council);
  const groups = await listIndicators(viewer);
  const base = `/${viewer.council.slug}`;
  const figures = groups.flatMap((group) => group.figures);
  return (
    <>
      <PageHeading
        title="Figures"
        lead={`What published numbers say about ${viewer.council.vocabulary.childrenInCare ?? 'children in care'}, by theme.`}
      />
      {can.importFigures(viewer) && (
        <p className="no-print">
          <a href={`${base}/indicators/import`}>Bring in a file of published figures</a>
        </p>
      )}
      {groups.length === 0 && (
        <Empty title="No figures yet">
          <p>Published figures will stand here once they are brought in.</p>
        </Empty>
      )}
      {groups.map((group) => (
        <section key={group.theme?.slug ?? 'other'}>
          <h2>{group.theme?.name ?? 'Other figures'}</h2>
          <Markup html={indicatorList(group.figures, { base, name: group.theme?.name ?? 'Other' })} />
        </section>
      ))}
      {figures.length > 0 && <Markup html={sources(figures)} />}
    </>
  );
}
