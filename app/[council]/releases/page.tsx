import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { ReleaseList } from '#components/releases/release-list.tsx';
import { Done } from '#components/reports/saved.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Table } from '#components/ui/table.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count, formatDate } from '#lib/format.ts';
import { listReleases } from '#lib/releases/queries.ts';

export const metadata: Metadata = { title: 'Published figures' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ done?: string | string[] }> };

/** What was released for everybody to read, and what is in preparation. */
export default async function ReleasesPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const found = await listReleases(viewer);
  if (!found) return forbidden();
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="Published figures"
        lead="Figures that anybody may read, without signing in. What is released is kept as it was, and can be withdrawn."
        crumbs={[{ href: `${base}/manage`, label: 'Manage' }]}
      />
      {(await searchParams).done === 'removed' && <Done>Removed. Nothing of it was released.</Done>}
      <p className="actions">
        <ButtonLink href={`${base}/releases/new`}>Choose figures to release</ButtonLink>{' '}
        <a href={`${base}/public`}>See the public pages</a>
      </p>
      <h2>In preparation</h2>
      {found.drafts.length === 0 ? (
        <p>Nothing is in preparation.</p>
      ) : (
        <Table
          stack
          caption="In preparation"
          hideCaption
          columns={[{ label: 'Page' }, { label: 'Figures' }, { label: 'Last changed' }, { label: 'By' }]}
          rows={found.drafts.map(({ id, title, indicators, changedAt, changedBy }) => ({
            key: id,
            cells: [
              <a key="open" href={`${base}/releases/drafts/${id}`}>
                {title}
              </a>,
              count(indicators.length, 'figure'),
              formatDate(changedAt),
              changedBy.name,
            ],
          }))}
        />
      )}
      <h2>Released</h2>
      {found.releases.length === 0 ? (
        <Empty title="Nothing has been released yet">
          <p>Choose figures, look at the page as everybody will see it, then release it.</p>
        </Empty>
      ) : (
        <ReleaseList releases={found.releases} base={base} />
      )}
    </>
  );
}
