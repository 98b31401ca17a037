import { Table } from '#components/ui/table.tsx';
import { formatDate } from '#lib/format.ts';

type Release = {
  id: string;
  slug: string;
  edition: number;
  title: string;
  releasedAt: Date;
  withdrawnAt: Date | null;
  releasedBy: { name: string };
};

/** What was released: when, by whom, whether it still stands, and the way to its page. */
export function ReleaseList({ releases, base }: { releases: readonly Release[]; base: string }) {
  return (
    <Table
      stack
      caption="Editions, newest first"
      hideCaption
      columns={[{ label: 'Page' }, { label: 'Released' }, { label: 'By' }, { label: 'State' }, { label: 'Read' }]}
      rows={releases.map(({ id, slug, edition, title, releasedAt, withdrawnAt, releasedBy }) => ({
        key: id,
        cells: [
          <a key="open" href={`${base}/releases/${id}`}>
            {title}, edition {edition}
          </a>,
          formatDate(releasedAt),
          releasedBy.name,
          withdrawnAt ? `Withdrawn ${formatDate(withdrawnAt)}` : 'Public',
          <a key="read" href={`${base}/public/${slug}/editions/${edition}`}>
            Public page
            <span className="hidden-words">
              {' '}
              of {title}, edition {edition}
            </span>
          </a>,
        ],
      }))}
    />
  );
}
