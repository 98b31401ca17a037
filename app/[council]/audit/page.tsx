import type { Metadata } from 'next';
import { AuditFilter } from '#components/audit/audit-filter.tsx';
import { auditTable } from '#components/audit/audit-table.ts';
import { Details } from '#components/ui/details.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { addressOf, readFilters } from '#lib/audit/filters.ts';
import { listChoices, listEvents } from '#lib/audit/queries.ts';
import { requireViewer } from '#lib/auth/viewer.ts';

export const metadata: Metadata = { title: 'Everything that happened' };

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** For the administrator: who did what, to what, when. Nothing in it can be changed. */
export default async function AuditPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const filters = readFilters(await searchParams);
  const { events, older } = await listEvents(viewer, filters);
  const choices = await listChoices(viewer);
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title="Everything that happened"
        lead="Who did what, to what, and when. It is added to and never changed."
        crumbs={[{ href: `${base}/manage`, label: 'Manage' }]}
      />
      <AuditFilter filters={filters} {...choices} />
      {events.length > 0 ? (
        <>
          <p>
            <a href={`${base}/audit/csv${addressOf(filters, { before: undefined })}`}>
              Download these as a table (CSV)
            </a>
          </p>
          <Markup html={auditTable(events)} />
        </>
      ) : (
        <Empty title={addressOf(filters) ? 'Nothing fits' : 'Nothing has happened yet'}>
          <p>{addressOf(filters) ? <a href="?">Show all</a> : 'Each thing that somebody does here gets a line.'}</p>
        </Empty>
      )}
      <nav aria-label="Pages" className="no-print actions">
        {filters.before && <a href={addressOf(filters, { before: undefined }) || '?'}>Latest</a>}
        {older !== null && <a href={addressOf(filters, { before: older })}>Older</a>}
      </nav>
      <Details summary="How do we know that nothing was changed?">
        <p>
          Each line holds a fingerprint of itself and of the line before it, and the product can only add lines. Whoever
          runs the server proves the whole chain with <code>npm run audit:verify</code>: it names the first line that
          was changed, removed, moved or added by hand.
        </p>
        <p>
          It also prints the fingerprint of the last line. Kept somewhere else, that shows later that nobody has written
          the whole chain anew.
        </p>
      </Details>
    </>
  );
}
