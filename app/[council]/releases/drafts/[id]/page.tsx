import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { HiddenList } from '#components/releases/hidden-list.tsx';
import { ReleaseForm } from '#components/releases/release-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { count } from '#lib/format.ts';
import { can } from '#lib/permissions.ts';
import { getPreview } from '#lib/releases/queries.ts';

export const metadata: Metadata = { title: 'Before it is released' };

/** What will be released, what is hidden on it and why, what stands in the way, and the button. */
export default async function DraftPage({ params }: { params: Promise<{ council: string; id: string }> }) {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  if (!can.releaseFigures(viewer)) forbidden();
  const { draft, content, hash, obstacles, hidden } = await getPreview(viewer, id);
  const base = `/${viewer.council.slug}`;
  const page = `${base}/releases/drafts/${id}/page`;
  const { slug, edition } = content.release;
  const parts = content.indicators.reduce((sum, { breakdowns }) => sum + breakdowns.length, 0);
  return (
    <>
      <PageHeading
        title={`Before “${draft.title}” is released`}
        lead="Read the page as everybody will see it. Then release it, or change it."
        crumbs={[{ href: `${base}/releases`, label: 'Published figures' }]}
      >
        <SummaryList
          facts={[
            ['Address', `${base}/public/${slug}`],
            ['Edition', edition === 1 ? 'The first' : `${edition}; the earlier ones stay where they are`],
            ['Figures', `${count(content.indicators.length, 'figure')}, ${count(parts, 'breakdown')}`],
          ]}
        />
      </PageHeading>
      <p className="actions">
        <a className="button button-secondary" href={page}>
          See the page as it will be
        </a>{' '}
        <a href={`${base}/releases/drafts/${id}/edit`}>Change it</a>
      </p>
      {obstacles.length > 0 && (
        <Notice kind="warning" title="Before it can be released">
          <ul>
            {obstacles.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <HiddenList hidden={hidden} />
      <ReleaseForm
        council={viewer.council.slug}
        draft={id}
        shown={hash}
        edition={edition}
        isReady={obstacles.length === 0}
      />
    </>
  );
}
